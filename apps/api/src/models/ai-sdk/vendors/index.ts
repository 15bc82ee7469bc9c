import type { Vendor } from '../spec.ts'
import { anthropic } from './anthropic.ts'
import { google } from './google.ts'
import { openaiCompatible } from './openai-compatible.ts'
import { openai } from './openai.ts'
import type { VendorAdapter } from './vendor.ts'

export type { VendorAccess, VendorAdapter } from './vendor.ts'

/** Every vendor: one that is missing does not compile. */
export const VENDORS: Record<Vendor, VendorAdapter> = {
  openai,
  anthropic,
  google,
  'openai-compatible': openaiCompatible,
}
