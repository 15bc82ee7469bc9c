import type { Fault } from './read-fault.ts'

// Vendors give the same trouble different statuses, and name it in a code or only in a sentence. The sentences are read for
// these decisions alone; nothing of them is shown.

/** The vendor's filter stopped the question: Azure's and OpenAI's `content_filter`, `content_policy_violation`, Google's `SAFETY`. */
export function isRefusal({ status = 0, codes }: Fault): boolean {
  return status >= 400 && status < 500 && /content_?(?:filter|policy)|safety|moderation/iu.test(codes)
}

/**
 * OpenAI: 429 `insufficient_quota`; Anthropic: 400 and "Your credit balance is too low to access the Anthropic API"; DeepSeek and
 * OpenRouter: 402. Google's 429 says the same about money and about requests per minute, so it is `busy`.
 */
export function isNoCredit({ status = 0, codes, text }: Fault): boolean {
  if (status === 402 || /insufficient_quota|billing|insufficient_(?:balance|funds)/iu.test(codes)) return true
  return status >= 400 && status < 500 && /credit balance is too low|insufficient balance/iu.test(text)
}

const TOO_LONG_CODES = /context_length_exceeded|exceed_context_size|string_above_max_length/iu
const TOO_LONG_WORDS =
  /maximum context length|prompt is too long|exceeds? the (?:available )?(?:context|maximum (?:number of )?(?:input )?tokens)|input token count|context (?:window|size|length)|too many tokens|context overflow/iu

/**
 * OpenAI: `context_length_exceeded`; Anthropic: "prompt is too long: 210000 tokens > 200000 maximum"; Google: "The input token
 * count (1100000) exceeds the maximum number of tokens allowed"; llama.cpp: `exceed_context_size_error`; vLLM: "This model's
 * maximum context length is 4096 tokens".
 */
export function isTooLong({ status = 0, codes, text }: Fault): boolean {
  if (status < 400 || (status >= 500 && !TOO_LONG_CODES.test(codes))) return false
  return TOO_LONG_CODES.test(codes) || (status !== 429 && TOO_LONG_WORDS.test(text))
}

/** 404 from all, Ollama's ("model 'x' not found") too; OpenAI says 403 and `model_not_found` for one an account may not use. */
export function isNoSuchModel({ status = 0, codes }: Fault): boolean {
  return (
    status === 404 || (status >= 400 && status < 500 && /model_not_found|unknown_model|invalid_model/iu.test(codes))
  )
}

/** Ollama's "model 'x' not found, try pulling it first". */
export function isNotPulled({ text }: Fault): boolean {
  return /try pulling it/iu.test(text)
}

export function isWrongKey({ status = 0, codes }: Fault): boolean {
  return status === 401 || status === 403 || /api_key_invalid|invalid_api_key/iu.test(codes)
}
