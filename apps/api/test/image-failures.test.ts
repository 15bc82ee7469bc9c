import type { GenerateImagesResponse, ImageGeneration } from '@powerpost/contract'
import { sql } from 'kysely'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DrawnImage, ImageBrief } from '#image-models/port.ts'
import { ModelError } from '#models/port.ts'
import { whileEndingWaits } from './harness/end-waits.ts'
import type { EndedWait } from './harness/end-waits.ts'
import { readBooks } from './harness/ledger.ts'
import { uploadFile } from './harness/media.ts'
import { createScriptedImageModel } from './harness/scripted-image-model.ts'
import { createGate } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForImages } from './harness/wait-for.ts'
import type { WebhookReceiver } from './harness/webhook-receiver.ts'
import { startWebhookReceiver } from './harness/webhook-receiver.ts'
import { createEndpoint, PRIVATE_URLS } from './harness/webhooks.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

/** Attempts of the catalogue: one, and its retries. */
const ATTEMPTS = 4

type Script = (brief: ImageBrief) => Promise<DrawnImage | undefined>

/** What is done about each prompt; others are drawn plainly. */
const scripts = new Map<string, Script>()
const imageModel = createScriptedImageModel(async (brief) => scripts.get(brief.prompt ?? '')?.(brief))
const waits: EndedWait[] = []
/** What an operator is woken up for. */
const loggedErrors: string[] = []

let server: TestServer
let receiver: WebhookReceiver

beforeAll(async () => {
  receiver = await startWebhookReceiver()
  const logger = pino({ level: 'error' }, { write: (line) => void loggedErrors.push(line) })
  server = await startTestServer({ credits: 1000, builtInImageModel: imageModel, environment: PRIVATE_URLS, logger })
  await createEndpoint(server, receiver.urlOf('/'), ['image_generation.completed', 'image_generation.failed'])
})
afterAll(async () => {
  await server.stop()
  receiver.stop()
  await removeMediaFiles()
})

let scripted = 0

/** Generates images by a prompt of its own, which a script knows. */
async function draw(script: Script, body: object = {}): Promise<ImageGeneration> {
  scripted += 1
  const prompt = `Scripted ${scripted}`
  scripts.set(prompt, script)
  const response = await server.post('/api/v1/images/generate', { prompt, quantity: 3, ...body })
  const { image_generation_id: id } = (await response.json()) as GenerateImagesResponse
  return whileEndingWaits(
    server.db,
    () => waitForImages(server, id),
    (wait) => waits.push(wait),
  )
}

function briefsOf({ prompt }: ImageGeneration): readonly ImageBrief[] {
  return imageModel.briefs.filter((brief) => brief.prompt === prompt)
}

async function eventOf({ image_generation_id: id }: ImageGeneration) {
  const find = () => receiver.received.filter(({ body }) => body.includes(id))
  await expect.poll(() => find().length, { timeout: 10_000 }).toBe(1)
  return find()[0]?.event
}

async function filesOf({ prompt }: ImageGeneration): Promise<number> {
  const name = `${prompt}%`
  return (await server.db.selectFrom('media').select('id').where('file_name', 'like', name).execute()).length
}

async function entriesOf(id: string) {
  return server.db
    .selectFrom('credit_ledger')
    .select(['kind', 'amount', 'operation_type'])
    .where('operation_id', '=', id)
    .orderBy('id')
    .execute()
}

describe('an image generation of which', () => {
  it('one image is refused keeps the others, gives back that one alone, once, and tells listeners', async () => {
    const script: Script = async ({ index }) => {
      if (index === 1) throw new ModelError('refused', 'secret-of-the-vendor')
      return undefined
    }
    const generation = await draw(script, { model: 'nano-banana-2' })
    expect(generation).toMatchObject({
      status: 'failed',
      credits_used: 18,
      credits_refunded: 6,
      error: {
        code: 'IMAGE_GENERATION_FAILED',
        message:
          '1 of 3 images failed, and their credits were refunded. The image model refused to generate this; change the prompt.',
      },
    })
    expect(generation.images).toHaveLength(2)
    expect(briefsOf(generation)).toHaveLength(3)
    expect(await entriesOf(generation.image_generation_id)).toEqual([
      { kind: 'debit', amount: -18, operation_type: 'image_generation' },
      { kind: 'refund', amount: 6, operation_type: 'image_generation' },
    ])
    const event = await eventOf(generation)
    expect(event).toMatchObject({
      event: 'image_generation.failed',
      data: {
        image_generation_id: generation.image_generation_id,
        status: 'failed',
        error_code: 'IMAGE_GENERATION_FAILED',
        error_message: generation.error?.message,
        images: generation.images.map(({ media_id }) => ({ media_id })),
      },
    })
    expect(JSON.stringify([generation, event])).not.toContain('secret-of-the-vendor')
    expect(loggedErrors.filter((line) => line.includes('secret-of-the-vendor'))).toEqual([])
  })

  it('none fails tells listeners of its images', async () => {
    const generation = await draw(async () => undefined)
    expect(generation).toMatchObject({ status: 'completed', generator: { model: 'scripted', built_in: false } })
    expect(generation).not.toHaveProperty('credits_refunded')
    expect(await eventOf(generation)).toMatchObject({
      event: 'image_generation.completed',
      data: { status: 'completed', images: generation.images },
    })
  })

  it('one breaks for a while has that one drawn again, and no other', async () => {
    let times = 0
    const generation = await draw(async ({ index }) => {
      if (index === 2 && ++times < 3) throw new Error('it broke')
      return undefined
    })
    expect(generation).toMatchObject({ status: 'completed' })
    expect(generation.images).toHaveLength(3)
    const briefs = briefsOf(generation)
    expect(briefs.map(({ index }) => index).toSorted()).toEqual([0, 1, 2, 2, 2])
    expect(new Set(briefs.map(({ index, seed }) => `${index} ${seed}`)).size).toBe(3)
  })

  it('one is put off waits for as long as the model asks', async () => {
    let times = 0
    const generation = await draw(async ({ index }) => {
      if (index === 0 && ++times === 1) throw new ModelError('busy', 'busy', { retryAfterSeconds: 300 })
      return undefined
    })
    expect(generation).toMatchObject({ status: 'completed' })
    const waited = waits.filter((wait) => wait.run_id === generation.image_generation_id)
    expect(waited.map(({ state, seconds }) => [state, seconds])).toEqual([['created', 300]])
  })

  it('all break until the end gives all credits back, once', async () => {
    const generation = await draw(async () => {
      throw new ModelError('down', 'down')
    })
    expect(generation).toMatchObject({
      status: 'failed',
      images: [],
      credits_refunded: 15,
      error: {
        message: 'The image model could not be reached, or stopped; try again later. The credits were refunded.',
      },
    })
    expect(briefsOf(generation)).toHaveLength(3 * ATTEMPTS)
    expect((await entriesOf(generation.image_generation_id)).map(({ amount }) => amount)).toEqual([-15, 15])
    expect(await filesOf(generation)).toBe(0)
  })
})

describe('what a model draws', () => {
  it('is not kept when it is no picture', async () => {
    const html = async () => ({ mimeType: 'image/png', bytes: Buffer.from('<html>nothing to see') }) as const
    const generation = await draw(html, { quantity: 1 })
    expect(generation).toMatchObject({
      status: 'failed',
      images: [],
      error: { message: expect.stringMatching(/^The image model returned nothing usable/) },
    })
    expect(await filesOf(generation)).toBe(0)
  })

  it('is cropped to exactly the size that was asked for', async () => {
    const picture = sharp({ create: { width: 1024, height: 1536, channels: 3, background: '#888' } })
    const tall = async () => ({ mimeType: 'image/webp', bytes: await picture.webp().toBuffer() }) as const
    const { images } = await draw(tall, { quantity: 1, size: 'portrait' })
    expect(images).toEqual([expect.objectContaining({ width: 1080, height: 1920 })])
  })

  it('is not kept when the account has no room left, and says so', async () => {
    const { id: account_id } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const id = '0199a1b2-0000-7000-8000-000000000099'
    const now = new Date()
    const file = {
      id,
      storage_key: 'media/99/full',
      file_size: 10 * 1024 ** 3,
      colours: [],
      status: 'uploading' as const,
    }
    const owner = { account_id, workspace_id: server.workspaceId, livemode: true, created_at: now, touched_at: now }
    await server.db
      .insertInto('media')
      .values({ ...file, ...owner })
      .execute()
    const generation = await draw(async () => undefined, { quantity: 1 })
    await server.db.deleteFrom('media').where('id', '=', id).execute()
    expect(generation.error?.message).toBe(
      'The media of this account would take more than 10 GiB. The credits were refunded.',
    )
  })
})

describe('a style image', () => {
  it('cannot be deleted while images are drawn in its look, and can be afterwards', async () => {
    const { media_id } = await uploadFile(server, (await makeMediaFiles()).jpeg)
    const statuses: number[] = []
    const remove = async () => (await server.request(`/api/v1/media/${media_id}`, { method: 'DELETE' })).status
    const script: Script = async () => {
      statuses.push(await remove())
      return undefined
    }
    expect(await draw(script, { quantity: 1, style_images: [media_id] })).toMatchObject({ status: 'completed' })
    expect([...statuses, await remove()]).toEqual([409, 200])
  })
})

describe('a workspace that is deleted while images are drawn in it', () => {
  it('gives the credits back, once, and keeps nothing', async () => {
    const gate = createGate()
    scripts.set('Never ends', async () => {
      await gate.opened
      return undefined
    })
    const created = await server.post('/api/v1/account/workspaces', { name: 'Short-lived' })
    const { workspace_id } = (await created.json()) as { workspace_id: string }
    const headers = { 'x-workspace-id': workspace_id }
    const body = { prompt: 'Never ends', quantity: 2 }
    const started = await server.post('/api/v1/images/generate', body, headers)
    const { image_generation_id: id } = (await started.json()) as GenerateImagesResponse
    const remove = (query: string) =>
      server.request(`/api/v1/account/workspaces/${workspace_id}${query}`, { method: 'DELETE' })
    expect((await remove('')).status).toBe(409)
    expect((await remove('?force=true')).status).toBe(200)
    const workspaces = () => server.db.selectFrom('workspaces').select('id').where('id', '=', workspace_id).execute()
    await expect.poll(workspaces, { timeout: 30_000 }).toEqual([])
    gate.open()
    // Drawn, and thrown away.
    const jobs = () => sql`select from pgboss.job where name = 'run-images' and state = 'active'`.execute(server.db)
    await expect.poll(async () => (await jobs()).rows.length, { timeout: 30_000 }).toBe(0)
    expect((await entriesOf(id)).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['debit', -10],
      ['refund', 10],
    ])
    const left = await server.db.selectFrom('media').select('id').where('workspace_id', '=', workspace_id).execute()
    expect(left).toEqual([])
  })
})

describe('the books', () => {
  it('balance after all of that', async () => {
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
  })
})
