import { randomUUID } from 'node:crypto'
import type { GenerateContentResponse, PostType } from '@powerpost/contract'
import { PLATFORMS, POST_TYPES, PUBLISHING_RULES } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMedium, VIDEO } from '../harness/add-medium.ts'
import { connectSandbox, createDraft, POSTS, preflight, refusalOf, TEXT_ON_X } from '../harness/drafts.ts'
import { uploadFile } from '../harness/media.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGeneration } from '../harness/wait-for.ts'
import { encodeVideo, removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  for (const platform of PLATFORMS) await connectSandbox(server, platform)
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

const CLEAN = { publishable: true, problems: [], changes: [] }

async function countRows(): Promise<unknown> {
  const count = async (table: 'posts' | 'post_items' | 'post_item_media') =>
    server.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst()
  return [await count('posts'), await count('post_items'), await count('post_item_media')]
}

describe('a preflight', () => {
  it('of a draft and of its items says the same, and stores nothing', async () => {
    const media_ids = [await addMedium(server, { width: 1080, height: 1920 })]
    const items = [
      { post_type: 'x-post' as const, content: 'a'.repeat(281) },
      { post_type: 'instagram-feed' as const, content: 'Fine', media_ids },
    ]
    const { post_id } = await createDraft(server, { items })
    const before = await countRows()
    const answer = await preflight(server, { items })
    expect(answer).toMatchObject({
      publishable: false,
      problems: [
        expect.objectContaining({ path: 'items[0].content', rule: 'text_length', limit: 280, actual: 281 }),
        expect.objectContaining({ path: 'items[1].media_ids[0]', rule: 'aspect_ratio', actual: '9:16' }),
      ],
      changes: [],
    })
    expect(await preflight(server, { post_id })).toEqual(answer)
    expect(await countRows()).toEqual(before)
  })

  it('counts as the platforms do: links of X, glued hashtags of Instagram, a line for a title of YouTube', async () => {
    const [image, video] = [await addMedium(server), await addMedium(server, VIDEO)]
    const items = [
      { post_type: 'x-post' as const, content: `${'w'.repeat(265)} at powerpost.io` },
      {
        post_type: 'instagram-feed' as const,
        content: Array.from({ length: 31 }, (_, index) => `#a${index}`).join(''),
        media_ids: [image],
      },
      { post_type: 'youtube-video' as const, content: 'c', title: 'One\u2028two', media_ids: [video] },
    ]
    expect(await preflight(server, { items })).toMatchObject({
      publishable: false,
      problems: [
        { path: 'items[0].content', rule: 'text_length', limit: 280, actual: 292 },
        { path: 'items[0].content', rule: 'link_charge', severity: 'warning', actual: 1 },
        { path: 'items[1].content', rule: 'hashtags', severity: 'error', limit: 30, actual: 31 },
        { path: 'items[2].title', rule: 'characters', severity: 'error', actual: 'U+2028' },
      ],
    })
  })

  it('names the codec and the frame rate of a video that was uploaded, and what is not known of an older one', async () => {
    const path = await encodeVideo('odd.mp4', { width: 576, height: 1024, frames: 40, codec: 'mpeg4' })
    const { media_id, ...media } = await uploadFile(server, path, { type: 'video' })
    const color = { bit_depth: 8, chroma_subsampling: '4:2:0', hdr: false }
    expect(media).toMatchObject({ video_codec: 'mpeg4', frame_rate: 10, has_audio: false, color })
    const check = async (post_type: PostType, id: string) => {
      const switches = { allow_comment: false, allow_duet: false, allow_stitch: false }
      const options = { privacy_level: 'SELF_ONLY' as const, ...switches }
      const { problems } = await preflight(server, {
        items: [{ post_type, content: 'c', media_ids: [id], options, fit: 'none' }],
      })
      return problems.map(({ rule, severity, actual }) => [rule, severity, actual])
    }
    expect(await check('instagram-reel', media_id)).toEqual([
      ['frame_rate', 'error', 10],
      ['video_codec', 'error', 'MPEG-4'],
      ['file_layout', 'warning', 'its index at the end'],
    ])
    expect(await check('tiktok-video', media_id)).toEqual([
      ['frame_rate', 'error', 10],
      ['video_codec', 'error', 'MPEG-4'],
    ])
    expect(await check('x-post', media_id)).toEqual([['video_codec', 'warning', 'MPEG-4']])
    const older = await addMedium(server, { ...VIDEO, facts: null })
    expect(await check('tiktok-video', older)).toEqual([['encoding', 'warning', 'unknown']])
  })

  it('with nothing but warnings lets a post be published', async () => {
    const items = [{ post_type: 'x-post' as const, content: '#one #two #three' }]
    expect(await preflight(server, { items })).toMatchObject({ publishable: true, problems: [{ severity: 'warning' }] })
  })

  it('tells of a file that was deleted since', async () => {
    const id = await addMedium(server)
    const { post_id } = await createDraft(server, { items: [{ ...TEXT_ON_X.items[0], media_ids: [id] }] })
    expect(await preflight(server, { post_id })).toMatchObject(CLEAN)
    await server.db.updateTable('media').set({ status: 'deleting' }).where('id', '=', id).execute()
    expect(await preflight(server, { post_id })).toMatchObject({ problems: [{ rule: 'media_deleted' }] })
  })

  it('fills texts from a generation, as a draft does', async () => {
    const items = [{ post_type: 'x-post' as const }]
    const answer = await server.post(`${POSTS}/preflight`, { items, generation_id: randomUUID() })
    expect((await refusalOf(answer)).details).toMatchObject([{ path: 'generation_id' }])
  })

  it.each([
    [{ post_id: randomUUID() }, 'post_id'],
    [{ post_id: 'nonsense' }, 'post_id'],
    [{}, 'items'],
    [{ post_id: randomUUID(), ...TEXT_ON_X }, 'items'],
    [{ items: [{ post_type: 'x-post' }] }, 'items[0].content'],
    [{ items: [{ ...TEXT_ON_X.items[0], media_ids: [randomUUID()] }] }, 'items[0].media_ids[0]'],
  ])('of what is not there is refused: %o', async (body, path) => {
    const answer = await server.post(`${POSTS}/preflight`, body)
    expect(answer.status).toBe(400)
    expect((await refusalOf(answer)).details).toMatchObject([{ path }])
  })
})

describe('where an item goes', () => {
  it('is a problem when the platform is not connected, when there are several, and when the one named was deleted', async () => {
    const problems = async (item: object) => {
      const { post_id } = await createDraft(server, { items: [{ ...TEXT_ON_X.items[0], ...item }] })
      return async () => (await preflight(server, { post_id })).problems
    }
    const [any, named] = [await problems({}), await problems({ connection_id: await connectSandbox(server, 'x') })]
    expect(await any()).toMatchObject([{ rule: 'connection', path: 'items[0].connection_id', actual: 'several' }])
    expect(await named()).toEqual([])
    const { data } = (await (await server.request('/api/v1/connections?platform=x')).json()) as {
      data: { connection_id: string }[]
    }
    for (const { connection_id } of data)
      await server.request(`/api/v1/connections/${connection_id}`, { method: 'DELETE' })
    expect(await any()).toMatchObject([{ rule: 'connection', severity: 'error', actual: 'none' }])
    expect(await named()).toMatchObject([{ rule: 'connection', severity: 'error', actual: 'deleted' }])
    await connectSandbox(server, 'x')
    expect(await any()).toEqual([])
  })
})

describe('a post made of a generation, with media that fit', () => {
  it('has no problem on any platform, but that a story shows no text', async () => {
    const generate = { prompt: 'We opened a bakery in Leeds', post_types: POST_TYPES, research_mode: 'regular' }
    const started = await server.post('/api/v1/content/generate', generate)
    const { generation_id } = (await started.json()) as GenerateContentResponse
    await waitForGeneration(server, generation_id)
    const [picture, video] = [await addMedium(server), await addMedium(server, VIDEO)]
    const mediaOf = (postType: PostType) => {
      const { videos, needs } = PUBLISHING_RULES[postType]
      if (needs === 'media' && videos) return [video]
      return needs === 'media' ? [picture] : []
    }
    const comments = { privacy_level: 'SELF_ONLY' as const, allow_comment: false }
    const items = POST_TYPES.map((post_type) => ({
      post_type,
      media_ids: mediaOf(post_type),
      options: post_type === 'tiktok-video' ? { ...comments, allow_duet: false, allow_stitch: false } : comments,
    }))
    const { publishable, problems } = await preflight(server, { generation_id, items })
    expect(publishable).toBe(true)
    expect(problems.map(({ post_type, rule }) => [post_type, rule])).toEqual([
      ['instagram-story', 'text_shown'],
      ['facebook-story', 'text_shown'],
    ])
  })
})
