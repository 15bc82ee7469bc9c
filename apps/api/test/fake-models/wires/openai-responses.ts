import { z } from 'zod'
import type { Wire } from './wire.ts'
import { frame, fromDataUrl, INPUT_TOKENS, MODEL_ON_THE_WIRE, OUTPUT_TOKENS } from './wire.ts'

const part = z.union([
  z.object({ type: z.enum(['input_text', 'output_text']), text: z.string() }),
  z.object({ type: z.literal('input_image'), image_url: z.string() }),
])

const request = z.object({
  stream: z.literal(true),
  tools: z.array(z.object({ type: z.literal('web_search') })).optional(),
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

const RESPONSE = { id: 'resp_1', object: 'response', created_at: 1_790_000_000, model: MODEL_ON_THE_WIRE }
const MESSAGE = { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] }
const PLACE = { item_id: 'msg_1', output_index: 0, content_index: 0 }

interface Event {
  readonly type: string
  readonly [field: string]: unknown
}

function endOf(type: string, more: object): Event {
  const usage = {
    input_tokens: INPUT_TOKENS,
    output_tokens: OUTPUT_TOKENS,
    total_tokens: INPUT_TOKENS + OUTPUT_TOKENS,
  }
  return { type, response: { ...RESPONSE, ...more, usage } }
}

function inOrder(events: readonly Event[]): string[] {
  const begun = ['response.created', 'response.in_progress'].map((type) => ({ type, response: RESPONSE }))
  return [...begun, ...events].map((event, index) => frame({ ...event, sequence_number: index }, event.type))
}

/** https://platform.openai.com/docs/api-reference/responses-streaming */
export const openaiResponses: Wire = {
  basePath: '/v1',
  path: /^\/v1\/responses$/,
  events(words, ending) {
    const said = ending === 'refused' ? 'response.refusal.delta' : 'response.output_text.delta'
    return inOrder([
      { type: 'response.output_item.added', output_index: 0, item: MESSAGE },
      ...words.map((delta) => ({ type: said, ...PLACE, delta })),
      { type: 'response.output_item.done', output_index: 0, item: { ...MESSAGE, status: 'completed' } },
      ending === 'length'
        ? endOf('response.incomplete', { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })
        : endOf('response.completed', { status: 'completed', incomplete_details: null }),
    ])
  },
  searchEvents(pages) {
    const call = { type: 'web_search_call', id: 'ws_1' }
    const sources = pages.map(({ url }) => ({ type: 'url', url }))
    const action = { type: 'search', query: 'what it is about', sources }
    let length = 0
    const cited = pages.flatMap(({ url, title, says }) => {
      if (says === undefined) return []
      const marker = `([${title}](${url}))`
      const start_index = length + says.length + 1
      const delta = `${says} ${marker}\n`
      length += delta.length
      const range = { start_index, end_index: start_index + marker.length }
      const annotation = { type: 'url_citation', url, title, ...range }
      return [
        { type: 'response.output_text.delta', ...PLACE, delta },
        { type: 'response.output_text.annotation.added', ...PLACE, annotation_index: 0, annotation },
      ]
    })
    return inOrder([
      { type: 'response.output_item.added', output_index: 0, item: { ...call, status: 'in_progress' } },
      { type: 'response.output_item.done', output_index: 0, item: { ...call, status: 'completed', action } },
      { type: 'response.output_item.added', output_index: 1, item: MESSAGE },
      ...cited,
      { type: 'response.output_item.done', output_index: 1, item: { ...MESSAGE, status: 'completed' } },
      endOf('response.completed', { status: 'completed', incomplete_details: null }),
    ])
  },
  error: (_, code, message) => ({ error: { message, type: 'invalid_request_error', param: null, code } }),
  errorEvent: (code, message) =>
    frame({ type: 'error', sequence_number: 0, error: { type: code, code, message, param: null } }, 'error'),
  read(body) {
    const { input, text, tools = [] } = request.parse(body)
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
      maySearch: tools.length > 0,
      properties: Object.keys(text?.format.schema?.properties ?? {}),
    }
  },
}
