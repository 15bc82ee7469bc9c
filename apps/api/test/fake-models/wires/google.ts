import { z } from 'zod'
import type { Wire } from './wire.ts'
import { frame, INPUT_TOKENS, MODEL_ON_THE_WIRE, OUTPUT_TOKENS } from './wire.ts'

const part = z.union([
  z.object({ text: z.string() }),
  z.object({ inlineData: z.object({ mimeType: z.string(), data: z.string() }) }),
  z.object({ fileData: z.object({ mimeType: z.string(), fileUri: z.string() }) }),
])

const schema = z.object({ properties: z.record(z.string(), z.unknown()) })

const request = z.object({
  tools: z.array(z.object({ googleSearch: z.object({}) })).optional(),
  systemInstruction: z.object({ parts: z.array(part) }).optional(),
  contents: z.array(z.object({ role: z.string(), parts: z.array(part) })),
  generationConfig: z
    .object({
      responseMimeType: z.string().optional(),
      responseSchema: schema.optional(),
      responseJsonSchema: schema.optional(),
    })
    .optional(),
})

const FINISH = { done: 'STOP', length: 'MAX_TOKENS', refused: 'PROHIBITED_CONTENT' } as const

function chunk(text: string | undefined, more: object = {}) {
  const content = text === undefined ? {} : { content: { role: 'model', parts: [{ text }] } }
  return {
    candidates: [{ index: 0, ...content, ...more }],
    modelVersion: MODEL_ON_THE_WIRE,
    responseId: 'response-1',
  }
}

function lastChunk(text: string | undefined, more: object) {
  const usageMetadata = {
    promptTokenCount: INPUT_TOKENS,
    candidatesTokenCount: OUTPUT_TOKENS,
    totalTokenCount: INPUT_TOKENS + OUTPUT_TOKENS,
  }
  return { ...chunk(text, more), usageMetadata }
}

/** https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent */
export const google: Wire = {
  basePath: '/v1beta',
  path: /^\/v1beta\/models\/[^/]+:streamGenerateContent/,
  events(words, ending) {
    return [
      ...words.map((word) => frame(chunk(word))),
      frame(lastChunk(ending === 'refused' ? undefined : '', { finishReason: FINISH[ending] })),
    ]
  },
  searchEvents(pages) {
    const cited = [...pages.entries()].filter(([, { says }]) => says !== undefined)
    const groundingMetadata = {
      webSearchQueries: ['what it is about'],
      groundingChunks: pages.map(({ url, title }) => ({ web: { uri: url, title } })),
      groundingSupports: cited.map(([index, { says }]) => ({
        segment: { text: says },
        groundingChunkIndices: [index],
      })),
    }
    return [
      ...cited.map(([, { says = '' }]) => frame(chunk(`${says}\n`))),
      frame(lastChunk('', { finishReason: 'STOP', groundingMetadata })),
    ]
  },
  error: (status, code, message) => ({
    error: {
      code: status,
      message,
      status: code,
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: code }],
    },
  }),
  errorEvent: (code, message) => frame({ error: { code: 503, message, status: code } }),
  read(body) {
    const { systemInstruction, contents, generationConfig: config, tools = [] } = request.parse(body)
    const parts = contents.flatMap((content) => content.parts)
    const inline = parts.flatMap((one) => ('inlineData' in one ? [one.inlineData] : []))
    const asked = config?.responseJsonSchema ?? config?.responseSchema
    return {
      instructions: (systemInstruction?.parts ?? []).flatMap((one) => ('text' in one ? [one.text] : [])).join('\n'),
      texts: parts.flatMap((one) => ('text' in one ? [one.text] : [])),
      pictures: inline.flatMap(({ mimeType, data }) => (mimeType.startsWith('image/') ? [data] : [])),
      videos: [
        ...inline.filter(({ mimeType }) => mimeType.startsWith('video/')),
        ...parts.flatMap((one) =>
          'fileData' in one ? [{ mimeType: one.fileData.mimeType, uri: one.fileData.fileUri }] : [],
        ),
      ],
      form: asked ? 'schema' : config?.responseMimeType === 'application/json' ? 'json' : 'prose',
      maySearch: tools.length > 0,
      properties: Object.keys(asked?.properties ?? {}),
    }
  },
}
