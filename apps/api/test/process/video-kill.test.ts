import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GenerateVideoResponse, VideoGeneration } from '@powerpost/contract'
import { afterEach, expect, it } from 'vitest'
import type { FakeVideoVendor, VideoScript } from '../fake-video-vendors/index.ts'
import { startFakeVideoVendor } from '../fake-video-vendors/index.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import { encodePlainVideo } from '../harness/plain-video-model.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const KEY = 'sk-canary-0123456789-abcdef'
const PROMPT = 'A cup, steaming'

let database: TestDatabase
let vendor: FakeVideoVendor
let directory: string
const running: ServerProcess[] = []

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.kill('SIGKILL')
    await server.exited
  }
  await vendor.close()
  await database.remove()
  await rm(directory, { recursive: true })
})

interface Kill {
  /** Until the kill the vendor does that, and everything as it should after it. */
  readonly script: VideoScript
  /** What has happened when the server is killed. */
  readonly isReached: () => boolean
  readonly ends: 'completed' | 'failed'
}

const KILLS: Readonly<Record<string, Kill>> = {
  'while the vendor is asked, and has accepted': {
    script: { submits: ['hang'] },
    isReached: () => vendor.paid.length === 1,
    ends: 'failed',
  },
  'while the vendor works': {
    script: { looks: ['working', 'working', 'ready'] },
    isReached: () => vendor.countOf('look', PROMPT) === 1,
    ends: 'completed',
  },
  'while the file is downloaded': {
    script: { files: ['hang', 'whole'] },
    isReached: () => vendor.countOf('file', PROMPT) === 1,
    ends: 'completed',
  },
}

it.each(Object.entries(KILLS))(
  'a server that is killed %s never pays the vendor twice, and ends the run with its books right',
  { timeout: 120_000 },
  async (_, { script, isReached, ends }) => {
    database = await createTestDatabase()
    directory = await mkdtemp(join(tmpdir(), 'video-kill-'))
    const file = join(directory, 'made.mp4')
    await encodePlainVideo({ prompt: 'made', seed: 1, size: 'landscape', duration: 5 }, file)
    vendor = await startFakeVideoVendor('fal', { key: KEY, file, scriptOf: () => script })
    const account = inventFirstAccount()
    const { headers } = account
    const environment = {
      ...account.environment,
      POWERPOST_INITIAL_CREDITS: '100',
      FAL_API_KEY: KEY,
      POWERPOST_VIDEO_MODELS: 'fal',
      POWERPOST_VIDEO_BASE_URLS: `fal=${vendor.baseUrl}`,
      POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    }
    const start = async () => {
      const server = await startServerProcess({ database, environment })
      running.push(server)
      return server
    }
    const first = await start()
    const body = JSON.stringify({ prompt: PROMPT, duration: 5 })
    const started = await fetch(`${first.url}/api/v1/videos/generate`, { method: 'POST', headers, body })
    const { video_generation_id: id } = (await started.json()) as GenerateVideoResponse
    await expect.poll(isReached, { timeout: 40_000 }).toBe(true)
    first.kill('SIGKILL')
    await first.exited

    const second = await start()
    const read = async (path: string) => (await fetch(`${second.url}/api/v1${path}`, { headers })).json()
    const generation = async () => (await read(`/videos/generations/${id}`)) as VideoGeneration
    await expect.poll(async () => (await generation()).status, { timeout: 60_000 }).toBe(ends)
    expect(vendor.paid).toHaveLength(1)
    expect(await read('/account/credits')).toEqual({ balance: ends === 'completed' ? 85 : 100 })
  },
)
