import type { ImageWire, PictureRequest, RawRequest } from './wire.ts'
import { onlyKnown, readJson, readText, SAID, WireError } from './wire.ts'

const FIELDS = ['model', 'prompt', 'n', 'size', 'output_format']
const SIZES = ['1024x1024', '1536x1024', '1024x1536']

/** https://platform.openai.com/docs/api-reference/images */
export const openai: ImageWire = {
  basePath: '/v1',
  stepOf: ({ method, path }) =>
    method === 'POST' && /^\/v1\/images\/(?:generations|edits)$/u.test(path) ? 'submit' : undefined,
  hasKey: ({ headers }, key) => headers.authorization === `Bearer ${key}`,
  withoutKey: [],
  async read(request) {
    if (request.path.endsWith('/edits')) return readEdit(request)
    const fields = readJson(request, FIELDS)
    if (fields['n'] !== 1) throw new WireError('n must be 1')
    return toRequest((name) => fields[name], [])
  },
  reply: (_, { picture }) => ({
    status: 200,
    body: {
      created: 1_795_000_000,
      data: [{ b64_json: picture.bytes.toString('base64') }],
      usage: { input_tokens: 50, output_tokens: 1056, total_tokens: 1106 },
    },
  }),
  refusals: [
    {
      step: 'submit',
      reply: {
        status: 400,
        body: {
          error: { message: SAID, type: 'image_generation_user_error', param: null, code: 'moderation_blocked' },
        },
      },
    },
  ],
  error: (_, message) => ({ error: { message, type: 'some_error', param: null, code: null } }),
}

async function readEdit({ headers, body }: RawRequest): Promise<PictureRequest> {
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) throw new WireError('a form is expected')
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  onlyKnown([...form.keys()], [...FIELDS, 'image', 'image[]'])
  if (form.get('n') !== '1') throw new WireError('n must be 1')
  const files = [...form.getAll('image'), ...form.getAll('image[]')]
  const images = await Promise.all(
    files.map(async (file) => {
      if (!(file instanceof File) || file.type !== 'image/jpeg') throw new WireError('image must be a JPEG file')
      return Buffer.from(await file.arrayBuffer())
    }),
  )
  if (images.length === 0) throw new WireError('image is missing')
  return toRequest((name) => form.get(name), images)
}

function toRequest(field: (name: string) => unknown, images: readonly Buffer[]): PictureRequest {
  const shape = readText(field('size'), 'size')
  if (!SIZES.includes(shape)) throw new WireError(`size must be one of ${SIZES.join(', ')}`)
  if (field('output_format') !== 'jpeg') throw new WireError('output_format is expected to be jpeg')
  const [width = 0, height = 0] = shape.split('x').map(Number)
  const prompt = readText(field('prompt'), 'prompt')
  return { model: readText(field('model'), 'model'), prompt, shape, width, height, images }
}
