import { randomUUID } from 'node:crypto'
import type { ClientRequest } from 'node:http'
import { request as openHttp } from 'node:http'
import type { Db } from '#db/types.ts'
import { failCaptions } from '#features/content/end-captions.ts'
import { saveCaption } from '#features/content/save-caption.ts'
import { sweepSandboxPosts } from '#features/posts/sweep-sandbox-posts.ts'
import { sweepRunEvents } from '#features/runs/sweep-run-events.ts'
import type { PlatformCaption } from '#models/port.ts'
import type { GenerateContentResponse } from '@powerpost/contract'
import {
  ACCOUNT_LIMITS,
  POST_STORAGE_LIMITS,
  RUN_EVENT_DAYS,
  UPLOAD_LIMITS,
  WRITING_STYLE_LIMITS,
} from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey, addWorkspace } from './harness/add-tenant.ts'
import { changeDraft, createDraft, POSTS, refusalOf, TEXT_ON_X } from './harness/drafts.ts'
import { readEventStream } from './harness/event-stream.ts'
import { uploadFile } from './harness/media.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

const clock = createMovableClock()
let server: TestServer
let accountId: string

beforeAll(async () => {
  server = await startTestServer({ work: false, clock })
  accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

const POSTED: PlatformCaption = { platform: 'x', caption: 'We opened.' }

const findStoredRun = (id: string) =>
  server.db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const KEYS = '/api/v1/account/api-keys'
const WORKSPACES = '/api/v1/account/workspaces'
const STYLES = '/api/v1/writing-styles'

/** Copies a row until there are as many. */
async function fill(db: Db, { table, count, where }: { table: string; count: number; where: string }): Promise<void> {
  await sql`
    insert into ${sql.table(table)}
    select (jsonb_populate_record(row, jsonb_build_object('id', gen_random_uuid()))).*
    from (select t as row from ${sql.table(table)} t where ${sql.raw(where)} limit 1) one, generate_series(1, ${count})`.execute(
    db,
  )
}

async function countRows(table: 'api_keys' | 'posts' | 'workspaces' | 'writing_styles'): Promise<number> {
  const { count } = await server.db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

describe('what an account can have is bounded, and one too many is refused:', () => {
  it('API keys that can be used', async () => {
    await addKey(server.db, { accountId, revokedAt: new Date() })
    await addKey(server.db, { accountId, expiresAt: new Date(0) })
    const used = (await countRows('api_keys')) - 2
    const missing = ACCOUNT_LIMITS.apiKeys - used - 1
    await Promise.all(Array.from({ length: missing }, () => addKey(server.db, { accountId })))
    const create = () => server.post(KEYS, { name: 'One more', preset: 'read_only' })
    const last = await create()
    expect(last.status).toBe(200)
    const { key_id } = (await last.json()) as { key_id: string }
    const refused = await create()
    expect(refused.status).toBe(409)
    expect(await refusalOf(refused)).toEqual({
      code: 'CONFLICT',
      message: 'An account can have at most 200 API keys. Revoke one first.',
    })
    expect((await server.request(`${KEYS}/${key_id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await create()).status).toBe(200)
    await sql`delete from api_keys where name in ('test', 'One more')`.execute(server.db)
  })

  it('writing styles of a workspace', async () => {
    const create = () => server.post(STYLES, { name: 'Voice', instructions: 'Whisper.' })
    expect((await create()).status).toBe(200)
    await fill(server.db, { table: 'writing_styles', count: WRITING_STYLE_LIMITS.perWorkspace - 2, where: 'true' })
    const answers = await Promise.all([create(), create()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await sql`delete from writing_styles`.execute(server.db)
  })

  it('workspaces', async () => {
    const create = () => server.post(WORKSPACES, { name: 'One more' })
    await fill(server.db, {
      table: 'workspaces',
      count: ACCOUNT_LIMITS.workspaces - (await countRows('workspaces')) - 1,
      where: 'true',
    })
    const answers = await Promise.all([create(), create()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await sql`delete from workspaces where id <> ${server.workspaceId}`.execute(server.db)
  })

  it('drafts of a workspace', async () => {
    await createDraft(server)
    const count = POST_STORAGE_LIMITS.unpublishedPerWorkspace - 1
    await fill(server.db, { table: 'posts', count, where: 'true' })
    const refused = await server.post(POSTS, TEXT_ON_X)
    expect(refused.status).toBe(409)
    expect(await refusalOf(refused)).toMatchObject({ code: 'CONFLICT' })
    const other = await addWorkspace(server.db, accountId)
    expect((await server.post(POSTS, TEXT_ON_X, { 'x-workspace-id': other })).status).toBe(200)
    const sandboxKey = await addKey(server.db, { accountId, livemode: false })
    expect((await server.post(POSTS, TEXT_ON_X, { 'x-api-key': sandboxKey })).status).toBe(200)
    await sql`delete from posts`.execute(server.db)
  })

  it('bytes of posts that cost nothing', async () => {
    const items = [{ post_type: 'facebook-post', content: 'é'.repeat(1000) }]
    const draft = await createDraft(server, { items })
    const { stored_bytes } = await server.db.selectFrom('posts').select('stored_bytes').executeTakeFirstOrThrow()
    expect(stored_bytes).toBeGreaterThanOrEqual(2000 + POST_STORAGE_LIMITS.bytesPerItem)
    const room = POST_STORAGE_LIMITS.bytesPerAccount - stored_bytes
    await fill(server.db, { table: 'posts', count: 1, where: 'true' })
    await sql`update posts set stored_bytes = ${room} where id <> ${draft.post_id}`.execute(server.db)
    const refused = await server.post(POSTS, { items })
    expect(refused.status).toBe(413)
    expect(await refusalOf(refused)).toMatchObject({ code: 'STORAGE_QUOTA_EXCEEDED' })
    const longer = [{ post_type: 'facebook-post' as const, content: 'é'.repeat(1001) }]
    expect((await changeDraft(server, draft.post_id, { items: longer })).status).toBe(413)
    expect(
      (await changeDraft(server, draft.post_id, { items: [{ post_type: 'x-post', content: 'Shorter' }] })).status,
    ).toBe(200)
    // What was published was paid.
    await sql`update posts set status = 'published', outcome = 'all', published_at = now() where id <> ${draft.post_id}`.execute(
      server.db,
    )
    expect((await server.post(POSTS, { items })).status).toBe(200)
    await sql`delete from posts`.execute(server.db)
  })
})

/** Begins an upload, and sends no more than its first bytes. */
function beginUpload(apiKey: string, length = 64 * 1024): ClientRequest {
  const boundary = 'half-open'
  const request = openHttp(new URL('/api/v1/media/upload', server.url), {
    method: 'POST',
    headers: {
      'x-api-key': apiKey,
      'x-workspace-id': server.workspaceId,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': length,
    },
  })
  request.on('error', () => {})
  const part = 'Content-Disposition: form-data; name="file"; filename="slow.jpg"\r\nContent-Type: image/jpeg'
  request.write(
    `--${boundary}\r\nContent-Disposition: form-data; name="type"\r\n\r\nimage\r\n--${boundary}\r\n${part}\r\n\r\n\xff`,
  )
  return request
}

function countUploading(): Promise<number> {
  return server.db
    .selectFrom('media')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('status', '=', 'uploading')
    .executeTakeFirstOrThrow()
    .then(({ count }) => count)
}

describe('uploads that never end', () => {
  it.each([
    ['many', UPLOAD_LIMITS.perKey, 64 * 1024],
    ['large', 5, 500 * 1024 * 1024],
  ])('keep their own key from more, and no other: %s', async (_, most, length) => {
    const slowKey = await addKey(server.db, { accountId })
    const begun = Array.from({ length: most }, () => beginUpload(slowKey, length))
    await expect.poll(countUploading, { timeout: 20_000 }).toBe(most)
    const { jpeg } = await makeMediaFiles()
    const form = new FormData()
    form.append('type', 'image')
    form.append('file', new Blob(['x']), 'one-too-many.jpg')
    const headers = { 'x-api-key': slowKey }
    const refused = await server.request('/api/v1/media/upload', { method: 'POST', body: form, headers })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    await uploadFile(server, jpeg)
    for (const request of begun) request.destroy()
    await expect.poll(countUploading, { timeout: 20_000 }).toBe(0)
    await uploadFile(server, jpeg, { headers })
  })
})

describe('a workspace that was deleted', () => {
  it('has no file behind its links any more', async () => {
    const workspaceId = await addWorkspace(server.db, accountId)
    const { jpeg } = await makeMediaFiles()
    const { url, thumbnail_url } = await uploadFile(server, jpeg, { headers: { 'x-workspace-id': workspaceId } })
    expect((await fetch(url)).status).toBe(200)
    // No job runs here: its files are all still there.
    const deleted = await server.request(`${WORKSPACES}/${workspaceId}?force=true`, { method: 'DELETE' })
    expect(deleted.status).toBe(200)
    expect((await fetch(url)).status).toBe(404)
    expect((await fetch(thumbnail_url)).status).toBe(404)
  })
})

describe('a key that is bound to workspaces', () => {
  it('sees only their lines of the ledger', async () => {
    const other = await addWorkspace(server.db, accountId)
    const body = { prompt: 'Only for my eyes', post_types: ['x-post'], research_mode: 'regular' }
    const generate = async (workspaceId: string) => {
      const response = await server.post('/api/v1/content/generate', body, { 'x-workspace-id': workspaceId })
      return ((await response.json()) as { generation_id: string }).generation_id
    }
    const mine = await generate(other)
    const theirs = await generate(server.workspaceId)
    const read = async (apiKey: string) => {
      const response = await server.request('/api/v1/account/credits/ledger', { headers: { 'x-api-key': apiKey } })
      return ((await response.json()) as { data: { operation: { id: string } | null }[] }).data.map(
        ({ operation }) => operation?.id ?? 'grant',
      )
    }
    expect(await read(await addKey(server.db, { accountId, workspaceIds: [other] }))).toEqual([mine])
    expect(await read(server.apiKey)).toEqual([theirs, mine, 'grant'])
    expect(await read(await addKey(server.db, { accountId, workspaceIds: [randomUUID()] }))).toEqual([])
  })
})

describe('a name that shows nothing is refused:', () => {
  const NAMES = ['\u200b', '\u00a0\u2060', '\u202e\u200f', '\u3164', '\ufe0f', '\u{e0041}']
  const OPERATIONS = [
    [WORKSPACES, 'name', {}],
    [KEYS, 'name', { preset: 'read_only' }],
    [STYLES, 'name', { instructions: 'Whisper.' }],
    ['/api/v1/connections', 'display_name', { platform: 'x', sandbox: true }],
  ] as const
  it.each(OPERATIONS)('%s', async (path, field, rest) => {
    for (const name of NAMES) {
      const response = await server.post(path, { ...rest, [field]: name })
      expect(response.status).toBe(400)
      expect(await refusalOf(response)).toMatchObject({ details: [{ path: field, message: 'must not be blank' }] })
    }
    expect((await server.post(path, { ...rest, [field]: '\u200bשלום\u200f 👩‍🍳' })).status).toBe(200)
  })
})

describe('the events of a run', () => {
  it('are removed long after it ended, except its last one, and those of a run that goes on are kept', async () => {
    const start = async () => {
      const body = { prompt: 'We opened', post_types: ['x-post'], research_mode: 'regular' }
      const response = await server.post('/api/v1/content/generate', body)
      return ((await response.json()) as GenerateContentResponse).generation_id
    }
    const [ended, running] = [await start(), await start()]
    const [run, other] = [await findStoredRun(ended), await findStoredRun(running)]
    const dependencies = { db: server.db, clock, announce: () => {}, recordEvent: async () => {} }
    for (const subject of [run, other]) await saveCaption(dependencies, { run: subject, attempt: 1, caption: POSTED })
    await server.db.transaction().execute((trx) => failCaptions(trx, dependencies, { run, message: undefined }))
    const readEvents = async (id: string) => {
      const rows = await server.db
        .selectFrom('run_events')
        .select('event')
        .where('subject_id', '=', id)
        .orderBy('number')
        .execute()
      return rows.map(({ event }) => event)
    }
    clock.move({ hours: RUN_EVENT_DAYS * 24 - 1 })
    await sweepRunEvents({ db: server.db, clock })
    expect(await readEvents(ended)).toEqual(['queued', 'caption', 'failed'])
    clock.move({ hours: 2 })
    await sweepRunEvents({ db: server.db, clock })
    expect(await readEvents(ended)).toEqual(['failed'])
    expect(await readEvents(running)).toEqual(['queued', 'caption'])
    const stream = await readEventStream(await server.request(`/api/v1/content/generations/${ended}/events`))
    expect((await stream.rest()).map(({ number, event }) => [number, event])).toEqual([[3, 'failed']])
  })
})

describe('posts of the sandbox', () => {
  it('are removed long after they have ended, and live ones are kept', async () => {
    const sandboxKey = await addKey(server.db, { accountId, livemode: false })
    const created = await server.post(POSTS, TEXT_ON_X, { 'x-api-key': sandboxKey })
    const { post_id: sandboxPost } = (await created.json()) as { post_id: string }
    const { post_id: livePost } = await createDraft(server)
    await sql`update posts set status = 'published', outcome = 'all', published_at = now()`.execute(server.db)
    const readIds = async () =>
      (await server.db.selectFrom('posts').select('id').orderBy('created_at').execute()).map(({ id }) => id)
    clock.move({ hours: POST_STORAGE_LIMITS.sandboxDays * 24 - 1 })
    await sweepSandboxPosts({ db: server.db, clock })
    expect(await readIds()).toEqual([sandboxPost, livePost])
    clock.move({ hours: 2 })
    await sweepSandboxPosts({ db: server.db, clock })
    expect(await readIds()).toEqual([livePost])
  })
})
