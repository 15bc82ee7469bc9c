import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey } from './harness/add-tenant.ts'
import { connectSandbox } from './harness/drafts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { readUntil } from './harness/wait-for.ts'
import { makeMediaFiles, removeMediaFiles } from './media-files/index.ts'

// What PowerPost's public agent skill sends, in its order, and the fields that a client of PowerPost reads in the answers. Only the
// host is another one, so nothing here uses what is ours.

let server: TestServer
const keys: Record<'live' | 'sandbox', string> = { live: '', sandbox: '' }

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  keys.live = server.apiKey
  keys.sandbox = await addKey(server.db, { accountId, livemode: false })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

type Fields = Readonly<Record<string, unknown>>

const ENTRIES = '/calendar/entries'
const RANGE = '?start_date=2026-03-01&end_date=2026-03-31'
const CAPTIONS = { post_types: ['instagram-reel', 'tiktok-video', 'x-post'], research_mode: 'regular' }

describe.each(['live', 'sandbox'] as const)('with a %s key', (mode) => {
  const ids: Record<string, string> = {}

  async function send(method: string, path: string, body?: object | FormData): Promise<Fields> {
    const isForm = body instanceof FormData
    const response = await server.request(`/api/v1${path}`, {
      method,
      headers: { 'x-api-key': keys[mode], ...(body && !isForm && { 'content-type': 'application/json' }) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    expect(response.status, text).toBe(200)
    return JSON.parse(text) as Fields
  }

  /** As the skill says: poll until it is completed or failed. */
  const poll = (path: string) =>
    readUntil({
      what: `the end of ${path}`,
      read: () => send('GET', path),
      isEnough: ({ status }) => status !== 'processing' && status !== 'pending' && status !== 'publishing',
    })

  /** Sends a command, and expects these fields and types in the answer, besides others. */
  const commands: readonly (readonly [name: string, run: () => Promise<Fields>, answer: Fields])[] = [
    ['1. credits', () => send('GET', '/account/credits'), { balance: expect.any(Number) }],
    [
      '2. upload media',
      upload,
      { media_id: expect.any(String), type: 'image', file_name: expect.any(String), mime_type: 'image/jpeg' },
    ],
    [
      '3. generate content',
      () =>
        start('generation_id', '/content/generate', {
          prompt: 'We just shipped dark mode across all our apps',
          ...CAPTIONS,
        }),
      {
        generation_id: expect.any(String),
        status: 'processing',
        credits_used: 10,
        remaining_credits: expect.any(Number),
        status_url: expect.any(String),
      },
    ],
    [
      '4. get a generation',
      () => poll(`/content/generations/${ids['generation_id']}`),
      {
        status: 'completed',
        research_mode: 'regular',
        outputs: { instagram: expect.any(String), tiktok: expect.any(String), x: expect.any(String) },
      },
    ],
    [
      '5. list generations',
      () => send('GET', '/content/generations?limit=5'),
      { data: expect.any(Array), next_cursor: null, has_more: false },
    ],
    [
      '6. generate images',
      () =>
        start('image_generation_id', '/images/generate', {
          prompt: 'The bakery opens at six',
          size: 'feed',
          model: 'flux2-flex',
        }),
      { status: 'processing', credits_used: 5, status_url: expect.any(String) },
    ],
    [
      '7. get an image generation',
      () => poll(`/images/generations/${ids['image_generation_id']}`),
      {
        status: 'completed',
        images: [{ media_id: expect.any(String), url: expect.any(String), width: 1080, height: 1350 }],
      },
    ],
    [
      '8. generate a video',
      () => start('video_generation_id', '/videos/generate', { prompt: 'The bakery opens at six', duration: 5 }),
      { status: 'processing', credits_used: 15, remaining_credits: expect.any(Number), status_url: expect.any(String) },
    ],
    [
      '9. get a video generation',
      () => send('GET', `/videos/generations/${ids['video_generation_id']}`),
      {
        status: expect.stringMatching(/^(?:processing|completed)$/),
        model: 'kling-3.0-pro',
        size: 'landscape',
        duration: 5,
      },
    ],
    [
      '10. create a post',
      () => start('post_id', '/posts', { generation_id: ids['generation_id'], items: [{ post_type: 'x-post' }] }),
      {
        status: 'draft',
        items: [{ item_id: expect.any(String), post_type: 'x-post', platform: 'x', status: 'draft' }],
      },
    ],
    ['11. list posts', () => send('GET', '/posts?limit=5'), { data: expect.any(Array), has_more: false }],
    ['12. publish a post', publish, { status: 'publishing', credits_used: 4, status_url: expect.any(String) }],
    [
      '13. get a post',
      () => poll(`/posts/${ids['post_id']}`),
      { status: 'published', items: [{ status: 'posted', platform_post_id: expect.any(String) }] },
    ],
    ['14. list calendar entries', () => send('GET', `${ENTRIES}${RANGE}`), { entries: [] }],
    [
      '15. create a calendar entry',
      () =>
        start('entry_id', ENTRIES, {
          title: 'Product launch',
          scheduled_date: '2026-03-25',
          scheduled_time: '14:00',
          platforms: ['instagram', 'x'],
        }),
      {
        title: 'Product launch',
        scheduled_date: '2026-03-25',
        scheduled_time: '14:00',
        platforms: ['instagram', 'x'],
        status: 'planned',
      },
    ],
    ['16. get a calendar entry', () => send('GET', `${ENTRIES}/${ids['entry_id']}`), { title: 'Product launch' }],
    [
      '17. update a calendar entry',
      () => send('PATCH', `${ENTRIES}/${ids['entry_id']}`, { scheduled_time: null, description: 'Everywhere' }),
      { scheduled_time: null, description: 'Everywhere', updated_at: expect.any(String) },
    ],
    ['18. delete a calendar entry', () => send('DELETE', `${ENTRIES}/${ids['entry_id']}`), { success: true }],
  ]

  async function start(id: string, path: string, body: object): Promise<Fields> {
    const answer = await send('POST', path, body)
    ids[id] = String(answer[id])
    return answer
  }

  async function upload(): Promise<Fields> {
    const form = new FormData()
    form.append('file', new Blob([await readFile((await makeMediaFiles()).jpeg)]), 'launch.jpg')
    form.append('type', 'image')
    return send('POST', '/media/upload', form)
  }

  /** A person has connected their account before: here one that publishes nothing. */
  async function publish(): Promise<Fields> {
    await connectSandbox({ ...server, post: (path, body) => server.post(path, body, { 'x-api-key': keys[mode] }) }, 'x')
    return send('POST', `/posts/${ids['post_id']}/publish`, {})
  }

  it.each(commands)('%s is answered as PowerPost answers it', async (_, run, answer) => {
    expect(await run()).toMatchObject(answer)
  })

  it('analytics of the item, of the page next to it, too', async () => {
    const { items } = (await send('GET', `/posts/${ids['post_id']}`)) as { items: { item_id: string }[] }
    const id = items[0]?.item_id
    const read = () => send('GET', `/post-items/${id}/analytics`)
    const found = await readUntil({ what: 'the metrics', read, isEnough: ({ metrics }) => metrics !== null })
    expect(found).toMatchObject({
      post_item_id: id,
      post_type: 'x-post',
      platform: 'x',
      status: 'posted',
      metrics: {
        views: expect.any(Number),
        likes: expect.any(Number),
        comments: expect.any(Number),
        fetched_at: expect.any(String),
      },
    })
  })
})
