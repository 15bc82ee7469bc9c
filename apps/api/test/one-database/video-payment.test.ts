import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GenerateVideoResponse, VideoGeneration } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FakeVideoVendor, VideoScript } from '../fake-video-vendors/index.ts'
import { startFakeVideoVendor } from '../fake-video-vendors/index.ts'
import { whileEndingWaits } from '../harness/end-waits.ts'
import { countRows, readBooks } from '../harness/ledger.ts'
import { createPlainVideoModel, encodePlainVideo } from '../harness/plain-video-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForVideo } from '../harness/wait-for.ts'
import { withRoom } from '../harness/with-room.ts'

const KEY = 'sk-canary-0123456789-abcdef'
const LARGEST = 500 * 1024 ** 2
/** No vendor has this model: the built-in one makes it. */
const BUILT_IN = { model: 'veo-3.1', duration: 4 }

let directory: string
let vendor: FakeVideoVendor
let server: TestServer
const scripts = new Map<string, VideoScript>()
const gate = Promise.withResolvers<void>()

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'video-payment-'))
  const file = join(directory, 'made.mp4')
  await encodePlainVideo({ prompt: 'Made by the vendor', duration: 5, seed: 1, size: 'landscape' }, file)
  vendor = await startFakeVideoVendor('fal', { key: KEY, file, scriptOf: (prompt) => scripts.get(prompt) ?? {} })
  const plain = createPlainVideoModel()
  server = await startTestServer({
    credits: 1000,
    work: false,
    builtInVideoModel: {
      ...plain,
      async render(brief, options) {
        await gate.promise
        return plain.render(brief, options)
      },
    },
    environment: {
      FAL_API_KEY: KEY,
      POWERPOST_VIDEO_MODELS: 'kling-3.0-pro=fal',
      POWERPOST_VIDEO_BASE_URLS: `fal=${vendor.baseUrl}`,
      POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    },
  })
})
afterAll(async () => {
  gate.resolve()
  await server.stop()
  await vendor.close()
  await rm(directory, { recursive: true })
})

async function start(body: object, headers?: Record<string, string>): Promise<string> {
  const response = await server.post('/api/v1/videos/generate', { duration: 5, ...body }, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return ((await response.json()) as GenerateVideoResponse).video_generation_id
}

function finish(id: string): Promise<VideoGeneration> {
  return whileEndingWaits(server.db, () => waitForVideo(server, id))
}

async function amountsOf(id: string): Promise<number[]> {
  const entries = server.db.selectFrom('credit_ledger').select('amount').where('operation_id', '=', id)
  return (await entries.orderBy('id').execute()).map(({ amount }) => amount)
}

const paidFor = (wanted: string) => vendor.paid.filter(({ prompt }) => prompt === wanted).length

async function addWorkspace(): Promise<string> {
  const created = await server.post('/api/v1/account/workspaces', { name: 'Short-lived' })
  return ((await created.json()) as { workspace_id: string }).workspace_id
}

async function deleteByForce(id: string): Promise<void> {
  const response = await server.request(`/api/v1/account/workspaces/${id}?force=true`, { method: 'DELETE' })
  expect(response.status).toBe(200)
  const workspaces = () => server.db.selectFrom('workspaces').select('id').where('id', '=', id).execute()
  await expect.poll(workspaces, { timeout: 30_000 }).toEqual([])
}

describe('a video for which the storage has no room', () => {
  it('is refunded if the storage filled up before the vendor was asked, which is not asked', async () => {
    const id = await start({ prompt: 'Waits' })
    const generation = await withRoom(server, LARGEST - 1, async () => {
      await server.work()
      return finish(id)
    })
    expect(generation).toMatchObject({ status: 'failed', credits_refunded: 15 })
    expect(generation.error?.message).toMatch(/500 MiB.*The credits were refunded\.$/u)
    expect(paidFor('Waits')).toBe(0)
    expect(await amountsOf(id)).toEqual([-15, 15])
  })

  it('is refused by generating, estimating and regenerating, and nothing is charged', async () => {
    const id = await start({ prompt: 'Fits' })
    expect(await finish(id)).toMatchObject({ status: 'completed' })
    const body = { prompt: 'Does not fit', duration: 5 }
    const requests = [
      ['/api/v1/videos/generate', body],
      ['/api/v1/videos/estimate', body],
      [`/api/v1/videos/generations/${id}/regenerate`, {}],
    ] as const
    await withRoom(server, LARGEST - 1, async () => {
      const before = { rows: await countRows(server.db), books: await readBooks(server.db) }
      for (const [path, sent] of requests) {
        const response = await server.post(path, sent)
        expect(response.status, path).toBe(413)
        expect(await response.json()).toMatchObject({ error: { code: 'STORAGE_QUOTA_EXCEEDED' } })
      }
      expect({ rows: await countRows(server.db), books: await readBooks(server.db) }).toEqual(before)
      expect(await server.db.selectFrom('runs').select('id').where('status', '=', 'processing').execute()).toEqual([])
    })
    await withRoom(server, LARGEST, async () => expect((await server.post(requests[1][0], body)).status).toBe(200))
  })

  it('is charged, and says so, if the storage is full when the vendor has made it', async () => {
    const prompt = 'Comes too late'
    const looks: ('working' | 'ready')[] = ['working']
    scripts.set(prompt, { looks })
    const id = await start({ prompt })
    const generation = await whileEndingWaits(server.db, async () => {
      await expect.poll(() => vendor.countOf('look', prompt), { timeout: 20_000 }).toBeGreaterThan(0)
      return withRoom(server, 0, () => {
        looks.push('ready')
        return waitForVideo(server, id)
      })
    })
    expect(generation).toMatchObject({ status: 'failed', credits_refunded: 0 })
    expect(generation.error?.message).toMatch(/more than 10 GiB\. The credits were not refunded/u)
    expect(paidFor(prompt)).toBe(1)
    expect(await amountsOf(id)).toEqual([-15])
  })
})

describe('a workspace that is deleted while videos are made in it', () => {
  it('keeps the credits of the video whose vendor was asked, cancels its job, and refunds the other', async () => {
    const prompt = 'Never ends'
    scripts.set(prompt, { looks: ['working'] })
    const workspaceId = await addWorkspace()
    const headers = { 'x-workspace-id': workspaceId }
    const asked = await start({ prompt }, headers)
    const rendered = await start({ prompt, ...BUILT_IN }, headers)
    await whileEndingWaits(server.db, () =>
      expect.poll(() => vendor.countOf('look', prompt), { timeout: 20_000 }).toBeGreaterThan(0),
    )
    const job = `job-${vendor.paid.length}`
    await deleteByForce(workspaceId)
    expect(vendor.cancelled).toEqual([job])
    expect(await amountsOf(asked)).toEqual([-15])
    expect(await amountsOf(rendered)).toEqual([-20, 20])
  })

  it('cancels a job that the vendor accepts only afterwards', async () => {
    const prompt = 'Answers late'
    const { promise: answersAfter, resolve: answer } = Promise.withResolvers<void>()
    scripts.set(prompt, { answersAfter })
    const workspaceId = await addWorkspace()
    const id = await start({ prompt }, { 'x-workspace-id': workspaceId })
    await expect.poll(() => paidFor(prompt), { timeout: 20_000 }).toBe(1)
    const job = `job-${vendor.paid.length}`
    await deleteByForce(workspaceId)
    expect(vendor.cancelled).not.toContain(job)
    answer()
    await expect.poll(() => vendor.cancelled, { timeout: 20_000 }).toContain(job)
    expect(await amountsOf(id)).toEqual([-15])
  })
})

describe('the books', () => {
  it('balance after all of that', async () => {
    const { balance, ledger } = await readBooks(server.db)
    expect(balance).toBe(ledger)
    expect(vendor.complaints).toEqual([])
  })
})
