import { streamPlainAnswers } from './stream-plain-answers.ts'
import type { VendorAdapter } from './vendor.ts'

/** Ollama, llama.cpp, LM Studio, vLLM and whoever else speaks OpenAI's chat completions. */
export const openaiCompatible: VendorAdapter = {
  differs: true,
  async open({ name, baseUrl, apiKey, fetch }) {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
    return createOpenAICompatible({
      name: 'openai-compatible',
      baseURL: baseUrl,
      fetch: streamPlainAnswers(fetch),
      ...(apiKey !== undefined && { apiKey }),
      // Without it a stream says nothing of tokens.
      includeUsage: true,
      // Asked for first; a server that has none is asked for plain JSON, then for prose (call/concessions.ts).
      supportsStructuredOutputs: true,
    })(name)
  },
}
