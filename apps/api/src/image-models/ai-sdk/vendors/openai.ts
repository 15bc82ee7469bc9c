import type { ImageSize } from '#image-models/port.ts'
import type { ImageVendorAdapter } from './vendor.ts'

/** It knows three sizes (https://platform.openai.com/docs/guides/image-generation): the nearest is asked for, and cropped. */
const SIZES: Readonly<Record<ImageSize, `${number}x${number}`>> = {
  square: '1024x1024',
  feed: '1024x1536',
  portrait: '1024x1536',
  landscape: '1536x1024',
}

export const openai: ImageVendorAdapter = {
  keyVariable: 'OPENAI_API_KEY',
  // Given in full: without it the package reads OPENAI_BASE_URL from the environment by itself.
  defaultBaseUrl: 'https://api.openai.com/v1',
  // A JPEG: the picture becomes one anyway, and a PNG of this size is ten times as large. It takes no seed.
  optionsFor: ({ size }) => ({ size: SIZES[size], providerOptions: { openai: { outputFormat: 'jpeg' } } }),
  async open({ model, baseUrl, apiKey, fetch }) {
    const { createOpenAI } = await import('@ai-sdk/openai')
    return createOpenAI({ baseURL: baseUrl, apiKey, fetch }).image(model)
  },
}
