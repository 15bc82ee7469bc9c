import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import type { ReceivedWebhook, WebhookReceiver } from './harness/webhook-receiver.ts'
import { startWebhookReceiver } from './harness/webhook-receiver.ts'
import * as webhooks from './harness/webhooks.ts'

const POLL = { timeout: 20_000, interval: 50 }

let server: TestServer
let receiver: WebhookReceiver
const clock = createMovableClock()

beforeEach(async () => {
  receiver = await startWebhookReceiver()
  server = await startTestServer({ credits: 1000, environment: webhooks.PRIVATE_URLS, clock })
})
afterEach(async () => {
  await server.stop()
  receiver.stop()
})

async function arrival(count: number): Promise<ReceivedWebhook[]> {
  await expect.poll(() => receiver.received.length, POLL).toBeGreaterThanOrEqual(count)
  return [...receiver.received]
}

describe('a webhook', () => {
  it('tells of a generation that is completed, to whoever is subscribed, and is verified by the independent library', async () => {
    const endpoint = await webhooks.createEndpoint(server, receiver.urlOf('/all'))
    await webhooks.createEndpoint(server, receiver.urlOf('/posts'), ['post.published'])
    const id = await webhooks.generate(server)
    const [webhook] = await arrival(1)
    expect(webhook?.path).toBe('/all')
    const verified: unknown = new Webhook(endpoint.secret).verify(webhook?.body ?? '', { ...webhook?.headers })
    expect(verified).toMatchObject({
      event: 'generation.completed',
      workspace_id: server.workspaceId,
      livemode: true,
      data: { generation_id: id, status: 'completed', outputs: { x: expect.stringContaining('dark mode') } },
    })
    await expect
      .poll(() => webhooks.listDeliveries(server), POLL)
      .toEqual([
        {
          delivery_id: expect.any(String),
          webhook_id: webhook?.headers['webhook-id'],
          endpoint_id: endpoint.endpoint_id,
          event: 'generation.completed',
          livemode: true,
          status: 'delivered',
          attempts: [
            {
              at: expect.any(String),
              status_code: 200,
              duration_ms: expect.any(Number),
              error: null,
              response_excerpt: '',
            },
          ],
          next_attempt_at: null,
          created_at: expect.any(String),
        },
      ])
  })
})
