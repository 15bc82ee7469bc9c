import { recordBurst } from '../test/harness/record-burst.ts'
import type { TestServer } from '../test/harness/test-server.ts'
import { startTestServer } from '../test/harness/test-server.ts'
import type { WebhookReceiver } from '../test/harness/webhook-receiver.ts'
import { startWebhookReceiver } from '../test/harness/webhook-receiver.ts'
import type { DatabaseKind, Figures } from './environment.ts'
import { createEmptyDatabase, milliseconds, percentile } from './environment.ts'

const EVENTS = 10_000
const ENDPOINTS = 10
const SPREAD_EVENTS = 50
const GENERATE = { prompt: 'We just shipped dark mode', post_types: ['x-post'], research_mode: 'regular' }

/** How long first attempts take while one of ten endpoints hangs, and how a burst drains while generations are asked for. */
export async function measureWebhooks(kind: DatabaseKind): Promise<Figures> {
  const database = await createEmptyDatabase(kind)
  const receiver = await startWebhookReceiver()
  const environment = { POWERPOST_ALLOW_PRIVATE_URLS: 'true' }
  const server = await startTestServer({ database, credits: 1_000_000, environment })
  const figures = { ...(await measureHanging(server, receiver)), ...(await measureBurst(server, receiver)) }
  receiver.stop()
  await server.stop()
  await database.remove()
  return figures
}

async function createEndpoint(server: TestServer, url: string): Promise<string> {
  const response = await server.post('/api/v1/webhooks/endpoints', { url, events: ['generation.failed'] })
  return ((await response.json()) as { endpoint_id: string }).endpoint_id
}

async function measureHanging(server: TestServer, receiver: WebhookReceiver): Promise<Figures> {
  receiver.behave((response, { path }) => (path === '/0' ? undefined : response.end()))
  const ids: string[] = []
  for (let index = 0; index < ENDPOINTS; index += 1) ids.push(await createEndpoint(server, receiver.urlOf(`/${index}`)))
  await recordBurst(server, SPREAD_EVENTS)
  const recordedAt = performance.now()
  const arrived = () => receiver.received.filter(({ path }) => path !== '/0')
  await until(() => arrived().length >= (ENDPOINTS - 1) * SPREAD_EVENTS)
  const waits = arrived().map(({ at }) => Math.max(0, at - recordedAt))
  for (const id of ids) await server.request(`/api/v1/webhooks/endpoints/${id}`, { method: 'DELETE' })
  return { 'first attempts while 1 of 10 endpoints hangs, 99 %': milliseconds(percentile(waits, 99)) }
}

async function measureBurst(server: TestServer, receiver: WebhookReceiver): Promise<Figures> {
  receiver.behave((response) => response.end())
  await createEndpoint(server, receiver.urlOf('/burst'))
  const start = performance.now()
  await recordBurst(server, EVENTS)
  const waits: number[] = []
  const arrived = () =>
    new Set(receiver.received.filter(({ path }) => path === '/burst').map(({ headers }) => headers['webhook-id']))
  while (arrived().size < EVENTS) waits.push(await generate(server))
  return {
    [`${EVENTS} events, until the last has arrived`]: milliseconds(performance.now() - start),
    'a generation meanwhile, median': milliseconds(percentile(waits, 50)),
    'a generation meanwhile, 99 %': milliseconds(percentile(waits, 99)),
  }
}

/** How long it takes from asking for a generation to reading its captions. */
async function generate(server: TestServer): Promise<number> {
  const start = performance.now()
  const response = await server.post('/api/v1/content/generate', GENERATE)
  const { status_url } = (await response.json()) as { status_url: string }
  await until(async () => {
    const { status } = (await (await server.request(status_url)).json()) as { status: string }
    return status === 'completed'
  })
  return performance.now() - start
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20))
}
