import type { GenerateImagesResponse, ImageGeneration } from '@powerpost/contract'
import { afterEach, expect, it } from 'vitest'
import type { Behaviour, FakeImageVendor } from '../fake-image-vendors/index.ts'
import { behave, startFakeImageVendor } from '../fake-image-vendors/index.ts'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

const KEY = 'sk-canary-0123456789-abcdef'

let database: TestDatabase
let vendor: FakeImageVendor
const running: ServerProcess[] = []

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.kill('SIGKILL')
    await server.exited
  }
  await vendor.close()
  await database.remove()
})

it(
  'a worker that is killed in the middle leaves what it drew: the next draws what is missing, once',
  { timeout: 90_000 },
  async () => {
    database = await createTestDatabase()
    let drawsAll = false
    let drawn = 0
    // Until the kill the vendor draws two pictures and leaves the others hanging.
    const play: Behaviour = (exchange) => (drawsAll || ++drawn <= 2 ? behave.draw : behave.hang)(exchange)
    vendor = await startFakeImageVendor('openai', play, { key: KEY })
    const account = inventFirstAccount()
    const { headers } = account
    const environment = {
      ...account.environment,
      POWERPOST_INITIAL_CREDITS: '100',
      OPENAI_API_KEY: KEY,
      POWERPOST_IMAGE_MODELS: 'gpt-image-1.5',
      POWERPOST_IMAGE_BASE_URLS: `openai=${vendor.baseUrl}`,
    }
    const start = async () => {
      const server = await startServerProcess({ database, environment })
      running.push(server)
      return server
    }

    const first = await start()
    const body = JSON.stringify({ prompt: 'A cup', quantity: 4, model: 'gpt-image-1.5' })
    const started = await fetch(`${first.url}/api/v1/images/generate`, { method: 'POST', headers, body })
    const { image_generation_id: id } = (await started.json()) as GenerateImagesResponse
    const read = async ({ url }: ServerProcess, path: string) =>
      (await fetch(`${url}/api/v1${path}`, { headers })).json()
    const generationFrom = async (server: ServerProcess) =>
      (await read(server, `/images/generations/${id}`)) as ImageGeneration
    await expect.poll(async () => (await generationFrom(first)).images.length, { timeout: 30_000 }).toBe(2)
    const before = (await generationFrom(first)).images.map(({ media_id }) => media_id)
    first.kill('SIGKILL')
    await first.exited

    drawsAll = true
    const second = await start()
    await expect.poll(async () => (await generationFrom(second)).status, { timeout: 60_000 }).toBe('completed')
    const { images, credits_used } = await generationFrom(second)
    const after = images.map(({ media_id }) => media_id)
    expect(after).toHaveLength(4)
    expect(new Set(after).size).toBe(4)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(vendor.requests).toHaveLength(4 + 2)
    expect(credits_used).toBe(56)
    expect(await read(second, '/account/credits')).toEqual({ balance: 44 })
  },
)
