import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, addKey, addWorkspace } from './harness/add-tenant.ts'
import type { Tenant as StoredTenant } from './harness/add-tenant.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

type Tenant = Pick<StoredTenant, 'apiKey' | 'workspaceId'>

let server: TestServer
let accountId: string
let mine: { readonly generation: string; readonly media: string; readonly style: string }

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  const row = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  accountId = row.id
  mine = await createResources()
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

async function createResources() {
  const body = { prompt: 'Only for my eyes', post_types: ['x-post'], research_mode: 'regular' }
  const { generation_id } = (await (await server.post('/api/v1/content/generate', body)).json()) as {
    generation_id: string
  }
  await waitForGeneration(server, generation_id)
  const form = new FormData()
  form.append('file', new Blob([await readFile((await makeMediaFiles()).jpeg)]), 'mine.jpg')
  form.append('type', 'image')
  const uploaded = await server.request('/api/v1/media/upload', { method: 'POST', body: form })
  const { media_id } = (await uploaded.json()) as { media_id: string }
  const created = await server.post('/api/v1/writing-styles', { name: 'Mine', instructions: 'Whisper.' })
  const { writing_style_id } = (await created.json()) as { writing_style_id: string }
  return { generation: generation_id, media: media_id, style: writing_style_id }
}

function ask({ apiKey, workspaceId }: Tenant, path: string, init: RequestInit = {}): Promise<Response> {
  return server.request(path, {
    ...init,
    headers: { 'x-api-key': apiKey, 'x-workspace-id': workspaceId, 'content-type': 'application/json' },
  })
}

/** An answer without what is its own in any case. */
async function told(response: Response): Promise<unknown> {
  const { error } = (await response.json()) as { error: Record<string, unknown> }
  return { status: response.status, ...error, request_id: undefined }
}

async function expectBlind(tenant: Tenant): Promise<void> {
  const missing = randomUUID()
  const operations: [string, RequestInit][] = [
    ['/api/v1/content/generations/ID', {}],
    ['/api/v1/writing-styles/ID', {}],
    ['/api/v1/writing-styles/ID', { method: 'PATCH', body: '{"active":true}' }],
    ['/api/v1/writing-styles/ID', { method: 'DELETE' }],
  ]
  for (const [path, init] of operations) {
    const id = path.includes('generations') ? mine.generation : mine.style
    const foreign = await told(await ask(tenant, path.replace('ID', id), init))
    expect(foreign).toEqual(await told(await ask(tenant, path.replace('ID', missing), init)))
    expect(foreign).toMatchObject({ status: 404 })
  }
  for (const field of [{ media_ids: [mine.media] }, { prompt: 'Mine now', writing_style_id: mine.style }]) {
    const body = JSON.stringify({ ...field, post_types: ['x-post'], research_mode: 'regular' })
    const response = await ask(tenant, '/api/v1/content/generate', { method: 'POST', body })
    expect(response.status).toBe(400)
  }
  for (const list of ['/api/v1/content/generations', '/api/v1/writing-styles']) {
    expect(await (await ask(tenant, list)).json()).toMatchObject({ data: [] })
  }
}

describe('what belongs to a workspace', () => {
  it('is not seen from another account, nor told from what does not exist', async () => {
    await expectBlind(await addAccount(server.db))
  })

  it('is not seen from another workspace of the same account', async () => {
    await expectBlind({
      apiKey: await addKey(server.db, { accountId }),
      workspaceId: await addWorkspace(server.db, accountId),
    })
  })

  it("is refused to another account's key in the words of a workspace that does not exist", async () => {
    const other = await addAccount(server.db)
    const foreign = await told(await ask({ ...other, workspaceId: server.workspaceId }, '/api/v1/content/generations'))
    const missing = await told(await ask({ ...other, workspaceId: randomUUID() }, '/api/v1/content/generations'))
    expect(foreign).toEqual(missing)
    expect(foreign).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  })

  it('is refused to a key that is bound to other workspaces', async () => {
    const workspaceId = await addWorkspace(server.db, accountId)
    const apiKey = await addKey(server.db, { accountId, workspaceIds: [workspaceId] })
    expect((await ask({ apiKey, workspaceId }, '/api/v1/content/generations')).status).toBe(200)
    const refused = await ask({ apiKey, workspaceId: server.workspaceId }, '/api/v1/content/generations')
    expect(refused.status).toBe(403)
  })
})

describe('a sandbox key', () => {
  it('sees and uses none of what is live, and its generations cost nothing', async () => {
    const sandbox = { apiKey: await addKey(server.db, { accountId, livemode: false }), workspaceId: server.workspaceId }
    const before = await (await ask(sandbox, '/api/v1/account/credits')).json()
    expect(await (await ask(sandbox, '/api/v1/content/generations')).json()).toMatchObject({ data: [] })
    expect((await ask(sandbox, `/api/v1/content/generations/${mine.generation}`)).status).toBe(404)
    const body = JSON.stringify({ prompt: 'Just trying', post_types: ['x-post'], research_mode: 'regular' })
    const started = (await (await ask(sandbox, '/api/v1/content/generate', { method: 'POST', body })).json()) as {
      generation_id: string
      credits_used: number
    }
    expect(started.credits_used).toBe(6)
    expect((await server.request(`/api/v1/content/generations/${started.generation_id}`)).status).toBe(404)
    await expect
      .poll(
        async () =>
          (await (await ask(sandbox, `/api/v1/content/generations/${started.generation_id}`)).json()) as object,
      )
      .toMatchObject({ status: 'completed', livemode: false })
    expect(await (await ask(sandbox, '/api/v1/account/credits')).json()).toEqual(before)
  })
})
