import { z } from 'zod'
import type { Wire } from './wire.ts'
import { frame, INPUT_TOKENS, MODEL_ON_THE_WIRE, OUTPUT_TOKENS } from './wire.ts'

const part = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), source: z.object({ type: z.literal('base64'), data: z.string() }) }),
])

const schema = z.object({ properties: z.record(z.string(), z.unknown()) })

const request = z.object({
  stream: z.literal(true),
  max_tokens: z.number(),
  system: z.array(part).optional(),
  messages: z.array(z.object({ role: z.string(), content: z.array(part) })),
  output_config: z.object({ format: z.object({ schema }).optional() }).optional(),
  tools: z
    .array(z.object({ name: z.string(), type: z.string().optional(), input_schema: schema.optional() }))
    .optional(),
})

const STOP = { done: 'end_turn', length: 'max_tokens', refused: 'refusal' } as const

interface Event {
  readonly type: string
  readonly [field: string]: unknown
}

function block(index: number, content_block: object, deltas: readonly object[] = []): Event[] {
  return [
    { type: 'content_block_start', index, content_block },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ]
}

function inOrder(stop_reason: string, blocks: readonly Event[]): string[] {
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: MODEL_ON_THE_WIRE,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: INPUT_TOKENS, output_tokens: 1 },
  }
  const [first, ...others] = blocks
  const events: Event[] = [
    { type: 'message_start', message },
    ...(first ? [first] : []),
    { type: 'ping' },
    ...others,
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: OUTPUT_TOKENS } },
    { type: 'message_stop' },
  ]
  return events.map((event) => frame(event, event.type))
}

/** https://docs.anthropic.com/en/docs/build-with-claude/streaming */
export const anthropic: Wire = {
  basePath: '/v1',
  path: /^\/v1\/messages$/,
  events(words, ending, { byTool }) {
    const isToolUse = byTool === true && words[0]?.startsWith('{') === true
    const stop = isToolUse && ending === 'done' ? 'tool_use' : STOP[ending]
    return inOrder(stop, [
      ...block(
        0,
        isToolUse ? { type: 'tool_use', id: 'toolu_1', name: 'json', input: {} } : { type: 'text', text: '' },
        words.map((text) =>
          isToolUse ? { type: 'input_json_delta', partial_json: text } : { type: 'text_delta', text },
        ),
      ),
    ])
  },
  searchEvents(pages) {
    const use = { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }
    const results = pages.map(({ url, title }) => ({
      type: 'web_search_result',
      url,
      title,
      encrypted_content: 'x',
      page_age: null,
    }))
    const cited = pages.flatMap(({ url, title, says }) => (says === undefined ? [] : [{ url, title, says }]))
    return inOrder('end_turn', [
      ...block(0, use, [{ type: 'input_json_delta', partial_json: '{"query": "what it is about"}' }]),
      ...block(1, { type: 'web_search_tool_result', tool_use_id: use.id, content: results }),
      ...cited.flatMap(({ url, title, says }, index) => {
        const place = { type: 'web_search_result_location', url, title, encrypted_index: 'x', cited_text: says }
        const deltas = [
          { type: 'text_delta', text: 'In other words.' },
          { type: 'citations_delta', citation: place },
        ]
        return block(index + 2, { type: 'text', text: '' }, deltas)
      }),
    ])
  },
  error: (_, code, message) => ({ type: 'error', error: { type: code, message } }),
  errorEvent: (code, message) => frame({ type: 'error', error: { type: code, message } }, 'error'),
  read(body) {
    const { system = [], messages, output_config: config, tools } = request.parse(body)
    const parts = messages.flatMap(({ content }) => content)
    const tool = tools?.find(({ name }) => name === 'json')
    const asked = config?.format?.schema ?? tool?.input_schema
    return {
      instructions: system.flatMap((one) => (one.type === 'text' ? [one.text] : [])).join('\n'),
      texts: parts.flatMap((one) => (one.type === 'text' ? [one.text] : [])),
      pictures: parts.flatMap((one) => (one.type === 'image' ? [one.source.data] : [])),
      form: asked ? 'schema' : 'prose',
      maySearch: tools?.some(({ type }) => type?.startsWith('web_search_')) === true,
      properties: Object.keys(asked?.properties ?? {}),
      byTool: tool !== undefined,
    }
  },
}
