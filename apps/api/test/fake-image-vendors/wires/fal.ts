import type { ImageWire } from './wire.ts'
import { readJson, readNumber, readText, SAID, WireError } from './wire.ts'

const FIELDS = ['prompt', 'seed', 'image_size', 'num_images', 'image_urls', 'expand_prompt']

/** The pixels that Ideogram draws for the names of sizes. */
const PIXELS: Readonly<Record<string, readonly [number, number]>> = {
  square_hd: [1024, 1024],
  portrait_4_3: [864, 1152],
  portrait_16_9: [736, 1312],
  landscape_16_9: [1312, 736],
}

/** https://fal.ai/models/fal-ai/ideogram/v3/api, by the synchronous https://docs.fal.ai/model-endpoints/synchronous-requests */
export const fal: ImageWire = {
  basePath: '',
  stepOf({ method, path }) {
    if (method === 'POST') return /^\/fal-ai\/ideogram\/v3$/u.test(path) ? 'submit' : undefined
    return method === 'GET' && /^\/files\/[\w-]+$/u.test(path) ? 'download' : undefined
  },
  hasKey: ({ headers }, key) => headers.authorization === `Key ${key}`,
  withoutKey: ['download'],
  read(request) {
    const fields = readJson(request, FIELDS)
    if (fields['num_images'] !== 1) throw new WireError('num_images must be 1')
    if (fields['expand_prompt'] !== false) throw new WireError('the prompt would be rewritten')
    const shape = readText(fields['image_size'], 'image_size')
    const [width, height] = PIXELS[shape] ?? [0, 0]
    if (width === 0) throw new WireError(`image_size must be one of ${Object.keys(PIXELS).join(', ')}`)
    return {
      model: request.path.slice(1),
      prompt: readText(fields['prompt'], 'prompt'),
      shape,
      width,
      height,
      seed: readNumber(fields['seed'], 'seed'),
      images: readImages(fields['image_urls']),
    }
  },
  reply: (step, { origin, id, picture: { mimeType, bytes } }) =>
    step === 'submit'
      ? {
          status: 200,
          body: {
            images: [{ url: `${origin}/files/${id}`, content_type: mimeType, file_size: bytes.length }],
            seed: 1,
          },
        }
      : { status: 200, headers: { 'content-type': mimeType }, body: bytes },
  refusals: [
    {
      step: 'submit',
      reply: {
        status: 422,
        body: { detail: [{ loc: ['body', 'prompt'], msg: SAID, type: 'content_policy_violation' }] },
      },
    },
  ],
  error: (_, message) => ({ message }),
}

function readImages(urls: unknown): Buffer[] {
  if (urls === undefined) return []
  if (!Array.isArray(urls)) throw new WireError('image_urls must be a list')
  return urls.map((url) => {
    const prefix = 'data:image/jpeg;base64,'
    if (typeof url !== 'string' || !url.startsWith(prefix)) throw new WireError('image_urls must be JPEGs')
    return Buffer.from(url.slice(prefix.length), 'base64')
  })
}
