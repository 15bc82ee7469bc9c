import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Credits, GenerateContentResponse, LedgerPage, Workspace, WorkspacePage } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, addKey, headersOf } from './harness/add-tenant.ts'
import { readBooks } from './harness/ledger.ts'
import { createGate, createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

const WORKSPACES = '/api/v1/account/workspaces'
const BODY = { prompt: 'About to be gone', post_types: ['x-post'], research_mode: 'regular' }

const gate = createGate()
let server: TestServer
let accountId: string

beforeAll(async () => {
  const model = createScriptedModel(async function* (brief) {
    if (brief.prompt === 'Never ends') await gate.opened
    yield* writePlainly(brief)
  })
  server = await startTestServer({ credits: 1000, model })
  accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
})
afterAll(async () => {
  gate.open()
  await server.stop()
  await removeMediaFiles()
})

async function create(name: string): Promise<string> {
  const response = await server.post(WORKSPACES, { name })
  return ((await response.json()) as Workspace).workspace_id
}

function remove(id: string, { force = false, by = server.apiKey } = {}): Promise<Response> {
  const path = `${WORKSPACES}/${id}${force ? '?force=true' : ''}`
  return server.request(path, { method: 'DELETE', headers: { 'x-api-key': by } })
}

async function list(by = server.apiKey): Promise<string[]> {
  const response = await server.request(`${WORKSPACES}?limit=100`, { headers: { 'x-api-key': by } })
  return ((await response.json()) as WorkspacePage).data.map(({ workspace_id }) => workspace_id)
}

async function generateIn(workspaceId: string, prompt = BODY.prompt): Promise<string> {
  const response = await server.post('/api/v1/content/generate', { ...BODY, prompt }, { 'x-workspace-id': workspaceId })
  return ((await response.json()) as GenerateContentResponse).generation_id
}

async function uploadTo(workspaceId: string): Promise<void> {
  const form = new FormData()
  form.append('type', 'image')
  form.append('file', new Blob([await readFile((await makeMediaFiles()).jpeg)]), 'mine.jpg')
  const headers = { 'x-workspace-id': workspaceId }
  expect((await server.request('/api/v1/media/upload', { method: 'POST', body: form, headers })).status).toBe(200)
}

async function storedFiles(): Promise<number> {
  const directory = join(server.database.dataDirectory, 'media')
  // Made by the first upload.
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).length
}

async function readBalance(): Promise<number> {
  const { balance } = (await (await server.request('/api/v1/account/credits')).json()) as Credits
  return balance
}

async function isPurged(id: string): Promise<boolean> {
  const row = await server.db.selectFrom('workspaces').select('id').where('id', '=', id).executeTakeFirst()
  return row === undefined
}

describe('a workspace', () => {
  it('is created, listed, renamed, worked in and deleted', async () => {
    const id = await create('Bakery')
    expect(await list()).toContain(id)
    const body = JSON.stringify({ name: 'Café' })
    const headers = { 'content-type': 'application/json' }
    const renamed = await server.request(`${WORKSPACES}/${id}`, { method: 'PATCH', body, headers })
    expect(await renamed.json()).toMatchObject({ workspace_id: id, name: 'Café' })
    expect((await remove(id)).status).toBe(200)
    expect(await list()).not.toContain(id)
    expect((await remove(id)).status).toBe(404)
    const gone = await server.request('/api/v1/content/generations', { headers: { 'x-workspace-id': id } })
    expect(gone.status).toBe(403)
  })

  it('that holds something is deleted only by force, and all of it goes', async () => {
    const id = await create('Full')
    const before = await storedFiles()
    await uploadTo(id)
    await generateIn(id)
    await server.post('/api/v1/writing-styles', { name: 'S', instructions: 'Whisper.' }, { 'x-workspace-id': id })
    expect((await remove(id)).status).toBe(409)
    expect(await list()).toContain(id)
    expect((await remove(id, { force: true })).status).toBe(200)
    expect(await list()).not.toContain(id)
    await expect.poll(() => isPurged(id), { timeout: 30_000 }).toBe(true)
    expect(await storedFiles()).toBe(before)
  })

  it('that holds nothing but a draft is deleted only by force, too', async () => {
    const id = await create('Drafts')
    const draft = { items: [{ post_type: 'x-post', content: 'Hello.' }] }
    expect((await server.post('/api/v1/posts', draft, { 'x-workspace-id': id })).status).toBe(200)
    expect((await remove(id)).status).toBe(409)
    expect((await remove(id, { force: true })).status).toBe(200)
    await expect.poll(() => isPurged(id), { timeout: 30_000 }).toBe(true)
  })

  it('that is deleted while a generation runs in it gives the credits back, once', async () => {
    const id = await create('Busy')
    const generationId = await generateIn(id, 'Never ends')
    const { balance } = await readBooks(server.db)
    await remove(id, { force: true })
    await expect.poll(() => isPurged(id), { timeout: 30_000 }).toBe(true)
    const books = await readBooks(server.db)
    expect(books.balance).toBe(balance + 6)
    expect(books.ledger).toBe(books.balance)
    const ledger = (await (await server.request('/api/v1/account/credits/ledger')).json()) as LedgerPage
    expect(ledger.data.filter((entry) => entry.operation?.id === generationId).map(({ kind }) => kind)).toEqual([
      'refund',
      'debit',
    ])
  })

  it('that is the last one of the account stays, also when the last two are deleted at once', async () => {
    const tenant = await addAccount(server.db)
    expect((await remove(tenant.workspaceId, { by: tenant.apiKey })).status).toBe(409)
    const response = await server.post(WORKSPACES, { name: 'Second' }, headersOf(tenant))
    const { workspace_id } = (await response.json()) as Workspace
    const answers = await Promise.all([tenant.workspaceId, workspace_id].map((id) => remove(id, { by: tenant.apiKey })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it.each(['generation', 'style'])('that holds a %s of a live key is not deleted by a sandbox key', async (what) => {
    const id = await create('Live')
    const style = { name: 'S', instructions: 'Whisper.' }
    if (what === 'generation') await generateIn(id)
    else await server.post('/api/v1/writing-styles', style, { 'x-workspace-id': id })
    const sandbox = await addKey(server.db, { accountId, livemode: false })
    expect((await remove(id, { force: true, by: sandbox })).status).toBe(409)
    expect(await list()).toContain(id)
  })
})

describe('a key that is bound to workspaces', () => {
  it('sees those alone, and creates, renames and deletes no other', async () => {
    const [mine, other] = [await create('Mine'), await create('Other')]
    const by = await addKey(server.db, { accountId, workspaceIds: [mine] })
    expect(await list(by)).toEqual([mine])
    expect((await server.post(WORKSPACES, { name: 'New' }, { 'x-api-key': by })).status).toBe(403)
    expect((await remove(other, { by })).status).toBe(404)
    expect(await list()).toContain(other)
  })
})

describe('the ledger', () => {
  it('lists every change of the balance, newest first, page by page', async () => {
    const first = (await (await server.request('/api/v1/account/credits/ledger?limit=1')).json()) as LedgerPage
    const balance = await readBalance()
    expect(first.data[0]?.balance_after).toBe(balance)
    let sum = 0
    let cursor: string | null = ''
    while (cursor !== null) {
      const path: string = `/api/v1/account/credits/ledger?limit=2${cursor && `&cursor=${cursor}`}`
      const page = (await (await server.request(path)).json()) as LedgerPage
      sum += page.data.reduce((total, { amount }) => total + amount, 0)
      cursor = page.next_cursor
    }
    expect(sum).toBe(balance)
  })

  it('of a sandbox key is empty, and what it starts takes nothing', async () => {
    const sandbox = await addKey(server.db, { accountId, livemode: false })
    const balance = await readBalance()
    const started = await server.post('/api/v1/content/generate', BODY, { 'x-api-key': sandbox })
    expect(await started.json()).toMatchObject({ credits_used: 6, remaining_credits: balance })
    expect(await readBalance()).toBe(balance)
    const ledger = await server.request('/api/v1/account/credits/ledger', { headers: { 'x-api-key': sandbox } })
    expect(await ledger.json()).toMatchObject({ data: [] })
  })
})
