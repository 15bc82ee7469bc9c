import type { VendorAdapter } from './vendor.ts'

export const openai: VendorAdapter = {
  keyVariable: 'OPENAI_API_KEY',
  // Given in full: without it the package reads OPENAI_BASE_URL from the environment by itself.
  defaultBaseUrl: 'https://api.openai.com/v1',
  differs: false,
  // OpenAI keeps answers for 30 days unless the request says otherwise; a prompt is the caller's, not ours to leave there.
  providerOptions: { openai: { store: false } },
  async webSearch() {
    const { openai } = await import('@ai-sdk/openai')
    return { web_search: openai.tools.webSearch() }
  },
  async open({ name, baseUrl, apiKey, fetch }) {
    const { createOpenAI } = await import('@ai-sdk/openai')
    return createOpenAI({ baseURL: baseUrl, apiKey: apiKey ?? '', fetch })(name)
  },
}
