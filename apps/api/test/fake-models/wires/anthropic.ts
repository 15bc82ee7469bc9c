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
  tools: z.array(z.object({ name: z.string(), input_schema: schema })).optional(),
})

const STOP = { done: 'end_turn', length: 'max_tokens', refused: 'refusal' } as const

/** https://docs.anthropic.com/en/docs/build-with-claude/streaming */
export const anthropic: Wire = {
  basePath: '/v1',
  path: /^\/v1\/messages$/,
  events(words, ending, { byTool }) {
    const isToolUse = byTool === true && words[0]?.startsWith('{') === true
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
    const events: { readonly type: string; readonly [field: string]: unknown }[] = [
      { type: 'message_start', message },
      {
        type: 'content_block_start',
        index: 0,
        content_block: isToolUse
          ? { type: 'tool_use', id: 'toolu_1', name: 'json', input: {} }
          : { type: 'text', text: '' },
      },
      { type: 'ping' },
      ...words.map((text) => ({
        type: 'content_block_delta',
        index: 0,
        delta: isToolUse ? { type: 'input_json_delta', partial_json: text } : { type: 'text_delta', text },
      })),
      { type: 'content_block_stop', index: 0 },
      {
        type: 'message_delta',
        delta: { stop_reason: isToolUse && ending === 'done' ? 'tool_use' : STOP[ending], stop_sequence: null },
        usage: { output_tokens: OUTPUT_TOKENS },
      },
      { type: 'message_stop' },
    ]
    return events.map((event) => frame(event, event.type))
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
      properties: Object.keys(asked?.properties ?? {}),
      byTool: tool !== undefined,
    }
  },
}
