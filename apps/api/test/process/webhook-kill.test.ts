import type { CreateWebhookEndpointResponse, GenerateContentResponse, WebhookDeliveryPage } from '@powerpost/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inventFirstAccount } from '../harness/first-account.ts'
import type { ServerProcess } from '../harness/server-process.ts'
import { startServerProcess } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'
import type { WebhookReceiver } from '../harness/webhook-receiver.ts'
import { startWebhookReceiver } from '../harness/webhook-receiver.ts'

const GENERATIONS = 150
const KILLS = 4

let database: TestDatabase
let receiver: WebhookReceiver
let server: ServerProcess

beforeEach(async () => {
  database = await createTestDatabase()
  receiver = await startWebhookReceiver()
})
afterEach(async () => {
  await kill()
  receiver.stop()
  await database.remove()
})

async function kill(): Promise<void> {
  server.kill('SIGKILL')
  await server.exited
}

it(
  'a server that is killed in a burst of webhooks delivers every one of them at least once, under one id',
  { timeout: 240_000 },
  async () => {
    const account = inventFirstAccount()
    const { headers } = account
    const environment = {
      ...account.environment,
      POWERPOST_INITIAL_CREDITS: '100000',
      POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    }
    const start = async () => {
      server = await startServerProcess({ database, environment })
    }
    const send = async <T>(path: string, body?: object): Promise<T> => {
      const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
      const response = await fetch(`${server.url}/api/v1${path}`, init)
      expect(response.status).toBe(200)
      return (await response.json()) as T
    }

    await start()
    const endpoint = { url: receiver.urlOf('/'), events: ['generation.completed', 'generation.failed'] }
    const { endpoint_id } = await send<CreateWebhookEndpointResponse>('/webhooks/endpoints', endpoint)
    const acknowledged = new Set<string>()
    for (let index = 0; index < GENERATIONS; index += 1) {
      const body = { prompt: `Launch number ${index}`, post_types: ['x-post'], research_mode: 'regular' }
      acknowledged.add((await send<GenerateContentResponse>('/content/generate', body)).generation_id)
    }
    for (let killed = 1; killed <= KILLS; killed += 1) {
      // In the midst of what is going out: some have arrived, others not.
      const until = (GENERATIONS * killed) / (KILLS + 2)
      await expect.poll(() => receiver.received.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(until)
      await kill()
      await start()
    }

    const idsByGeneration = () => {
      const ids = new Map<string, Set<string>>()
      for (const { event, headers } of receiver.received) {
        if (!('generation_id' in event.data)) continue
        const { generation_id } = event.data
        ids.set(generation_id, (ids.get(generation_id) ?? new Set()).add(headers['webhook-id']))
      }
      return ids
    }
    const missing = () => [...acknowledged].filter((id) => !idsByGeneration().has(id))
    await expect.poll(missing, { timeout: 120_000, interval: 100 }).toEqual([])
    expect([...idsByGeneration().values()].filter(({ size }) => size !== 1)).toEqual([])
    const pending = () =>
      send<WebhookDeliveryPage>(`/webhooks/deliveries?endpoint_id=${endpoint_id}&status=pending`).then(
        ({ data }) => data,
      )
    await expect.poll(pending, { timeout: 60_000, interval: 100 }).toEqual([])
  },
)
