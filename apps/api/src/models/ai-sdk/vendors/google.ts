import type { VendorAdapter } from './vendor.ts'

/**
 * Gemini. It alone takes a video as a file: when `WriteOptions` hands out the file itself, it becomes a `file` part of
 * type `video/mp4` in `instructions/messages.ts`, for this vendor only.
 */
export const google: VendorAdapter = {
  keyVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  differs: false,
  async webSearch() {
    const { google } = await import('@ai-sdk/google')
    return { google_search: google.tools.googleSearch({}) }
  },
  async open({ name, baseUrl, apiKey, fetch }) {
    const { createGoogle } = await import('@ai-sdk/google')
    return createGoogle({ baseURL: baseUrl, apiKey: apiKey ?? '', fetch })(name)
  },
}
