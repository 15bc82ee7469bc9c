import type { ImageVendorAdapter } from './vendor.ts'
import { IMAGE_SIZE_RATIOS } from '@powerpost/contract'

/** Gemini's image models. */
export const google: ImageVendorAdapter = {
  keyVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  // All four ratios are its own: https://ai.google.dev/gemini-api/docs/image-generation#aspect_ratios
  optionsFor: ({ size, seed }) => ({ aspectRatio: IMAGE_SIZE_RATIOS[size], seed }),
  async open({ model, baseUrl, apiKey, fetch }) {
    const { createGoogle } = await import('@ai-sdk/google')
    return createGoogle({ baseURL: baseUrl, apiKey, fetch }).image(model)
  },
}
