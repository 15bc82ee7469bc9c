import type { CreateWebhookEndpointResponse, ErrorBody } from '@powerpost/contract'
import {
  createWebhookEndpointResponseSchema,
  MAX_REPLAYED,
  replayWebhookDeliveriesResponseSchema,
  WEBHOOK_ENDPOINT_LIMITS,
  webhookDeliverySchema,
  webhookEndpointPageSchema,
  webhookEndpointSchema,
} from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWorkspace } from './harness/add-tenant.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { changeEndpoint, readEndpoint } from './harness/webhooks.ts'

const ENDPOINTS = '/api/v1/webhooks/endpoints'
const MINE = { url: 'https://example.com/webhooks', events: ['generation.completed', 'post.failed'] }

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ work: false })
})
afterAll(() => server.stop())

async function create(body: object = MINE): Promise<CreateWebhookEndpointResponse> {
  const response = await server.post(ENDPOINTS, body)
  expect(response.status).toBe(200)
  return createWebhookEndpointResponseSchema.strict().parse(await response.json())
}

async function refusalOf(response: Response): Promise<ErrorBody['error']> {
  return ((await response.json()) as ErrorBody).error
}

describe('a webhook endpoint', () => {
  it('is created, read, changed, listed and deleted', async () => {
    const { secret: _, ...created } = await create({ ...MINE, events: [...MINE.events, 'post.failed'] })
    expect(created).toMatchObject({ ...MINE, disabled: false, disabled_reason: null })
    const path = `${ENDPOINTS}/${created.endpoint_id}`
    expect(webhookEndpointSchema.strict().parse(await (await server.request(path)).json())).toEqual(created)
    const changed = await changeEndpoint(server, created.endpoint_id, { url: 'https://example.com/other' })
    expect(await changed.json()).toEqual({ ...created, url: 'https://example.com/other' })
    const page = webhookEndpointPageSchema.strict().parse(await (await server.request(ENDPOINTS)).json())
    expect(page.data[0]).toMatchObject({ endpoint_id: created.endpoint_id, url: 'https://example.com/other' })
    const deleted = await server.request(path, { method: 'DELETE' })
    expect([deleted.status, await deleted.json()]).toEqual([200, { success: true }])
    expect((await server.request(path)).status).toBe(404)
    expect((await server.request(path, { method: 'DELETE' })).status).toBe(404)
    expect((await changeEndpoint(server, created.endpoint_id, MINE)).status).toBe(404)
  })

  it('shows its secret once: not when it is read, listed, or created again by its Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'endpoint-1' }
    const [first, again] = [await server.post(ENDPOINTS, MINE, headers), await server.post(ENDPOINTS, MINE, headers)]
    const { secret = '', ...endpoint } = (await first.json()) as CreateWebhookEndpointResponse
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(await again.json()).toEqual(endpoint)
    const rotate = () => server.post(`${ENDPOINTS}/${endpoint.endpoint_id}/rotate-secret`, {}, headers)
    expect((await rotate()).status).toBe(422)
    headers['idempotency-key'] = 'rotation-1'
    const rotated = (await (await rotate()).json()) as CreateWebhookEndpointResponse
    expect(rotated.secret).not.toBe(secret)
    expect(await (await rotate()).json()).not.toHaveProperty('secret')
    for (const path of [ENDPOINTS, `${ENDPOINTS}/${endpoint.endpoint_id}`]) {
      expect(await (await server.request(path)).text()).not.toContain('whsec_')
    }
  })

  it('has its secret sealed in the database', async () => {
    const { secret = '' } = await create()
    const { rows } = await sql<{ everything: string }>`
      select string_agg(row_to_json(e)::text, '') || coalesce((select string_agg(answer, '') from idempotency_keys), '')
        as everything from webhook_endpoints e`.execute(server.db)
    expect(rows[0]?.everything).not.toContain('whsec_')
    expect(rows[0]?.everything).not.toContain(secret.slice('whsec_'.length))
  })

  it('is disabled and enabled by request', async () => {
    const { endpoint_id } = await create()
    await changeEndpoint(server, endpoint_id, { disabled: true })
    expect(await readEndpoint(server, endpoint_id)).toMatchObject({ disabled: true, disabled_reason: 'requested' })
    await changeEndpoint(server, endpoint_id, { disabled: false })
    expect(await readEndpoint(server, endpoint_id)).toMatchObject({ disabled: false, disabled_reason: null })
  })

  it('of more deliveries than one request replays has the rest replayed from where the answer says', async () => {
    const { endpoint_id } = await create()
    const path = `${ENDPOINTS}/${endpoint_id}`
    const tested = webhookDeliverySchema.parse(await (await server.post(`${path}/test`, {})).json())
    await sql`
      insert into webhook_deliveries (id, account_id, workspace_id, livemode, event_id, endpoint_id, event, status, created_at)
      select gen_random_uuid(), account_id, workspace_id, livemode, event_id, endpoint_id, event, 'failed',
        created_at + n * interval '1 second'
      from webhook_deliveries, generate_series(1, ${MAX_REPLAYED + 5}::int) n where id = ${tested.delivery_id}
    `.execute(server.db)
    const replay = async (since: string | null) => {
      const response = await server.post(`${path}/replay`, { since, status: 'failed' })
      return replayWebhookDeliveriesResponseSchema.strict().parse(await response.json())
    }
    const first = await replay(tested.created_at)
    const next_since = new Date(Date.parse(tested.created_at) + (MAX_REPLAYED + 1) * 1000).toISOString()
    expect(first).toEqual({ replayed: MAX_REPLAYED, has_more: true, next_since })
    expect(await replay(first.next_since)).toEqual({ replayed: 5, has_more: false, next_since: null })
  })

  it('takes its deliveries along when it is deleted', async () => {
    const { endpoint_id } = await create()
    expect((await server.request(`${ENDPOINTS}/${endpoint_id}/test`, { method: 'POST' })).status).toBe(200)
    await server.request(`${ENDPOINTS}/${endpoint_id}`, { method: 'DELETE' })
    const left = await server.request(`/api/v1/webhooks/deliveries?endpoint_id=${endpoint_id}`)
    expect(await left.json()).toEqual({ data: [], next_cursor: null, has_more: false })
  })

  it.each([
    ['http://example.com/', 'must use https'],
    ['https://localhost/', 'must not be a private address or lead to one'],
    ['https://2130706433/', 'must not be a private address or lead to one'],
    ['https://[::ffff:10.0.0.1]/', 'must not be a private address or lead to one'],
    ['https://169.254.169.254/latest', 'must not be a private address or lead to one'],
    ['https://me:secret@example.com/', 'must not contain a user name or password'],
    ['javascript:alert(1)', 'must be an https address'],
  ])('is refused at %s, when it is made and when it is changed', async (url, message) => {
    const { endpoint_id } = await create()
    for (const response of [
      await server.post(ENDPOINTS, { ...MINE, url }),
      await changeEndpoint(server, endpoint_id, { url }),
    ]) {
      expect(response.status).toBe(400)
      expect((await refusalOf(response)).details).toEqual([{ path: 'url', message }])
    }
    expect((await readEndpoint(server, endpoint_id)).url).toBe(MINE.url)
  })

  it.each([
    [{ url: MINE.url }, 'events'],
    [{ ...MINE, events: [] }, 'events'],
    [{ ...MINE, events: ['generation.started'] }, 'events[0]'],
    [{ events: MINE.events }, 'url'],
  ])('that is invalid is refused and told the field: %o', async (body, path) => {
    const response = await server.post(ENDPOINTS, body)
    expect(response.status).toBe(400)
    expect((await refusalOf(response)).details?.[0]?.path).toBe(path)
  })

  it('is one of fifty in a workspace at the most, however many are made at once', async () => {
    const { account_id } = await server.db.selectFrom('workspaces').select('account_id').executeTakeFirstOrThrow()
    const headers = { 'x-workspace-id': await addWorkspace(server.db, account_id) }
    const answers = await Promise.all(Array.from({ length: 60 }, () => server.post(ENDPOINTS, MINE, headers)))
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([...Array(WEBHOOK_ENDPOINT_LIMITS.perWorkspace).fill(200), ...Array(10).fill(409)])
  })
})
