import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordBurst } from '../harness/record-burst.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import type { WebhookReceiver } from '../harness/webhook-receiver.ts'
import { startWebhookReceiver } from '../harness/webhook-receiver.ts'
import { waitForGeneration } from '../harness/wait-for.ts'
import * as webhooks from '../harness/webhooks.ts'

const POLL = { timeout: 50_000, interval: 50 }

let server: TestServer
let receiver: WebhookReceiver

beforeEach(async () => {
  receiver = await startWebhookReceiver()
  server = await startTestServer({ credits: 1000, environment: webhooks.PRIVATE_URLS })
})
afterEach(async () => {
  receiver.stop()
  await server.stop()
})

/** Whether a request of this path is never answered. */
const hangAt =
  (hangs: (path: string) => boolean) =>
  (response: { end(): unknown }, { path }: { readonly path: string }) =>
    hangs(path) ? undefined : response.end()

async function countByPath(): Promise<Record<string, number>> {
  const ids = receiver.received.map(({ path, headers }) => `${path} ${headers['webhook-id']}`)
  return Object.fromEntries(
    Object.entries(Object.groupBy(new Set(ids), (id) => id.split(' ')[0] ?? '')).map(([path, of]) => [
      path,
      of?.length ?? 0,
    ]),
  )
}

describe('endpoints that hang', () => {
  it.each([
    [1, 9],
    [12, 3],
  ])('%i of them, do not hold up the deliveries of the %i others', async (hanging, others) => {
    receiver.behave(hangAt((path) => path.startsWith('/hang')))
    for (let index = 0; index < hanging; index += 1) {
      await webhooks.createEndpoint(server, receiver.urlOf(`/hang-${index}`))
    }
    const paths = Array.from({ length: others }, (_, index) => `/other-${index}`)
    for (const path of paths) await webhooks.createEndpoint(server, receiver.urlOf(path))
    await recordBurst(server, 50)
    await expect.poll(countByPath, POLL).toMatchObject(Object.fromEntries(paths.map((path) => [path, 50])))
    const hung = await server.db
      .selectFrom('webhook_deliveries')
      .select('attempts')
      .where('status', '!=', 'delivered')
      .execute()
    // None of those that hang has come to its end, and so can have made room.
    expect(hung.filter(({ attempts }) => attempts.length > 0)).toEqual([])
    expect(hung.length).toBeGreaterThanOrEqual(hanging * 50)
  })
})

describe('a burst of events', () => {
  it('arrives whole, and generations are written meanwhile', async () => {
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'), ['generation.failed'])
    await webhooks.changeEndpoint(server, endpoint_id, { disabled: true })
    await recordBurst(server, 1000)
    await webhooks.changeEndpoint(server, endpoint_id, { disabled: false })
    const since = new Date(0).toISOString()
    await server.post(`/api/v1/webhooks/endpoints/${endpoint_id}/replay`, { since })
    const generation = await waitForGeneration(server, await webhooks.generate(server))
    expect(generation.status).toBe('completed')
    await expect.poll(countByPath, POLL).toEqual({ '/': 1000 })
    const pending = () =>
      server.db.selectFrom('webhook_deliveries').select('id').where('status', '!=', 'delivered').execute()
    await expect.poll(pending, POLL).toEqual([])
  })
})
