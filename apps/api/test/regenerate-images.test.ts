import type { GenerateImagesResponse, ImageGeneration, ImageGenerationEvent } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { ModelError } from '#models/port.ts'
import { readEventStream } from './harness/event-stream.ts'
import { readBooks } from './harness/ledger.ts'
import { createPlainImageModel } from './harness/plain-image-model.ts'
import { createScriptedImageModel } from './harness/scripted-image-model.ts'
import { createGate } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForImages } from './harness/wait-for.ts'

const PRICE = 5

let server: TestServer
afterEach(() => server.stop())

/** The error that a request is refused with. */
async function errorOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { error: unknown }).error
}

async function generate(more: Record<string, unknown> = {}): Promise<ImageGeneration> {
  const response = await server.post('/api/v1/images/generate', { prompt: 'A cup', quantity: 3, ...more })
  return waitForImages(server, ((await response.json()) as GenerateImagesResponse).image_generation_id)
}

function regenerate(id: string, body: Record<string, unknown>, headers?: Record<string, string>): Promise<Response> {
  return server.post(`/api/v1/images/generations/${id}/regenerate`, body, headers)
}

async function watch(id: string, after?: number) {
  const headers = { ...(after !== undefined && { 'last-event-id': String(after) }) }
  const response = await server.request(`/api/v1/images/generations/${id}/events`, { headers })
  expect(response.status).toBe(200)
  return readEventStream<ImageGenerationEvent>(response)
}

const idsOf = ({ images }: ImageGeneration) => images.map(({ media_id }) => media_id)
const namesOf = (events: readonly ImageGenerationEvent[]) => events.map(({ number, event }) => `${number} ${event}`)

describe('images that are regenerated', () => {
  it('take the place of the old ones when all are finished, and cost what they cost at first', async () => {
    const gate = createGate()
    const model = createScriptedImageModel(async ({ prompt }) => {
      if (prompt === 'An evening cup') await gate.opened
      return undefined
    })
    server = await startTestServer({ credits: 100, builtInImageModel: model })
    const before = await generate()
    const { image_generation_id: id } = before
    const key = { 'idempotency-key': 'once' }
    const body = { positions: [2, 0, 2], prompt: 'An evening cup' }
    const started = await (await regenerate(id, body, key)).json()
    expect(await (await regenerate(id, body, key)).json()).toEqual(started)
    expect(started).toMatchObject({ image_generation_id: id, credits_used: 2 * PRICE, remaining_credits: 75 })
    const during = (await (await server.request(`/api/v1/images/generations/${id}`)).json()) as ImageGeneration
    expect(during).toMatchObject({ status: 'processing', regeneration: { status: 'processing', positions: [0, 2] } })
    expect(idsOf(during)).toEqual(idsOf(before))
    expect(during.completed_at).toBeUndefined()
    expect(await errorOf(await regenerate(id, { positions: [1] }))).toMatchObject({ code: 'CONFLICT' })
    gate.open()
    const after = await waitForImages(server, id)
    const regeneration = { status: 'completed', prompt: 'An evening cup', credits_used: 2 * PRICE }
    expect(after).toMatchObject({ status: 'completed', prompt: 'A cup', credits_used: 3 * PRICE, regeneration })
    const [old, fresh] = [idsOf(before), idsOf(after)]
    expect(fresh[1]).toBe(old[1])
    expect([...fresh, old[0], old[2]]).toEqual([...new Set([...fresh, old[0], old[2]])])
    // The files of the old ones stay.
    expect((await server.request(`/api/v1/media/${old[0]}`)).status).toBe(200)
    expect(model.briefs.filter(({ prompt }) => prompt === 'An evening cup')).toHaveLength(2)
    // The next one is drawn from the first prompt again, and is another image.
    await regenerate(id, { positions: [0] })
    expect(idsOf(await waitForImages(server, id))[0]).not.toBe(fresh[0])
    expect(model.briefs.at(-1)?.prompt).toBe('A cup')
    expect(await readBooks(server.db)).toEqual({ balance: 70, ledger: 70, entries: 4 })
    const types = await server.db.selectFrom('credit_ledger').select('operation_type').orderBy('id').execute()
    expect(types.at(-1)).toEqual({ operation_type: 'image_regeneration' })
  })

  it('stay as they were where one fails, with its credits given back once', async () => {
    const model = createScriptedImageModel(async ({ prompt, index }) => {
      if (prompt === 'Half' && index === 1) throw new ModelError('refused', 'no')
      return undefined
    })
    server = await startTestServer({ credits: 100, builtInImageModel: model })
    const before = await generate()
    const { image_generation_id: id } = before
    await regenerate(id, { positions: [0, 1], prompt: 'Half' })
    const after = await waitForImages(server, id)
    const error = { code: 'IMAGE_GENERATION_FAILED', message: expect.stringMatching(/^1 of 2 images failed/) }
    const regeneration = { status: 'failed', credits_used: 2 * PRICE, credits_refunded: PRICE, error }
    expect(after).toMatchObject({ status: 'completed', regeneration })
    expect(after.error).toBeUndefined()
    expect(idsOf(after).slice(1)).toEqual(idsOf(before).slice(1))
    expect(idsOf(after)[0]).not.toBe(idsOf(before)[0])
    expect(await readBooks(server.db)).toEqual({ balance: 80, ledger: 80, entries: 4 })
    const events = await (await watch(id)).rest()
    expect(namesOf(events)).toEqual(['7 queued', '8 drawing', '9 image', '10 failed'])
    expect(events.at(-1)?.data).toMatchObject({ images: after.images.map(({ media_id }) => ({ media_id })) })
  })

  it('are refused, and nothing is changed', async () => {
    server = await startTestServer({ credits: 30, builtInImageModel: createPlainImageModel() })
    const { image_generation_id: id } = await generate()
    const books = await readBooks(server.db)
    const invalid = { code: 'VALIDATION_ERROR' } as const
    const last = [{ path: 'positions[1]', message: 'must be at most 2' }]
    expect(await errorOf(await regenerate(id, { positions: [0, 3] }))).toMatchObject({ ...invalid, details: last })
    expect(await errorOf(await regenerate(id, { positions: [] }))).toMatchObject(invalid)
    expect(await errorOf(await regenerate(id, { positions: [0], prompt: ' ' }))).toMatchObject(invalid)
    expect(await errorOf(await regenerate(id, { positions: [0], max_credits: 4 }))).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
    })
    expect(await errorOf(await regenerate('nothing', { positions: [0] }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await readBooks(server.db)).toEqual(books)
  })

  it('are refused when a style image of theirs was deleted', async () => {
    server = await startTestServer({ builtInImageModel: createPlainImageModel() })
    const [style] = idsOf(await generate({ quantity: 1 }))
    const { image_generation_id: id } = await generate({ quantity: 1, style_images: [style] })
    expect((await server.request(`/api/v1/media/${style}`, { method: 'DELETE' })).status).toBe(200)
    const response = await regenerate(id, { positions: [0] })
    expect(await errorOf(response)).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/style image/) })
  })
})

describe('the stream of an image generation', () => {
  it('has each image as it is finished, and is resumed without a gap or a duplicate', async () => {
    const gate = createGate()
    const model = createScriptedImageModel(async ({ index }) => {
      if (index === 1) await gate.opened
      return undefined
    })
    server = await startTestServer({ builtInImageModel: model })
    const response = await server.post('/api/v1/images/generate', { prompt: 'A cup', quantity: 2 })
    const { image_generation_id: id } = (await response.json()) as GenerateImagesResponse
    const stream = await watch(id)
    const events = [await stream.next(), await stream.next(), await stream.next()]
    expect(events).toMatchObject([
      { number: 1, event: 'queued', data: { image_generation_id: id, status: 'processing', positions: [0, 1] } },
      { number: 2, event: 'drawing' },
      { number: 3, event: 'image', data: { position: 0, image: { width: 1080, height: 1080 } } },
    ])
    await stream.close()
    gate.open()
    const rest = await (await watch(id, 3)).rest()
    expect(namesOf(rest)).toEqual(['4 image', '5 completed'])
    const { images } = await waitForImages(server, id)
    expect(rest.at(-1)?.data).toMatchObject({ images: images.map(({ media_id }) => ({ media_id })) })
    expect(await (await watch(id, 5)).rest()).toEqual([])
  })
})
