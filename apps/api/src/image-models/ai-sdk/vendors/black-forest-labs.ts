import type { Dimensions, ImageSize } from '#image-models/port.ts'
import { readTasks } from './black-forest-labs-tasks.ts'
import type { ImageVendorAdapter } from './vendor.ts'

/** Multiples of 16, as FLUX.2 wants them, of at most 1920, as the package does: a little larger than what is kept of them. */
const DIMENSIONS: Readonly<Record<ImageSize, Dimensions>> = {
  square: { width: 1088, height: 1088 },
  feed: { width: 1088, height: 1360 },
  portrait: { width: 1088, height: 1920 },
  landscape: { width: 1920, height: 1088 },
}

/** Milliseconds between two looks at a task, and how long it is looked at. */
const POLLING = { pollIntervalMillis: 500, pollTimeoutMillis: 120_000 }

export const blackForestLabs: ImageVendorAdapter = {
  keyVariable: 'BFL_API_KEY',
  defaultBaseUrl: 'https://api.bfl.ai/v1',
  optionsFor: ({ size, seed }) => ({
    seed,
    // Without the second the vendor rewrites every prompt: whether that is wanted is the caller's to say, and done before.
    providerOptions: {
      blackForestLabs: { ...DIMENSIONS[size], promptUpsampling: false, outputFormat: 'jpeg', ...POLLING },
    },
  }),
  async open({ model, baseUrl, apiKey, fetch }) {
    const { createBlackForestLabs } = await import('@ai-sdk/black-forest-labs')
    return createBlackForestLabs({ baseURL: baseUrl, apiKey, fetch: await readTasks(fetch) }).image(model)
  },
}
