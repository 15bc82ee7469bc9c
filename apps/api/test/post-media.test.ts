import { randomUUID } from 'node:crypto'
import type { PostItemInput } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPostUse } from '#features/posts/index.ts'
import { addMedium, VIDEO } from './harness/add-medium.ts'
import { changeDraft, createDraft, POSTS, preflight, readPost, refusalOf } from './harness/drafts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let server: TestServer
let picture: string
let second: string
let video: string
beforeAll(async () => {
  server = await startTestServer()
  picture = await addMedium(server)
  second = await addMedium(server)
  video = await addMedium(server, VIDEO)
})
afterAll(() => server.stop())

const itemOf = (item: Partial<PostItemInput>) => ({
  items: [{ post_type: 'x-post' as const, content: 'Hello.', ...item }],
})
const LOAF = { alt_text: 'A loaf', focus: { x: 0.25, y: 1 } }

describe('the media of an item', () => {
  it('are given in either form, and answered in both', async () => {
    const media = [{ media_id: picture, ...LOAF }, { media_id: second }, { media_id: picture }]
    const media_ids = [picture, second, picture]
    for (const body of [
      { media },
      { media, media_ids },
      { media, media_ids: media_ids.map((id) => id.toUpperCase()) },
    ]) {
      const draft = await createDraft(server, itemOf(body))
      expect(draft.items[0]).toMatchObject({ media_ids, media })
      expect(await readPost(server, draft.post_id)).toEqual(draft)
    }
    const bare = await createDraft(server, itemOf({ media_ids }))
    expect(bare.items[0]).toMatchObject({ media_ids, media: media_ids.map((media_id) => ({ media_id })) })
  })

  it('are replaced with what is said about them when the draft is changed', async () => {
    const { post_id } = await createDraft(server, itemOf({ media: [{ media_id: picture, ...LOAF }] }))
    const changed = await changeDraft(server, post_id, itemOf({ media: [{ media_id: second, alt_text: 'Another' }] }))
    expect(changed.status).toBe(200)
    const { items } = await readPost(server, post_id)
    expect(items[0]).toMatchObject({ media_ids: [second], media: [{ media_id: second, alt_text: 'Another' }] })
  })

  it('have a cover: a moment of the video, or a picture, which is in use as long as the draft is there', async () => {
    const cover = await addMedium(server)
    const media = [
      { media_id: video, cover: { at_seconds: 1.5 } },
      { media_id: video, cover: { media_id: cover } },
    ]
    const draft = await createDraft(server, itemOf({ post_type: 'instagram-feed', media }))
    expect(draft.items[0]).toMatchObject({ media })
    const use = await server.db.transaction().execute((trx) => findPostUse(trx, cover))
    expect(use).toBe(`the post ${draft.post_id}, which is a draft`)
    expect((await server.request(`/api/v1/media/${cover}`, { method: 'DELETE' })).status).toBe(409)
  })

  it('have no alt text where it is empty', async () => {
    const draft = await createDraft(server, itemOf({ media: [{ media_id: picture, alt_text: '' }] }))
    expect(draft.items[0]?.media).toEqual([{ media_id: picture }])
  })

  it('have the description that Instagram takes as an option', async () => {
    const options = { alt_text: 'A loaf' }
    const given = { post_type: 'instagram-feed', media_ids: [video, picture, second], options } as const
    const draft = await createDraft(server, itemOf({ ...given, media_ids: [...given.media_ids] }))
    expect(draft.items[0]).toMatchObject({
      options,
      media: [{ media_id: video }, { media_id: picture, alt_text: 'A loaf' }, { media_id: second }],
    })
  })

  it.each<[string, () => Partial<PostItemInput>, string]>([
    [
      'fewer',
      () => ({ media_ids: [picture, second], media: [{ media_id: picture }] }),
      'items[0].media must name the same files as media_ids: it has 1, and media_ids has 2',
    ],
    [
      'another order',
      () => ({ media_ids: [picture, second], media: [{ media_id: second }, { media_id: picture }] }),
      'items[0].media[0].media_id must be the same as media_ids[0]',
    ],
    [
      'a file that is not there',
      () => ({ media: [{ media_id: picture }, { media_id: randomUUID() }] }),
      'items[0].media[1].media_id is not a file of this workspace',
    ],
    [
      'a cover that is not there',
      () => ({ media: [{ media_id: video, cover: { media_id: randomUUID() } }] }),
      'items[0].media[0].cover.media_id is not a file of this workspace',
    ],
    [
      'a video as a cover',
      () => ({ media: [{ media_id: video, cover: { media_id: video } }] }),
      'items[0].media[0].cover.media_id must be a picture, and this is a video',
    ],
    [
      'the cover of a picture',
      () => ({ media: [{ media_id: picture, cover: { at_seconds: 1 } }] }),
      'items[0].media[0].cover is for videos only, and this is a picture',
    ],
    [
      'two covers',
      () => ({ media: [{ media_id: video, cover: { at_seconds: 1, media_id: picture } }] }),
      'items[0].media[0].cover must have either at_seconds or media_id',
    ],
    [
      'a point beyond the picture',
      () => ({ media: [{ media_id: picture, focus: { x: 1.01, y: 0 } }] }),
      'items[0].media[0].focus.x must be at most 1',
    ],
    [
      'an alt text that no platform takes',
      () => ({ media: [{ media_id: picture, alt_text: 'a'.repeat(4087) }] }),
      'items[0].media[0].alt_text must have at most 4086 characters',
    ],
    [
      'two descriptions',
      () => ({
        post_type: 'instagram-feed',
        media: [{ media_id: picture, alt_text: 'A loaf' }],
        options: { alt_text: 'A cake' },
      }),
      'items[0].options.alt_text must be the same as media[0].alt_text',
    ],
  ])('are refused where they say %s', async (_, item, message) => {
    const response = await server.post(POSTS, itemOf(item()))
    const { code, details = [] } = await refusalOf(response)
    expect([response.status, code]).toEqual([400, 'VALIDATION_ERROR'])
    expect(details.map(({ path, message }) => `${path} ${message}`)).toEqual([message])
  })

  it('are checked by preflight for what the platform does not take', async () => {
    const media = [{ media_id: video, alt_text: 'A baker', cover: { at_seconds: 2 } }]
    const { problems } = await preflight(server, itemOf({ media }))
    expect(problems.filter(({ path }) => path.includes('media['))).toMatchObject([
      { path: 'items[0].media[0].alt_text', severity: 'warning', rule: 'alt_text' },
      { path: 'items[0].media[0].cover', severity: 'warning', rule: 'cover' },
    ])
    const long = await preflight(server, itemOf({ media: [{ media_id: picture, alt_text: 'a'.repeat(1001) }] }))
    expect(long.problems).toContainEqual(
      expect.objectContaining({ path: 'items[0].media[0].alt_text', severity: 'error', limit: 1000, actual: 1001 }),
    )
  })
})
