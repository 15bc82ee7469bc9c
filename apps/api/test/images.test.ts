import type { GenerateImagesResponse, ImageGeneration } from '@powerpost/contract'
import { IMAGE_MODELS, imageGenerationPageSchema, imageGenerationSchema } from '@powerpost/contract'
import { IMAGE_DIMENSIONS } from '#image-models/port.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBooks } from './harness/ledger.ts'
import { createPlainImageModel } from './harness/plain-image-model.ts'
import { createResources } from './harness/operation-fixtures.ts'
import type { Resources } from './harness/operation-fixtures.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForImages } from './harness/wait-for.ts'

const GENERATE = '/api/v1/images/generate'
const PROMPT = 'Two coffees for the price of one'

let server: TestServer
let resources: Resources

beforeAll(async () => {
  server = await startTestServer({ credits: 1000, builtInImageModel: createPlainImageModel() })
  resources = await createResources(server)
})
afterAll(() => server.stop())

async function start(body: object, headers?: Record<string, string>): Promise<GenerateImagesResponse> {
  const response = await server.post(GENERATE, body, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as GenerateImagesResponse
}

async function draw(body: object): Promise<ImageGeneration> {
  const { image_generation_id } = await start(body)
  return imageGenerationSchema.strict().parse(await waitForImages(server, image_generation_id))
}

/** By its link, as anybody reads it. */
async function fileOf({ images }: ImageGeneration, variant: 'url' | 'thumbnail_url' = 'url'): Promise<Buffer> {
  const response = await fetch(images[0]?.[variant] ?? '')
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

describe('an image generation', () => {
  it('answers as the specification says, and completes with images that are media of the workspace', async () => {
    const { balance } = await readBooks(server.db)
    const started = await start({ prompt: PROMPT, size: 'feed', quantity: 3, model: 'ideogram-3' })
    expect(started).toEqual({
      image_generation_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      status: 'processing',
      credits_used: 18,
      remaining_credits: balance - 18,
      status_url: `/api/v1/images/generations/${started.image_generation_id}`,
    })
    const generation = imageGenerationSchema.strict().parse(await waitForImages(server, started.image_generation_id))
    expect(generation).toMatchObject({
      status: 'completed',
      mode: 'text',
      prompt: PROMPT,
      size: 'feed',
      quantity: 3,
      model: 'ideogram-3',
      credits_used: 18,
      livemode: true,
      generator: { model: 'plain', built_in: true },
    })
    expect(generation.images).toHaveLength(3)
    for (const { media_id, url, thumbnail_url, width, height } of generation.images) {
      expect([width, height]).toEqual([1080, 1350])
      expect(url).toMatch(new RegExp(`/api/v1/media/${media_id}/content\\?`))
      expect(thumbnail_url).toMatch(new RegExp(`/api/v1/media/${media_id}/thumbnail\\?`))
      const medium = await server.db
        .selectFrom('media')
        .selectAll()
        .where('id', '=', media_id)
        .executeTakeFirstOrThrow()
      expect(medium).toMatchObject({ status: 'ready', type: 'image', mime_type: 'image/jpeg', livemode: true })
      expect(medium.file_name).toMatch(/^Two coffees for the price of one \d\.jpg$/)
    }
    const files = await Promise.all(generation.images.map((image) => fileOf({ ...generation, images: [image] })))
    expect(new Set(files.map((file) => file.toString('base64'))).size).toBe(3)
    expect((await sharp(await fileOf(generation, 'thumbnail_url')).metadata()).format).toBe('jpeg')
  })

  it.each(Object.entries(IMAGE_MODELS))(
    'by %s costs what the table says, in each of its sizes',
    async (model, rules) => {
      const drawn = await Promise.all(rules.sizes.map((size) => draw({ prompt: PROMPT, model, size })))
      for (const generation of drawn) {
        expect(generation.credits_used).toBe(rules.credits)
        const { format, width, height } = await sharp(await fileOf(generation)).metadata()
        expect({ format, width, height }).toEqual({ format: 'jpeg', ...IMAGE_DIMENSIONS[generation.size] })
      }
    },
  )

  it('without more than a prompt is one square by the default model', async () => {
    expect(await draw({ prompt: PROMPT, invented: true })).toMatchObject({
      size: 'square',
      quantity: 1,
      model: 'flux2-flex',
      credits_used: 5,
    })
  })

  it('with style images is a reference, and with an empty list of them is not', async () => {
    const { media } = resources
    expect(await draw({ prompt: PROMPT, style_images: [media, media.toUpperCase()] })).toMatchObject({
      mode: 'reference',
      status: 'completed',
    })
    expect(await draw({ prompt: PROMPT, style_images: [] })).toMatchObject({ mode: 'text' })
  })

  it("with a generation illustrates its first post type's caption, with or without a prompt", async () => {
    const generation_id = resources.generation
    const illustrated = { mode: 'post', generation_id, source_post_type: 'x-post', status: 'completed' }
    const plain = await draw({ generation_id })
    expect(plain).toMatchObject(illustrated)
    expect(plain).not.toHaveProperty('prompt')
    const body = { generation_id, source_post_type: 'x-post', prompt: PROMPT, style_images: [resources.media] }
    expect(await draw(body)).toMatchObject({ ...illustrated, prompt: PROMPT })
  })

  it('asked for an enhanced prompt without a text model is drawn by the plain one, and says so', async () => {
    const generation = await draw({ prompt: PROMPT, enhance_prompt: true })
    expect(generation).toMatchObject({ prompt: PROMPT, prompt_enhancement: 'unavailable', status: 'completed' })
    expect(generation).not.toHaveProperty('prompt_used')
  })

  it('sent twice under one Idempotency-Key happens once', async () => {
    const { balance } = await readBooks(server.db)
    const headers = { 'idempotency-key': 'the same picture' }
    const answers = await Promise.all([1, 2, 3].map(() => start({ prompt: PROMPT }, headers)))
    expect(new Set(answers.map(({ image_generation_id }) => image_generation_id)).size).toBe(1)
    expect((await readBooks(server.db)).balance).toBe(balance - 5)
  })

  it('whose image is deleted shows it no longer, and stays completed', async () => {
    const { image_generation_id: id, images } = await draw({ prompt: PROMPT, quantity: 2 })
    const [first, second] = images
    const response = await server.request(`/api/v1/media/${first?.media_id}`, { method: 'DELETE' })
    expect(response.status).toBe(200)
    const generation = await waitForImages(server, id)
    expect(generation).toMatchObject({ status: 'completed', images: [{ media_id: second?.media_id }] })
  })

  it('in the sandbox costs nothing, draws the same for the same request, and is seen by sandbox keys alone', async () => {
    const { balance } = await readBooks(server.db)
    const created = await server.post('/api/v1/account/api-keys', { name: 's', preset: 'read_write', sandbox: true })
    const { key } = (await created.json()) as { key: string }
    const headers = { 'x-api-key': key }
    const drawn: Buffer[] = []
    for (const _ of [1, 2]) {
      const { image_generation_id: id, credits_used } = await start({ prompt: PROMPT, model: 'gpt-image-1.5' }, headers)
      expect(credits_used).toBe(14)
      expect((await server.request(`/api/v1/images/generations/${id}`)).status).toBe(404)
      const generation = await waitForImages(server, id, headers)
      expect(generation).toMatchObject({ status: 'completed', livemode: false })
      drawn.push(await fileOf(generation))
    }
    expect(drawn[0]?.equals(drawn[1] ?? Buffer.alloc(0))).toBe(true)
    expect((await readBooks(server.db)).balance).toBe(balance)
  })
})

describe('the list of image generations', () => {
  it('goes newest first, page by page, narrowed to a status, and never shows images', async () => {
    const seen: string[] = []
    const times: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`
      const response = await server.request(`/api/v1/images/generations?limit=3&status=completed${query}`)
      const page = imageGenerationPageSchema.strict().parse(await response.json())
      seen.push(...page.data.map((item) => item.image_generation_id))
      times.push(...page.data.map((item) => item.created_at))
      expect(page.data.every((item) => item.status === 'completed' && !('images' in item))).toBe(true)
      cursor = page.next_cursor
    }
    expect(seen.length).toBeGreaterThan(6)
    expect(new Set(seen).size).toBe(seen.length)
    expect(times).toEqual(times.toSorted().toReversed())
    const pending = await server.request('/api/v1/images/generations?status=pending')
    expect(await pending.json()).toEqual({ data: [], next_cursor: null, has_more: false })
  })
})

describe('the books', () => {
  it('balance after all of that', async () => {
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
  })
})
