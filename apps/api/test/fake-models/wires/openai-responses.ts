import { z } from 'zod'
import type { Wire } from './wire.ts'
import { frame, fromDataUrl, INPUT_TOKENS, MODEL_ON_THE_WIRE, OUTPUT_TOKENS } from './wire.ts'

const part = z.union([
  z.object({ type: z.enum(['input_text', 'output_text']), text: z.string() }),
  z.object({ type: z.literal('input_image'), image_url: z.string() }),
])

const request = z.object({
  stream: z.literal(true),
  text: z
    .object({
      format: z.object({
        type: z.string(),
        schema: z.object({ properties: z.record(z.string(), z.unknown()) }).optional(),
      }),
    })
    .optional(),
  input: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(part)]) })),
})

/** https://platform.openai.com/docs/api-reference/responses-streaming */
export const openaiResponses: Wire = {
  basePath: '/v1',
  path: /^\/v1\/responses$/,
  events(words, ending) {
    const response = { id: 'resp_1', object: 'response', created_at: 1_790_000_000, model: MODEL_ON_THE_WIRE }
    const usage = {
      input_tokens: INPUT_TOKENS,
      output_tokens: OUTPUT_TOKENS,
      total_tokens: INPUT_TOKENS + OUTPUT_TOKENS,
    }
    const item = { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] }
    const place = { item_id: 'msg_1', output_index: 0, content_index: 0 }
    const said = ending === 'refused' ? 'response.refusal.delta' : 'response.output_text.delta'
    const last = ending === 'length' ? 'response.incomplete' : 'response.completed'
    const events: { readonly type: string; readonly [field: string]: unknown }[] = [
      { type: 'response.created', response },
      { type: 'response.in_progress', response },
      { type: 'response.output_item.added', output_index: 0, item },
      ...words.map((delta) => ({ type: said, ...place, delta })),
      { type: 'response.output_item.done', output_index: 0, item: { ...item, status: 'completed' } },
      {
        type: last,
        response: {
          ...response,
          status: ending === 'length' ? 'incomplete' : 'completed',
          incomplete_details: ending === 'length' ? { reason: 'max_output_tokens' } : null,
          usage,
        },
      },
    ]
    return events.map((event, index) => frame({ ...event, sequence_number: index }, event.type))
  },
  error: (_, code, message) => ({ error: { message, type: 'invalid_request_error', param: null, code } }),
  errorEvent: (code, message) =>
    frame({ type: 'error', sequence_number: 0, error: { type: code, code, message, param: null } }, 'error'),
  read(body) {
    const { input, text } = request.parse(body)
    const parts = input.flatMap(({ role, content }) =>
      (typeof content === 'string' ? [{ type: 'input_text', text: content } as const] : content).map((one) => ({
        role,
        one,
      })),
    )
    const texts = parts.flatMap(({ role, one }) => (one.type === 'input_image' ? [] : [{ role, text: one.text }]))
    const isSystem = (role: string) => role === 'system' || role === 'developer'
    return {
      instructions: texts
        .filter(({ role }) => isSystem(role))
        .map(({ text }) => text)
        .join('\n'),
      texts: texts.filter(({ role }) => !isSystem(role)).map(({ text }) => text),
      pictures: parts.flatMap(({ one }) => (one.type === 'input_image' ? [fromDataUrl(one.image_url)] : [])),
      form: text?.format.type === 'json_schema' ? 'schema' : text?.format.type === 'json_object' ? 'json' : 'prose',
      properties: Object.keys(text?.format.schema?.properties ?? {}),
    }
  },
}
