import { z } from 'zod'
import type { Wire } from './wire.ts'
import { frame, fromDataUrl, INPUT_TOKENS, MODEL_ON_THE_WIRE, OUTPUT_TOKENS } from './wire.ts'

const part = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string() }) }),
])

const request = z.object({
  stream: z.literal(true),
  response_format: z
    .object({
      type: z.string(),
      json_schema: z.object({ schema: z.object({ properties: z.record(z.string(), z.unknown()) }) }).optional(),
    })
    .optional(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(part)]) })),
})

const FINISH = { done: 'stop', length: 'length', refused: 'stop' } as const

/** https://platform.openai.com/docs/api-reference/chat-streaming */
export const openaiChat: Wire = {
  basePath: '/v1',
  path: /^\/v1\/chat\/completions$/,
  events(words, ending) {
    const chunk = (delta: object, finish: string | null = null) => ({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1_790_000_000,
      model: MODEL_ON_THE_WIRE,
      choices: [{ index: 0, delta, finish_reason: finish }],
    })
    const said = ending === 'refused' ? 'refusal' : 'content'
    return [
      frame(chunk({ role: 'assistant', content: '' })),
      ...words.map((word) => frame(chunk({ [said]: word }))),
      frame(chunk({}, FINISH[ending])),
      frame({
        ...chunk({}),
        choices: [],
        usage: {
          prompt_tokens: INPUT_TOKENS,
          completion_tokens: OUTPUT_TOKENS,
          total_tokens: INPUT_TOKENS + OUTPUT_TOKENS,
        },
      }),
      frame('[DONE]'),
    ]
  },
  searchEvents() {
    throw new Error('no server of this format is asked to search')
  },
  error: (_, code, message) => ({ error: { message, type: 'invalid_request_error', param: null, code } }),
  errorEvent: (code, message) => frame({ error: { message, type: code, code } }),
  read(body) {
    const { messages, response_format: format } = request.parse(body)
    const parts = messages.flatMap(({ role, content }) =>
      (typeof content === 'string' ? [{ type: 'text', text: content } as const] : content).map((one) => ({
        role,
        one,
      })),
    )
    const texts = parts.flatMap(({ role, one }) => (one.type === 'text' ? [{ role, text: one.text }] : []))
    return {
      instructions: texts
        .filter(({ role }) => role === 'system')
        .map(({ text }) => text)
        .join('\n'),
      texts: texts.filter(({ role }) => role !== 'system').map(({ text }) => text),
      pictures: parts.flatMap(({ one }) => (one.type === 'image_url' ? [fromDataUrl(one.image_url.url)] : [])),
      form: format?.type === 'json_schema' ? 'schema' : format?.type === 'json_object' ? 'json' : 'prose',
      maySearch: false,
      properties: Object.keys(format?.json_schema?.schema.properties ?? {}),
    }
  },
}
