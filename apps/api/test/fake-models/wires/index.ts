import { anthropic } from './anthropic.ts'
import { google } from './google.ts'
import { openaiChat } from './openai-chat.ts'
import { openaiResponses } from './openai-responses.ts'
import type { Wire } from './wire.ts'

export { INPUT_TOKENS, MODEL_ON_THE_WIRE, OUTPUT_TOKENS } from './wire.ts'
export type { FoundPage, ReadRequest, Wire } from './wire.ts'

/** The format that each vendor's package speaks. */
export const WIRES = {
  openai: openaiResponses,
  anthropic,
  google,
  'openai-compatible': openaiChat,
} as const satisfies Record<string, Wire>
