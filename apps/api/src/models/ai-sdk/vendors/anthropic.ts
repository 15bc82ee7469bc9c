import type { VendorAdapter } from './vendor.ts'

export const anthropic: VendorAdapter = {
  keyVariable: 'ANTHROPIC_API_KEY',
  // Given in full: without it the package reads ANTHROPIC_BASE_URL from the environment by itself.
  defaultBaseUrl: 'https://api.anthropic.com/v1',
  differs: false,
  async webSearch() {
    const { anthropic } = await import('@ai-sdk/anthropic')
    // The version that every model takes; the later ones also run code, on some. Each use is charged for.
    return { web_search: anthropic.tools.webSearch_20250305({ maxUses: 3 }) }
  },
  async open({ name, baseUrl, apiKey, fetch }) {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic({ baseURL: baseUrl, apiKey: apiKey ?? '', fetch })(name)
  },
}
