import { parseServedModels, parseVendorAddresses } from '#shared/served-models.ts'
import type { ServedModel, ServedModels } from '#shared/served-models.ts'
import type { ImageModelName } from '@powerpost/contract'
import { IMAGE_MODEL_NAMES } from '@powerpost/contract'

/** Who is asked for pictures. */
export const IMAGE_VENDOR_NAMES = ['openai', 'google', 'black-forest-labs', 'fal'] as const

export type ImageVendor = (typeof IMAGE_VENDOR_NAMES)[number]

/** A setting that names image models cannot be used. The message is one line that says what to write. */
export class ImageModelSpecError extends Error {
  override readonly name = 'ImageModelSpecError'
}

/** Looked up in November 2026. */
const TABLE: ServedModels<ImageModelName, ImageVendor> = {
  names: IMAGE_MODEL_NAMES,
  vendors: IMAGE_VENDOR_NAMES,
  defaults: {
    // https://docs.bfl.ai/flux_2/flux2_overview
    'flux2-flex': { vendor: 'black-forest-labs', model: 'flux-2-flex' },
    // https://fal.ai/models/fal-ai/ideogram/v3
    'ideogram-3': { vendor: 'fal', model: 'fal-ai/ideogram/v3' },
    // The preview went in June 2026, and what followed it is said to have ended in October: this is what the SDK knows.
    'nano-banana-2': { vendor: 'google', model: 'gemini-nano-banana-2.1' },
    'gpt-image-1.5': { vendor: 'openai', model: 'gpt-image-1.5' },
  },
  example: 'gpt-image-1.5=openai:gpt-image-1.5,nano-banana-2',
  fail: (message) => new ImageModelSpecError(message),
}

/** Reads `POWERPOST_IMAGE_MODELS`. Throws ImageModelSpecError. */
export function parseImageModels(text: string): readonly ServedModel<ImageModelName, ImageVendor>[] {
  return parseServedModels(text, TABLE)
}

/** Reads `POWERPOST_IMAGE_BASE_URLS`. Throws ImageModelSpecError. */
export function parseBaseUrls(text: string): Readonly<Partial<Record<ImageVendor, string>>> {
  return parseVendorAddresses(text, TABLE)
}
