import type { ImageVendor } from '../spec.ts'
import { blackForestLabs } from './black-forest-labs.ts'
import { fal } from './fal.ts'
import { google } from './google.ts'
import { openai } from './openai.ts'
import type { ImageVendorAdapter } from './vendor.ts'

export type { ImageVendorAccess, ImageVendorAdapter } from './vendor.ts'

/** Every vendor: one that is missing does not compile. */
export const IMAGE_VENDORS: Record<ImageVendor, ImageVendorAdapter> = {
  openai,
  google,
  'black-forest-labs': blackForestLabs,
  fal,
}
