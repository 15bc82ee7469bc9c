import type { ReplayWebhookDeliveriesResponse, WebhookDelivery } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import type { WebhookReceiver } from './harness/webhook-receiver.ts'
import { answer, startWebhookReceiver } from './harness/webhook-receiver.ts'
import * as webhooks from './harness/webhooks.ts'

const POLL = { timeout: 20_000, interval: 50 }
const HOUR = 3600
const DELAYS = [5, 300, 1800, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR]

let server: TestServer
let receiver: WebhookReceiver
let clock: MovableClock

beforeEach(async () => {
  clock = createMovableClock()
  receiver = await startWebhookReceiver()
  server = await startTestServer({ environment: webhooks.PRIVATE_URLS, clock })
})
afterEach(async () => {
  await server.stop()
  receiver.stop()
})

/** A delivery, once it was tried so often. */
async function tried(id: string, attempts: number): Promise<WebhookDelivery> {
  let delivery: WebhookDelivery | undefined
  const count = async () => {
    delivery = await webhooks.readDelivery(server, id)
    return delivery?.attempts.length
  }
  await expect.poll(count, POLL).toBe(attempts)
  if (!delivery) throw new Error(`${id} is gone`)
  return delivery
}

/** Seconds from the last attempt until the next. */
function waitOf({ attempts, next_attempt_at }: WebhookDelivery): number {
  return (Date.parse(next_attempt_at ?? '') - Date.parse(attempts.at(-1)?.at ?? '')) / 1000
}

async function failOnce(endpointId: string): Promise<WebhookDelivery> {
  const { delivery_id } = await webhooks.testEndpoint(server, endpointId)
  return tried(delivery_id, 1)
}

describe('a delivery that always fails', () => {
  it('is tried eight times, by the schedule, under one webhook-id, and then failed for good', async () => {
    receiver.behave(answer(500))
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const { delivery_id, webhook_id } = await webhooks.testEndpoint(server, endpoint_id)
    for (const [index, delay] of DELAYS.entries()) {
      const delivery = await tried(delivery_id, index + 1)
      expect(delivery.status).toBe('pending')
      expect(waitOf(delivery)).toBeGreaterThanOrEqual(delay)
      // A tenth of jitter, and the attempt's own time.
      expect(waitOf(delivery)).toBeLessThan(delay * 1.1 + 10)
      clock.move({ seconds: waitOf(delivery) })
    }
    expect(await tried(delivery_id, 8)).toMatchObject({ status: 'failed', next_attempt_at: null })
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([webhook_id]))
    const timestamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']))
    expect(timestamps).toEqual(timestamps.toSorted((a, b) => a - b))
    expect(new Set(timestamps).size).toBe(8)
    const { disabled } = await webhooks.readEndpoint(server, endpoint_id)
    expect(disabled).toBe(false)
  })

  it('waits as long as its receiver asks for', async () => {
    receiver.behave(answer(503, { 'retry-after': '600' }))
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const delivery = await failOnce(endpoint_id)
    expect(waitOf(delivery)).toBeGreaterThanOrEqual(600)
    expect(waitOf(delivery)).toBeLessThan(670)
  })

  it('begins its schedule anew when it is replayed, with what was tried before on its record', async () => {
    receiver.behave(answer(500))
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const { delivery_id } = await failOnce(endpoint_id)
    clock.move({ seconds: 10 })
    expect(waitOf(await tried(delivery_id, 2))).toBeGreaterThanOrEqual(300)
    await server.post(`/api/v1/webhooks/deliveries/${delivery_id}/replay`, {})
    expect(waitOf(await tried(delivery_id, 3))).toBeLessThan(20)
  })
})

describe('an endpoint', () => {
  it('that answers 410 is disabled at once and says so; what happens until it is enabled can be replayed', async () => {
    receiver.behave(answer(410))
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const gone = await failOnce(endpoint_id)
    expect(gone).toMatchObject({ status: 'failed', next_attempt_at: null, attempts: [{ status_code: 410 }] })
    expect(await webhooks.readEndpoint(server, endpoint_id)).toMatchObject({ disabled: true, disabled_reason: 'gone' })

    const path = `/api/v1/webhooks/endpoints/${endpoint_id}`
    for (const refused of ['test', 'replay']) {
      const body = refused === 'test' ? {} : { since: gone.created_at }
      expect((await server.post(`${path}/${refused}`, body)).status).toBe(409)
    }
    expect((await server.post(`/api/v1/webhooks/deliveries/${gone.delivery_id}/replay`, {})).status).toBe(409)
    await webhooks.generate(server)
    const missed = async () => webhooks.listDeliveries(server, '&event=generation.completed')
    await expect.poll(missed, POLL).toMatchObject([{ status: 'failed', attempts: [], next_attempt_at: null }])
    expect(receiver.received).toHaveLength(1)

    receiver.behave(answer(200))
    const enabled = await webhooks.changeEndpoint(server, endpoint_id, { disabled: false })
    expect(await enabled.json()).toMatchObject({ disabled: false, disabled_reason: null })
    const replayed = await server.post(`${path}/replay`, { since: gone.created_at, status: 'failed' })
    expect(((await replayed.json()) as ReplayWebhookDeliveriesResponse).replayed).toBe(2)
    await expect.poll(() => receiver.received.length, POLL).toBe(3)
    const [delivery] = await missed()
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toContain(delivery?.webhook_id)
  })

  it('that fails for five days is disabled and says so, and what waits for it ends', async () => {
    receiver.behave(answer(500))
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    await failOnce(endpoint_id)
    clock.move({ hours: 4 * 24 })
    await failOnce(endpoint_id)
    expect((await webhooks.readEndpoint(server, endpoint_id)).disabled).toBe(false)
    clock.move({ hours: 25 })
    await expect
      .poll(() => webhooks.readEndpoint(server, endpoint_id), POLL)
      .toMatchObject({ disabled: true, disabled_reason: 'failing' })
    const deliveries = await webhooks.listDeliveries(server)
    expect(deliveries.map(({ status }) => status)).toEqual(['failed', 'failed'])
  })

  it('that took a delivery in between is not disabled', async () => {
    receiver.behave(answer(500))
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    await failOnce(endpoint_id)
    receiver.behave(answer(200))
    clock.move({ hours: 4 * 24 })
    await expect.poll(() => webhooks.listDeliveries(server), POLL).toMatchObject([{ status: 'delivered' }])
    receiver.behave(answer(500))
    clock.move({ hours: 2 * 24 })
    await failOnce(endpoint_id)
    await failOnce(endpoint_id)
    expect((await webhooks.readEndpoint(server, endpoint_id)).disabled).toBe(false)
  })
})
