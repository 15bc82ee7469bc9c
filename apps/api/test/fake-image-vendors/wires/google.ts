import { z } from 'zod'
import type { ImageWire } from './wire.ts'
import { readJson, SAID, WireError } from './wire.ts'

const bodySchema = z.strictObject({
  contents: z
    .array(
      z.strictObject({
        role: z.literal('user'),
        parts: z.array(
          z.union([
            z.strictObject({ text: z.string().min(1) }),
            z.strictObject({ inlineData: z.strictObject({ mimeType: z.literal('image/jpeg'), data: z.base64() }) }),
          ]),
        ),
      }),
    )
    .length(1),
  generationConfig: z.strictObject({
    responseModalities: z.tuple([z.literal('IMAGE')]),
    imageConfig: z.strictObject({ aspectRatio: z.enum(['1:1', '4:5', '9:16', '16:9', '3:4']) }),
    seed: z.int(),
  }),
})

/** The pixels that Gemini draws by default: https://ai.google.dev/gemini-api/docs/image-generation#aspect_ratios */
const PIXELS: Readonly<Record<string, readonly [number, number]>> = {
  '1:1': [1024, 1024],
  '3:4': [864, 1184],
  '4:5': [896, 1152],
  '9:16': [768, 1344],
  '16:9': [1344, 768],
}

const usageMetadata = { promptTokenCount: 12, candidatesTokenCount: 1290, totalTokenCount: 1302 }

/** https://ai.google.dev/api/generate-content */
export const google: ImageWire = {
  basePath: '/v1beta',
  stepOf: ({ method, path }) =>
    method === 'POST' && /^\/v1beta\/models\/[^/]+:generateContent$/u.test(path) ? 'submit' : undefined,
  hasKey: ({ headers }, key) => headers['x-goog-api-key'] === key,
  withoutKey: [],
  read(request) {
    const body = bodySchema.safeParse(readJson(request, ['contents', 'generationConfig']))
    if (!body.success) throw new WireError(z.prettifyError(body.error))
    const { contents, generationConfig } = body.data
    const parts = contents[0]?.parts ?? []
    const shape = generationConfig.imageConfig.aspectRatio
    const [width, height] = PIXELS[shape] ?? [0, 0]
    return {
      model: /models\/([^:]+):/u.exec(request.path)?.[1] ?? '',
      prompt: parts.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n'),
      shape,
      width,
      height,
      seed: generationConfig.seed,
      images: parts.flatMap((part) => ('inlineData' in part ? [Buffer.from(part.inlineData.data, 'base64')] : [])),
    }
  },
  reply: (_, { picture: { mimeType, bytes } }) => ({
    status: 200,
    body: {
      candidates: [
        {
          content: { role: 'model', parts: [{ inlineData: { mimeType, data: bytes.toString('base64') } }] },
          finishReason: 'STOP',
        },
      ],
      usageMetadata,
    },
  }),
  refusals: [
    {
      step: 'submit',
      reply: {
        status: 200,
        body: { candidates: [{ finishReason: 'IMAGE_SAFETY', finishMessage: SAID }], usageMetadata },
      },
    },
    {
      step: 'submit',
      reply: { status: 200, body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata } },
    },
  ],
  error: (code, message) => ({ error: { code, message, status: 'SOME_STATUS' } }),
}
