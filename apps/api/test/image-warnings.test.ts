import type { GenerateImagesResponse, ImageGeneration } from '@powerpost/contract'
import { reviewBrief } from '#image-models/built-in/review-brief.ts'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { readBooks } from './harness/ledger.ts'
import { createResources } from './harness/operation-fixtures.ts'
import { createScriptedImageModel } from './harness/scripted-image-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForImages } from './harness/wait-for.ts'

const PRICE = 5
const PHOTO = 'A photo of our barista pouring latte art, natural light'

let server: TestServer
/** The prompts that the model was asked to draw. */
let drawn: (string | undefined)[]
afterEach(() => server.stop())

async function start() {
  drawn = []
  const scripted = createScriptedImageModel(async ({ prompt }) => {
    drawn.push(prompt)
    return undefined
  })
  server = await startTestServer({ credits: 100, builtInImageModel: { ...scripted, review: reviewBrief } })
}

async function generate(body: Record<string, unknown>): Promise<ImageGeneration> {
  const response = await server.post('/api/v1/images/generate', body)
  expect(response.status, await response.clone().text()).toBe(200)
  return waitForImages(server, ((await response.json()) as GenerateImagesResponse).image_generation_id)
}

const refunds = () => server.db.selectFrom('credit_ledger').selectAll().where('kind', '=', 'refund').execute()

describe('a picture that the built-in model cannot draw', () => {
  it('is not drawn as words, is warned of, and costs nothing', async () => {
    await start()
    const { balance } = await readBooks(server.db)
    const generation = await generate({ prompt: PHOTO, quantity: 3 })
    expect(generation).toMatchObject({
      status: 'failed',
      images: [],
      credits_used: 3 * PRICE,
      credits_refunded: 3 * PRICE,
      warnings: [{ code: 'picture_not_drawn', field: 'prompt', message: expect.stringContaining('a photograph') }],
      error: { code: 'IMAGE_GENERATION_FAILED', message: expect.stringMatching(/quotation marks.*refunded/u) },
    })
    expect(drawn).toEqual([])
    expect(await readBooks(server.db)).toMatchObject({ balance, ledger: balance })
    expect(await refunds()).toHaveLength(1)
  })

  it('gives way to a card of the caption where there is one, which is free and says so', async () => {
    await start()
    const { generation: generation_id } = await createResources(server)
    const { balance } = await readBooks(server.db)
    const generation = await generate({ generation_id, source_post_type: 'x-post', prompt: PHOTO, quantity: 2 })
    expect(generation).toMatchObject({
      status: 'completed',
      images: [{}, {}],
      credits_refunded: 2 * PRICE,
      warnings: [{ code: 'picture_not_drawn', message: expect.stringContaining('A card with the caption') }],
    })
    expect(drawn.filter((prompt) => prompt === PHOTO)).toHaveLength(2)
    expect(await readBooks(server.db)).toMatchObject({ balance, ledger: balance })
  })

  it('leaves the images of a regeneration as they were, at no cost', async () => {
    await start()
    const before = await generate({ prompt: 'Two coffees for the price of one', quantity: 2 })
    const id = before.image_generation_id
    const { balance } = await readBooks(server.db)
    const response = await server.post(`/api/v1/images/generations/${id}/regenerate`, { positions: [1], prompt: PHOTO })
    expect(response.status).toBe(200)
    const after = await waitForImages(server, id)
    expect(after).toMatchObject({
      status: 'completed',
      regeneration: { status: 'failed', credits_refunded: PRICE, warnings: [{ code: 'picture_not_drawn' }] },
    })
    expect(after.warnings).toBeUndefined()
    expect(after.images.map(({ media_id }) => media_id)).toEqual(before.images.map(({ media_id }) => media_id))
    expect(await readBooks(server.db)).toMatchObject({ balance, ledger: balance })
  })

  it('is no matter of words, which are drawn and charged without a warning', async () => {
    await start()
    const generation = await generate({ prompt: '"A photo of our barista"' })
    expect(generation).toMatchObject({ status: 'completed', credits_used: PRICE })
    expect(generation.warnings).toBeUndefined()
    expect(generation.credits_refunded).toBeUndefined()
  })
})

describe('a style image that cannot be looked at', () => {
  it('is warned of by its place, and the images are drawn without it', async () => {
    await start()
    const { media } = await createResources(server)
    await sql`update media set storage_key = 'media/of/nothing' where id = ${media}`.execute(server.db)
    const generation = await generate({ prompt: 'Slow mornings', style_images: [media] })
    expect(generation).toMatchObject({
      status: 'completed',
      warnings: [{ code: 'style_image_not_seen', field: 'style_images[0]' }],
    })
  })
})
