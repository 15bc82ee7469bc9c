import { randomUUID } from 'node:crypto'
import { MAX_PREVIOUS_SECRETS } from '@powerpost/contract'
import type { RotateWebhookSecretResponse, WebhookDelivery } from '@powerpost/contract'
import { WEBHOOK_EVENTS } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { createEventRecorder, sweepWebhooks } from '#features/webhooks/index.ts'
import { ModelError } from '#models/port.ts'
import { addAccount, addKey } from './harness/add-tenant.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { createScriptedModel } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import type { ReceivedWebhook, WebhookReceiver } from './harness/webhook-receiver.ts'
import { answer, endless, reset, startWebhookReceiver } from './harness/webhook-receiver.ts'
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

/** Which of some secrets a webhook is signed with, by the scheme's own library. Its clock is not ours: it signs anew. */
function signersOf({ headers, body }: ReceivedWebhook, secrets: readonly string[]): boolean[] {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const signatures = headers['webhook-signature'].split(' ')
  return secrets.map((secret) => signatures.includes(new Webhook(secret).sign(headers['webhook-id'], at, body)))
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

  it('tells of a generation that failed, and in the sandbox of what a sandbox key started', async () => {
    await server.stop()
    const model = createScriptedModel(async function* () {
      throw new ModelError('refused', 'not shown')
    })
    server = await startTestServer({ credits: 1000, environment: webhooks.PRIVATE_URLS, model })
    await webhooks.createEndpoint(server, receiver.urlOf('/live'))
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const sandboxKey = await addKey(server.db, { accountId, livemode: false })
    const inSandbox = { 'x-api-key': sandboxKey }
    const body = { url: receiver.urlOf('/sandbox'), events: [...WEBHOOK_EVENTS] }
    expect((await server.post('/api/v1/webhooks/endpoints', body, inSandbox)).status).toBe(200)
    const failed = await webhooks.generate(server)
    // The built-in model writes for the sandbox.
    const completed = await webhooks.generate(server, inSandbox)
    const received = await arrival(2)
    expect(received.map(({ path, event }) => [path, event.livemode]).sort()).toEqual([
      ['/live', true],
      ['/sandbox', false],
    ])
    const events = received.map(({ event }) => event)
    expect(events).toContainEqual(
      expect.objectContaining({
        event: 'generation.failed',
        livemode: true,
        data: {
          generation_id: failed,
          status: 'failed',
          error_code: 'GENERATION_FAILED',
          error_message: expect.stringContaining('refused'),
        },
      }),
    )
    expect(events).toContainEqual(
      expect.objectContaining({
        event: 'generation.completed',
        livemode: false,
        data: expect.objectContaining({ generation_id: completed }),
      }),
    )
    expect((await webhooks.listDeliveries(server)).map(({ livemode }) => livemode)).toEqual([true])
  })

  it('is signed with both secrets for a day after a rotation, and then with the new one alone', async () => {
    const { endpoint_id: id, secret: old } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const rotated = await server.post(`/api/v1/webhooks/endpoints/${id}/rotate-secret`, {})
    const { secret = '', previous_secret_expires_at } = (await rotated.json()) as RotateWebhookSecretResponse
    const hours = (Date.parse(previous_secret_expires_at) - clock.now().getTime()) / 3600_000
    expect(hours).toBeCloseTo(24, 1)
    await webhooks.testEndpoint(server, id)
    const [during] = await arrival(1)
    for (const one of [old, secret]) new Webhook(one).verify(during?.body ?? '', { ...during?.headers })
    expect(during && signersOf(during, [old, secret])).toEqual([true, true])
    clock.move({ hours: 25 })
    await webhooks.testEndpoint(server, id)
    const after = (await arrival(2))[1]
    expect(after && signersOf(after, [old, secret])).toEqual([false, true])
  })

  it('is signed with every secret until the end that it was promised, however often it is rotated', async () => {
    const { endpoint_id: id, secret: first } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const rotate = () => server.post(`/api/v1/webhooks/endpoints/${id}/rotate-secret`, {})
    const secrets = [first]
    for (let count = 0; count < MAX_PREVIOUS_SECRETS; count += 1) {
      const { secret = '' } = (await (await rotate()).json()) as RotateWebhookSecretResponse
      secrets.push(secret)
      clock.move({ hours: 5 })
    }
    expect((await rotate()).status).toBe(409)
    await webhooks.testEndpoint(server, id)
    const during = (await arrival(1))[0]
    expect(during && signersOf(during, secrets)).toEqual([true, true, true, true, true])
    // The first one was replaced 24 hours ago.
    clock.move({ hours: 4, minutes: 1 })
    await webhooks.testEndpoint(server, id)
    const after = (await arrival(2))[1]
    expect(after && signersOf(after, secrets)).toEqual([false, true, true, true, true])
    expect((await rotate()).status).toBe(200)
  })

  it('whose receiver stores it and cuts the connection comes again under the same webhook-id, signed anew', async () => {
    receiver.behave(reset)
    const { endpoint_id, secret } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const { delivery_id, webhook_id } = await webhooks.testEndpoint(server, endpoint_id)
    await expect
      .poll(async () => (await webhooks.readDelivery(server, delivery_id))?.attempts, POLL)
      .toMatchObject([{ status_code: null, error: 'It cannot be reached.', response_excerpt: null }])
    receiver.behave(answer(200))
    clock.move({ seconds: 6 })
    const [first, second] = await arrival(2)
    expect([first?.headers['webhook-id'], second?.headers['webhook-id']]).toEqual([webhook_id, webhook_id])
    expect(second?.body).toBe(first?.body)
    expect(Number(second?.headers['webhook-timestamp'])).toBeGreaterThan(Number(first?.headers['webhook-timestamp']))
    expect(second && signersOf(second, [secret])).toEqual([true])
    await expect
      .poll(() => webhooks.readDelivery(server, delivery_id), POLL)
      .toMatchObject({ status: 'delivered', attempts: [{ status_code: null }, { status_code: 200 }] })
  })

  it.each([
    ['a redirect, which is not followed', answer(302, { location: '/elsewhere' }), 302, /302: redirects are not/],
    ['an error page', answer(500, {}, 'broken\u0000'.repeat(1000)), 500, /500/],
    ['an answer without an end', endless, 503, /503/],
  ])('that is answered by %s has failed, and what was said is kept in short', async (_, behaviour, status, error) => {
    receiver.behave(behaviour)
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const { delivery_id } = await webhooks.testEndpoint(server, endpoint_id)
    await expect
      .poll(() => webhooks.readDelivery(server, delivery_id), POLL)
      .toMatchObject({
        status: 'pending',
        next_attempt_at: expect.any(String),
        attempts: [{ status_code: status, error: expect.stringMatching(error) }],
      })
    const [attempt] = (await webhooks.readDelivery(server, delivery_id))?.attempts ?? []
    expect(attempt?.response_excerpt?.length).toBeLessThanOrEqual(1024)
    expect(receiver.received.map(({ path }) => path)).toEqual(['/'])
  })
})

describe('an event', () => {
  const record = createEventRecorder({ clock })
  const failed = { generation_id: randomUUID(), status: 'failed', error_code: 'X', error_message: 'x' } as const

  it('whose transaction is undone is none', async () => {
    await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const event = { event: 'generation.failed', workspaceId: server.workspaceId, livemode: true, data: failed } as const
    const undone = server.db.transaction().execute(async (trx) => {
      await record(trx, event)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await server.db.selectFrom('webhook_events').select('id').execute()).toEqual([])
    await server.db.transaction().execute((trx) => record(trx, event))
    expect(await server.db.selectFrom('webhook_events').select('event').execute()).toEqual([{ event: event.event }])
    expect(await arrival(1)).toHaveLength(1)
  })

  it('that nobody is subscribed to leaves no row', async () => {
    await webhooks.createEndpoint(server, receiver.urlOf('/'), ['post.published'])
    const event = { event: 'generation.failed', workspaceId: server.workspaceId, livemode: true, data: failed } as const
    await server.db.transaction().execute((trx) => record(trx, event))
    expect(await server.db.selectFrom('webhook_events').select('id').execute()).toEqual([])
  })
})

describe('a replay', () => {
  async function deliver(endpointId: string): Promise<WebhookDelivery> {
    const { delivery_id } = await webhooks.testEndpoint(server, endpointId)
    const ended = async () => (await webhooks.readDelivery(server, delivery_id))?.status
    await expect.poll(ended, POLL).toBe('delivered')
    const delivery = await webhooks.readDelivery(server, delivery_id)
    if (!delivery) throw new Error('gone')
    return delivery
  }

  it('is not needed to see what was sent: a delivery is read with its body, of its own workspace only', async () => {
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const { delivery_id } = await deliver(endpoint_id)
    const path = `/api/v1/webhooks/deliveries/${delivery_id}`
    const { payload, ...delivery } = (await (await server.request(path)).json()) as { payload: string }
    expect(payload).toBe(receiver.received[0]?.body)
    expect(delivery).toEqual(await webhooks.readDelivery(server, delivery_id))
    const stranger = await addAccount(server.db)
    for (const [asked, headers] of [
      [path, { 'x-api-key': stranger.apiKey, 'x-workspace-id': stranger.workspaceId }],
      [`/api/v1/webhooks/deliveries/${randomUUID()}`, {}],
      ['/api/v1/webhooks/deliveries/none', {}],
    ] as const) {
      expect((await server.request(asked, { headers })).status).toBe(404)
    }
  })

  it('of one delivery sends the same again, and once', async () => {
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    const { delivery_id, webhook_id } = await deliver(endpoint_id)
    const path = `/api/v1/webhooks/deliveries/${delivery_id}/replay`
    const headers = { 'idempotency-key': 'again' }
    for (const answer of await Promise.all([server.post(path, {}, headers), server.post(path, {}, headers)])) {
      expect(await answer.json()).toMatchObject({ delivery_id, webhook_id, status: 'pending' })
    }
    await arrival(2)
    await expect
      .poll(() => webhooks.readDelivery(server, delivery_id), POLL)
      .toMatchObject({ status: 'delivered', attempts: [{ status_code: 200 }, { status_code: 200 }] })
    const [first, second] = receiver.received
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.body).toBe(first?.body)
    expect(receiver.received).toHaveLength(2)
  })

  it('since a time sends what happened from then on, and nothing before', async () => {
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    await deliver(endpoint_id)
    clock.move({ minutes: 1 })
    const later = await deliver(endpoint_id)
    const replay = (body: object) => server.post(`/api/v1/webhooks/endpoints/${endpoint_id}/replay`, body)
    const none = await replay({ since: later.created_at, status: 'failed' })
    expect(await none.json()).toEqual({ replayed: 0, has_more: false, next_since: null })
    const one = await replay({ since: later.created_at })
    expect(await one.json()).toEqual({ replayed: 1, has_more: false, next_since: null })
    const ids = (await arrival(3)).map(({ headers }) => headers['webhook-id'])
    expect(ids[2]).toBe(later.webhook_id)
  })
})

describe('what is older than 30 days', () => {
  it('is swept, and what is younger stays', async () => {
    const { endpoint_id } = await webhooks.createEndpoint(server, receiver.urlOf('/'))
    await webhooks.testEndpoint(server, endpoint_id)
    clock.move({ hours: 29 * 24 })
    const young = await webhooks.testEndpoint(server, endpoint_id)
    clock.move({ hours: 2 * 24 })
    await sweepWebhooks({ db: server.db, clock })
    expect((await webhooks.listDeliveries(server)).map(({ delivery_id }) => delivery_id)).toEqual([young.delivery_id])
    expect(await server.db.selectFrom('webhook_events').select('id').execute()).toHaveLength(1)
  })
})
