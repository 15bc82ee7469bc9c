import type { ImageVendor } from '#image-models/ai-sdk/spec.ts'
import { blackForestLabs } from './black-forest-labs.ts'
import { fal } from './fal.ts'
import { google } from './google.ts'
import { openai } from './openai.ts'
import type { ImageWire } from './wire.ts'

export const IMAGE_WIRES: Record<ImageVendor, ImageWire> = {
  openai,
  google,
  'black-forest-labs': blackForestLabs,
  fal,
}
