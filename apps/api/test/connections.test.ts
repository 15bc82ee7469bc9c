import type { Connection, ErrorBody } from '@powerpost/contract'
import { CONNECTION_LIMITS, connectionPageSchema, connectionSchema, PLATFORMS } from '@powerpost/contract'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey, addWorkspace } from './harness/add-tenant.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const PATH = '/api/v1/connections'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ work: false })
})
afterAll(() => server.stop())

async function create(body: object = { platform: 'x', sandbox: true }, headers = {}): Promise<Connection> {
  const response = await server.post(PATH, body, headers)
  expect(response.status).toBe(200)
  return connectionSchema.strict().parse(await response.json())
}

async function refusalOf(response: Response): Promise<ErrorBody['error']> {
  return ((await response.json()) as ErrorBody).error
}

async function accountId(): Promise<string> {
  return (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
}

describe('a sandbox connection', () => {
  it.each(PLATFORMS)('to %s is made by one call, read, listed and deleted', async (platform) => {
    const created = await create({ platform, sandbox: true, display_name: `Mine ${platform}` })
    expect(created).toMatchObject({
      platform,
      sandbox: true,
      display_name: `Mine ${platform}`,
      platform_account_id: null,
      status: 'active',
      expires_at: null,
      livemode: true,
    })
    const path = `${PATH}/${created.connection_id}`
    expect(await (await server.request(path)).json()).toEqual(created)
    const listed = await server.request(`${PATH}?platform=${platform}`)
    expect(connectionPageSchema.parse(await listed.json()).data).toEqual([created])
    const deleted = await server.request(path, { method: 'DELETE' })
    expect([deleted.status, await deleted.json()]).toEqual([200, { success: true }])
    expect((await server.request(path)).status).toBe(404)
    expect((await server.request(path, { method: 'DELETE' })).status).toBe(404)
    const { data } = connectionPageSchema.parse(await (await server.request(`${PATH}?platform=${platform}`)).json())
    expect(data).toEqual([])
  })

  it('has a name without one being given', async () => {
    expect(await create()).toMatchObject({ display_name: 'X sandbox' })
  })

  it('is made once under one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'connection-1' }
    const body = { platform: 'tiktok', sandbox: true }
    expect(await create(body, headers)).toEqual(await create(body, headers))
  })

  it('is listed page by page, newest first', async () => {
    const made = [await create(), await create(), await create()].map(({ connection_id }) => connection_id)
    const first = connectionPageSchema.parse(await (await server.request(`${PATH}?limit=2`)).json())
    expect(first.data.map(({ connection_id }) => connection_id)).toEqual([made[2], made[1]])
    const next = await server.request(`${PATH}?limit=1&cursor=${first.next_cursor}`)
    expect(connectionPageSchema.parse(await next.json()).data[0]?.connection_id).toBe(made[0])
  })

  it('is all that a sandbox key makes, and is not seen by a live one', async () => {
    const apiKey = await addKey(server.db, { accountId: await accountId(), livemode: false })
    const headers = { 'x-api-key': apiKey }
    const refused = await server.post(PATH, { platform: 'x' }, headers)
    expect(refused.status).toBe(400)
    expect((await refusalOf(refused)).details).toEqual([
      { path: 'sandbox', message: 'must be true with a sandbox key' },
    ])
    const mine = await create(undefined, headers)
    expect(mine.livemode).toBe(false)
    expect((await server.request(`${PATH}/${mine.connection_id}`)).status).toBe(404)
    expect((await server.request(`${PATH}/${mine.connection_id}`, { headers })).status).toBe(200)
  })

  it('of an unknown platform is refused, and so is a name that is too long', async () => {
    const unknown = await server.post(PATH, { platform: 'myspace', sandbox: true })
    expect([unknown.status, (await refusalOf(unknown)).details?.[0]?.path]).toEqual([400, 'platform'])
    const long = await server.post(PATH, { platform: 'x', sandbox: true, display_name: 'x'.repeat(101) })
    expect([long.status, (await refusalOf(long)).details?.[0]?.path]).toEqual([400, 'display_name'])
  })

  it('is refused where the workspace has as many as it may, however many ask at once', async () => {
    const workspaceId = await addWorkspace(server.db, await accountId())
    const headers = { 'x-workspace-id': workspaceId }
    const { perWorkspace } = CONNECTION_LIMITS
    const asked = await Promise.all(
      Array.from({ length: perWorkspace + 5 }, () => server.post(PATH, { platform: 'x', sandbox: true }, headers)),
    )
    const statuses = asked.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(perWorkspace)
    expect(statuses.filter((status) => status === 409)).toHaveLength(5)
  })

  it('that a post is being published to cannot be deleted', async () => {
    const { connection_id } = await create()
    const postId = randomUUID()
    const now = new Date()
    const owner = { account_id: await accountId(), workspace_id: server.workspaceId, livemode: true }
    await server.db
      .insertInto('posts')
      .values({ id: postId, ...owner, status: 'publishing', generation_id: null, created_at: now, updated_at: now })
      .execute()
    await server.db
      .insertInto('post_items')
      .values({
        id: randomUUID(),
        post_id: postId,
        workspace_id: server.workspaceId,
        position: 0,
        post_type: 'x-post',
        platform: 'x',
        content: 'Hello',
        options: '{}',
        connection_id,
        status: 'posting',
        stage: 'preparing',
        lane: 'sandbox',
        due_at: now,
        started_at: now,
      })
      .execute()
    const path = `${PATH}/${connection_id}`
    const refused = await server.request(path, { method: 'DELETE' })
    expect([refused.status, (await refusalOf(refused)).code]).toEqual([409, 'CONFLICT'])
    expect((await server.request(path)).status).toBe(200)
  })
})

it('a platform that nobody set up is refused, and the message says what there is', async () => {
  const refused = await server.post(PATH, { platform: 'linkedin' })
  expect([refused.status, (await refusalOf(refused)).code]).toEqual([422, 'PLATFORM_NOT_CONFIGURED'])
})
