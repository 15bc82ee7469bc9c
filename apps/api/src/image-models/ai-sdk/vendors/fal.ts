import type { ImageSize } from '#image-models/port.ts'
import type { ImageVendorAdapter } from './vendor.ts'

/** The package knows no 4:5 and would silently ask for none at all: the nearest it knows is asked for, and cropped. */
const RATIOS: Readonly<Record<ImageSize, `${number}:${number}`>> = {
  square: '1:1',
  feed: '3:4',
  portrait: '9:16',
  landscape: '16:9',
}

/** fal.ai, which serves Ideogram: its style references are `image_urls` (https://fal.ai/models/fal-ai/ideogram/v3/api). */
export const fal: ImageVendorAdapter = {
  keyVariable: 'FAL_API_KEY',
  defaultBaseUrl: 'https://fal.run',
  optionsFor: ({ size, seed, hasStyle }) => ({
    aspectRatio: RATIOS[size],
    seed,
    // Without the first the vendor rewrites every prompt: whether that is wanted is the caller's to say, and done before.
    providerOptions: { fal: { expand_prompt: false, ...(hasStyle && { useMultipleImages: true }) } },
  }),
  async open({ model, baseUrl, apiKey, fetch }) {
    const { createFal } = await import('@ai-sdk/fal')
    return createFal({ baseURL: baseUrl, apiKey, fetch }).image(model)
  },
}
