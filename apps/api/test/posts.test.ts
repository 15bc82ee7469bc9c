import { randomUUID } from 'node:crypto'
import type { GenerateContentResponse, Generation, PostItemInput } from '@powerpost/contract'
import { PLATFORM_OF_POST_TYPE, POST_TYPES, postPageSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPostUse } from '#features/posts/index.ts'
import { addKey } from './harness/add-tenant.ts'
import { addMedium, VIDEO } from './harness/add-medium.ts'
import { changeDraft, connectSandbox, createDraft, POSTS, readPost, refusalOf, TEXT_ON_X } from './harness/drafts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

let server: TestServer
let generation: Generation
beforeAll(async () => {
  server = await startTestServer()
  generation = await generate(POSTS_FOR)
})
afterAll(() => server.stop())

/** Nobody begins it here. */
const IN_AN_HOUR = new Date(Date.now() + 3600_000)

const POSTS_FOR = ['x-post', 'instagram-feed', 'youtube-video', 'youtube-short'] as const

async function generate(postTypes: readonly string[]): Promise<Generation> {
  const body = { prompt: 'We opened a bakery in Leeds', post_types: postTypes, research_mode: 'regular' }
  const started = (await (await server.post('/api/v1/content/generate', body)).json()) as GenerateContentResponse
  return waitForGeneration(server, started.generation_id)
}

/** What is wrong with the one field that is. */
async function wrongField(body: object): Promise<string> {
  const response = await server.post(POSTS, body)
  const { code, details = [] } = await refusalOf(response)
  expect([response.status, code, details.length]).toEqual([400, 'VALIDATION_ERROR', 1])
  return `${details[0]?.path} ${details[0]?.message}`
}

const itemOf = (item: Partial<PostItemInput>) => ({ items: [{ post_type: 'x-post', content: 'Hello.', ...item }] })

describe('a draft', () => {
  it('is created from texts, read, listed, changed and deleted', async () => {
    const draft = await createDraft(server)
    expect(draft).toMatchObject({
      status: 'draft',
      credits_used: 0,
      livemode: true,
      items: [{ ...TEXT_ON_X.items[0], platform: 'x', media_ids: [], status: 'draft', attempts: 0 }],
    })
    expect(await readPost(server, draft.post_id)).toEqual(draft)
    const changed = await changeDraft(server, draft.post_id, { items: [{ post_type: 'linkedin-post', content: 'Hi' }] })
    expect(changed.status).toBe(200)
    const after = await readPost(server, draft.post_id)
    expect(await changed.json()).toEqual(after)
    expect(after.items).toMatchObject([{ post_type: 'linkedin-post', content: 'Hi' }])
    expect(after.created_at).toBe(draft.created_at)
    const page = postPageSchema.parse(await (await server.request(`${POSTS}?status=draft`)).json())
    expect(page.data[0]).toEqual(after)
    expect(await (await server.request(`${POSTS}?status=published`)).json()).toMatchObject({ data: [] })
    const path = `${POSTS}/${draft.post_id}`
    const deleted = await server.request(path, { method: 'DELETE' })
    expect([deleted.status, await deleted.json()]).toEqual([200, { success: true }])
    for (const method of ['GET', 'DELETE']) expect((await server.request(path, { method })).status).toBe(404)
    expect((await changeDraft(server, draft.post_id, { items: [...TEXT_ON_X.items] })).status).toBe(404)
  })

  it('is created once by one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'draft-1' }
    const [first, again] = await Promise.all([
      server.post(POSTS, TEXT_ON_X, headers),
      server.post(POSTS, TEXT_ON_X, headers),
    ])
    expect(await again.json()).toEqual(await first.json())
  })

  it('keeps its items and their media in the order they were given', async () => {
    const media = [await addMedium(server), await addMedium(server), await addMedium(server)]
    const items = POST_TYPES.toReversed().map((post_type) => ({
      post_type,
      content: post_type,
      title: 'Title',
      media_ids: [...media, media[0] ?? ''],
    }))
    const draft = await createDraft(server, { items })
    expect(draft.items.map(({ post_type }) => post_type)).toEqual(POST_TYPES.toReversed())
    for (const item of draft.items) expect(item.media_ids).toEqual([...media, media[0]])
    expect(await readPost(server, draft.post_id)).toEqual(draft)
  })

  it('may break every rule of its platform', async () => {
    const content = 'a'.repeat(63_206)
    const media_ids = [await addMedium(server, { mime_type: 'image/png' }), await addMedium(server, VIDEO)]
    const items = POST_TYPES.map((post_type) => ({ post_type, content, title: '', media_ids }))
    expect((await createDraft(server, { items })).items).toHaveLength(POST_TYPES.length)
  })

  it('has the options of its platform, and no others', async () => {
    const options = {
      ai_generated: true,
      privacy_level: 'SELF_ONLY',
      tags: ['a'],
      alt_text: 'A loaf',
      visibility: 'PUBLIC',
      theirs: 1,
    }
    const items = ['x-post', 'tiktok-video', 'youtube-video', 'instagram-feed', 'linkedin-post'] as const
    const body = { items: items.map((post_type) => ({ post_type, content: '', title: 'Title', options })) }
    const draft = await createDraft(server, body)
    expect(draft.items.map((item) => [item.options, item.title])).toEqual([
      [{ ai_generated: true }, undefined],
      [{ ai_generated: true, privacy_level: 'SELF_ONLY' }, undefined],
      [{ ai_generated: true, privacy_status: 'public', made_for_kids: false, tags: ['a'] }, 'Title'],
      [{ ai_generated: true, alt_text: 'A loaf' }, undefined],
      [{ ai_generated: true, visibility: 'PUBLIC' }, undefined],
    ])
  })

  it('has texts as the database can keep them', async () => {
    const options = (alt_text: string, tags = ['a']) => itemOf({ options: { alt_text, tags } })
    expect(await wrongField(options('a\u0000'))).toContain('items[0].options.alt_text')
    expect(await wrongField(options('a', ['a\u0000']))).toContain('items[0].options.tags[0]')
    expect(await wrongField(options('\ud83d'))).toContain('items[0].options.alt_text')
  })

  it('goes to the connection that was asked for', async () => {
    const connection_id = await connectSandbox(server, 'x')
    expect((await createDraft(server, itemOf({ connection_id: connection_id.toUpperCase() }))).items[0]).toMatchObject({
      connection_id,
    })
  })
})

describe('a draft of a generation', () => {
  it('has its captions, one for all items of a platform, and titles where there are any', async () => {
    const { generation_id, outputs = {} } = generation
    const draft = await createDraft(server, { generation_id, items: POSTS_FOR.map((post_type) => ({ post_type })) })
    expect(draft.generation_id).toBe(generation_id)
    const { youtube } = outputs
    expect(draft.items.map(({ content, title }) => ({ content, title }))).toEqual([
      { content: outputs.x, title: undefined },
      { content: outputs.instagram, title: undefined },
      { content: youtube?.description, title: youtube?.title },
      { content: youtube?.description, title: youtube?.title },
    ])
  })

  it('has a text or title of its own where one is given', async () => {
    const { generation_id, outputs } = generation
    const items = [
      { post_type: 'x-post', content: '' },
      { post_type: 'youtube-video', title: 'Mine' },
      { post_type: 'youtube-short', content: 'Mine' },
    ]
    expect((await createDraft(server, { generation_id, items })).items).toMatchObject([
      { content: '' },
      { title: 'Mine', content: outputs?.youtube?.description },
      { title: outputs?.youtube?.title, content: 'Mine' },
    ])
  })

  it('is filled when it is changed, too', async () => {
    const { generation_id, outputs } = generation
    const draft = await createDraft(server, { generation_id, ...itemOf({}) })
    await changeDraft(server, draft.post_id, { items: [{ post_type: 'instagram-feed' }] })
    expect((await readPost(server, draft.post_id)).items).toMatchObject([{ content: outputs?.instagram }])
  })

  it('needs one that is completed, of this workspace and mode', async () => {
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const headers = { 'x-api-key': await addKey(server.db, { accountId, livemode: false }) }
    const { generation_id } = generation
    const inSandbox = await server.post(POSTS, { generation_id, items: [{ post_type: 'x-post' }] }, headers)
    expect(inSandbox.status).toBe(400)
    const unknown = 'generation_id is not a completed generation of this workspace'
    for (const id of [randomUUID(), 'nonsense']) {
      expect(await wrongField({ generation_id: id, ...itemOf({}) })).toBe(unknown)
    }
    const running = server.db.updateTable('generations').set({ status: 'processing', completed_at: null })
    await running.where('id', '=', generation_id).execute()
    expect(await wrongField({ generation_id, ...itemOf({}) })).toBe(unknown)
    const ended = server.db.updateTable('generations').set({ status: 'completed', completed_at: new Date() })
    await ended.where('id', '=', generation_id).execute()
  })
})

describe('a draft that cannot be', () => {
  it.each([
    [{ content: undefined }, 'items[0].content is required when there is no generation_id'],
    [{ post_type: 'youtube-video' }, 'items[0].title is required when there is no generation_id'],
    [{ media_ids: [randomUUID()] }, 'items[0].media_ids[0] is not a file of this workspace'],
    [{ media_ids: ['nonsense'] }, 'items[0].media_ids[0] is not a file of this workspace'],
    [{ connection_id: randomUUID() }, 'items[0].connection_id is not a connection of this workspace to X'],
    [{ connection_id: 'nonsense' }, 'items[0].connection_id is not a connection of this workspace to X'],
    [{ post_type: 'myspace-post' }, expect.stringContaining('items[0].post_type')],
  ])('reports what is wrong: %o', async (item, message) => {
    expect(await wrongField(itemOf(item as Partial<PostItemInput>))).toEqual(message)
  })

  it('reports what the generation has no caption for', async () => {
    const { generation_id } = generation
    const items = [{ post_type: 'x-post' }, { post_type: 'linkedin-post' }]
    expect(await wrongField({ generation_id, items })).toBe(
      'items[1].content is required: the generation has no caption for LinkedIn',
    )
  })

  it('reports a connection to another platform', async () => {
    const connection_id = await connectSandbox(server, 'facebook')
    expect(await wrongField(itemOf({ connection_id }))).toContain('items[0].connection_id')
  })

  it('reports media that are not whole, or of the other mode', async () => {
    const uploading = await addMedium(server, { status: 'uploading' })
    const inSandbox = await addMedium(server, { livemode: false })
    const mine = await addMedium(server)
    for (const other of [uploading, inSandbox]) {
      expect(await wrongField(itemOf({ media_ids: [mine, other] }))).toBe(
        'items[0].media_ids[1] is not a file of this workspace',
      )
    }
  })

  it('reports no items, and two of one post type for one connection', async () => {
    expect(await wrongField({ items: [] })).toBe('items must have at least 1 item')
    const connection_id = await connectSandbox(server, 'x')
    const [item] = TEXT_ON_X.items
    const items = [connection_id, connection_id].map((connection_id) => ({ ...item, connection_id }))
    expect(await wrongField({ items })).toBe(
      'items[1].connection_id must be another than that of items[0], which has the same post type',
    )
  })

  it('leaves a draft that is changed as it was', async () => {
    const draft = await createDraft(server)
    const items = [{ post_type: 'x-post', content: 'New', media_ids: [randomUUID()] }] as const
    expect(
      (
        await changeDraft(server, draft.post_id, {
          items: items.map((item) => ({ ...item, media_ids: [...item.media_ids] })),
        })
      ).status,
    ).toBe(400)
    expect(await readPost(server, draft.post_id)).toEqual(draft)
  })
})

describe('a post that is no draft any more', () => {
  it.each([
    ['scheduled', null, 'Cancel it first'],
    ['publishing', null, 'Wait until that is finished'],
    ['published', 'all', 'Create a new post'],
    ['failed', 'none', 'Retry its items'],
  ] as const)('and is %s cannot be changed or deleted, and says what can be done', async (status, outcome, hint) => {
    const { post_id } = await createDraft(server)
    await server.db
      .updateTable('posts')
      .set({ status, outcome, scheduled_at: IN_AN_HOUR })
      .where('id', '=', post_id)
      .execute()
    const before = await readPost(server, post_id)
    const answers = [
      await changeDraft(server, post_id, { items: [...TEXT_ON_X.items] }),
      await server.request(`${POSTS}/${post_id}`, { method: 'DELETE' }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(409)
      expect(await refusalOf(answer)).toEqual({ code: 'CONFLICT', message: expect.stringContaining(hint) })
    }
    expect(await readPost(server, post_id)).toEqual(before)
  })

  it('is never changed or deleted by a request that comes while it begins to be published', async () => {
    const item = { post_type: 'x-post', content: 'In time', connection_id: await connectSandbox(server, 'x') } as const
    const drafts = await Promise.all(Array.from({ length: 20 }, () => createDraft(server, { items: [item] })))
    const outcomes = await Promise.all(
      drafts.map(async ({ post_id }, index) => {
        const path = `${POSTS}/${post_id}`
        const [meddled, published] = await Promise.all([
          index % 2
            ? changeDraft(server, post_id, { items: [{ ...item, content: 'Changed' }] })
            : server.request(path, { method: 'DELETE' }),
          server.post(`${path}/publish`, {}),
        ])
        return { post_id, path, isChange: index % 2 === 1, statuses: [meddled.status, published.status] }
      }),
    )
    for (const { post_id, path, isChange, statuses } of outcomes) {
      const [meddled] = statuses
      if (meddled === 200 && !isChange) {
        expect(statuses).toEqual([200, 404])
        expect((await server.request(path)).status).toBe(404)
      } else {
        // Either it came in time, or it changed nothing.
        expect(statuses).toEqual([meddled === 200 ? 200 : 409, 200])
        const { status, items } = await readPost(server, post_id)
        expect(status).toBeOneOf(['publishing', 'published'])
        expect(items).toMatchObject([{ content: meddled === 200 ? 'Changed' : 'In time' }])
      }
    }
  })
})

describe('a file of a post', () => {
  it.each([
    ['draft', null, 'a draft'],
    ['scheduled', null, 'scheduled'],
    ['publishing', null, 'publishing'],
    ['published', 'all', undefined],
    ['failed', 'none', undefined],
  ] as const)('that is %s is in use until that has ended', async (status, outcome, words) => {
    const mediaId = await addMedium(server)
    const { post_id } = await createDraft(server, itemOf({ media_ids: [mediaId] }))
    const changes = { status, outcome, scheduled_at: IN_AN_HOUR }
    await server.db.updateTable('posts').set(changes).where('id', '=', post_id).execute()
    const use = await server.db.transaction().execute((trx) => findPostUse(trx, mediaId))
    expect(use).toBe(words && `the post ${post_id}, which is ${words}`)
  })
})

it('a post of every platform has that platform', async () => {
  const items = POST_TYPES.map((post_type) => ({ post_type, content: '', title: '' }))
  const draft = await createDraft(server, { items })
  expect(draft.items.map(({ platform }) => platform)).toEqual(POST_TYPES.map((type) => PLATFORM_OF_POST_TYPE[type]))
})

it('posts are listed newest first, page by page, each with its items', async () => {
  const made = []
  for (let index = 0; index < 5; index += 1) made.unshift(await createDraft(server, itemOf({ content: String(index) })))
  const first = postPageSchema.parse(await (await server.request(`${POSTS}?limit=2`)).json())
  const second = postPageSchema.parse(
    await (await server.request(`${POSTS}?limit=3&cursor=${first.next_cursor}`)).json(),
  )
  expect([...first.data, ...second.data]).toEqual(made)
})

it('a cursor is good for the list that it came from, as it was filtered, and for no other', async () => {
  for (const content of ['a', 'b']) await createDraft(server, itemOf({ content }))
  const drafts = `${POSTS}?limit=1&status=draft`
  const { next_cursor } = postPageSchema.parse(await (await server.request(drafts)).json())
  const statusOf = async (list: string) => (await server.request(`${list}&cursor=${next_cursor}`)).status
  expect(await statusOf(drafts)).toBe(200)
  expect(await statusOf(`${POSTS}?limit=9&status=draft`)).toBe(200)
  const others = [
    `${POSTS}?limit=1`,
    `${POSTS}?limit=1&status=published`,
    ...['media', 'connections', 'writing-styles', 'webhooks/endpoints', 'webhooks/deliveries', 'account/api-keys'].map(
      (list) => `/api/v1/${list}?limit=1`,
    ),
    ...['account/workspaces', 'account/credits/ledger'].map((list) => `/api/v1/${list}?limit=1`),
    ...['content', 'images'].map((list) => `/api/v1/${list}/generations?status=pending`),
  ]
  for (const other of others) expect([other, await statusOf(other)]).toEqual([other, 400])
})

it('a page of long texts ends before it is too large, and the next goes on behind it', async () => {
  const items = POST_TYPES.map((post_type) => ({ post_type, content: 'a'.repeat(60_000), title: '' }))
  const made: string[] = []
  for (let index = 0; index < 6; index += 1) made.unshift((await createDraft(server, { items })).post_id)
  const read = async (query: string) =>
    postPageSchema.parse(await (await server.request(`${POSTS}?limit=6${query}`)).json())
  const first = await read('')
  expect(first.data.map(({ post_id }) => post_id)).toEqual(made.slice(0, 5))
  expect(first.has_more).toBe(true)
  const second = await read(`&cursor=${first.next_cursor}`)
  expect(second.data[0]?.post_id).toBe(made[5])
})
