import type { ImageWire } from './wire.ts'
import { readJson, readNumber, readText, SAID, WireError } from './wire.ts'

const IMAGES = ['input_image', 'input_image_2', 'input_image_3', 'input_image_4']
const FIELDS = ['prompt', 'seed', 'width', 'height', 'output_format', 'prompt_upsampling', ...IMAGES]

const task = (id: string, status: string, result: object | null = null) => ({
  status: 200,
  body: { id, status, result, progress: null, details: null },
})

/** https://docs.bfl.ai/api-reference: a task is submitted, looked at, and what it made fetched from another host. */
export const blackForestLabs: ImageWire = {
  basePath: '/v1',
  stepOf({ method, path }) {
    if (method === 'POST') return /^\/v1\/flux-[a-z0-9.-]+$/u.test(path) ? 'submit' : undefined
    if (method !== 'GET') return undefined
    if (/^\/v1\/get_result\?id=[\w-]+$/u.test(path)) return 'poll'
    return /^\/delivery\/[\w-]+$/u.test(path) ? 'download' : undefined
  },
  hasKey: ({ headers }, key) => headers['x-key'] === key,
  // It would be another host's; here all are one, to which the package may send it.
  withoutKey: [],
  read(request) {
    const fields = readJson(request, FIELDS)
    const [width, height] = [readNumber(fields['width'], 'width'), readNumber(fields['height'], 'height')]
    if (width % 16 !== 0 || height % 16 !== 0) throw new WireError('width and height must be multiples of 16')
    if (width * height > 4_000_000) throw new WireError('at most 4 megapixels')
    if (fields['prompt_upsampling'] !== false) throw new WireError('the prompt would be rewritten')
    if (fields['output_format'] !== 'jpeg') throw new WireError('output_format is expected to be jpeg')
    return {
      model: request.path.replace('/v1/', ''),
      prompt: readText(fields['prompt'], 'prompt'),
      shape: `${width}x${height}`,
      width,
      height,
      seed: readNumber(fields['seed'], 'seed'),
      images: IMAGES.filter((name) => fields[name] !== undefined).map((name) =>
        Buffer.from(readText(fields[name], name), 'base64'),
      ),
    }
  },
  reply(step, { origin, id, picture: { mimeType, bytes } }) {
    if (step === 'submit') {
      return { status: 200, body: { id, polling_url: `${origin}/v1/get_result?id=${id}`, cost: 6, output_mp: 1.2 } }
    }
    if (step === 'poll') return task(id, 'Ready', { sample: `${origin}/delivery/${id}`, seed: 1, prompt: '' })
    return { status: 200, headers: { 'content-type': mimeType }, body: bytes }
  },
  refusals: [
    { step: 'poll', reply: task('1', 'Request Moderated', { says: SAID }) },
    { step: 'poll', reply: task('1', 'Content Moderated', { says: SAID }) },
  ],
  error: (_, detail) => ({ detail }),
}

/** What a task is said to be while it goes on. */
export const ONGOING = ['Pending', 'Reasoning', 'Generating'].map((status) => task('1', status))
