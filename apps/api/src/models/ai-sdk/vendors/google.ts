import { showVideo } from './google-video.ts'
import type { VendorAdapter } from './vendor.ts'

/** Gemini. It alone takes a video as a file. */
export const google: VendorAdapter = {
  keyVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  differs: false,
  showVideo,
  async webSearch() {
    const { google } = await import('@ai-sdk/google')
    return { google_search: google.tools.googleSearch({}) }
  },
  async open({ name, baseUrl, apiKey, fetch }) {
    const { createGoogle } = await import('@ai-sdk/google')
    return createGoogle({ baseURL: baseUrl, apiKey: apiKey ?? '', fetch })(name)
  },
}
