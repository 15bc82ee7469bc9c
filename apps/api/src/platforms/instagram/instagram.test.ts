import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishableItem } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import type { InstagramRig } from './testing/rig.ts'
import { FEED, PICTURE, startInstagramRig, VIDEO } from './testing/rig.ts'

let rig: InstagramRig
beforeEach(async () => {
  expect.hasAssertions()
  rig = await startInstagramRig()
})
afterEach(() => rig.stop())

const open = () => ({ connection: createTestConnection(rig.tokens), signal: new AbortController().signal })

async function post(item: PublishableItem<'instagram'>) {
  const checkpoint = await prepareItem(rig.adapter.publisher, item, open())
  return publishItem(rig.adapter.publisher, { item, checkpoint, options: open() })
}

const OPTIONS = {
  ai_generated: true,
  collaborators: ['friend.one', 'friend_two'],
  location_id: '7640348500',
  user_tags: [{ username: 'friend.one', x: 0.5, y: 0.25 }],
}
const POST_FIELDS = { collaborators: '["friend.one","friend_two"]', location_id: '7640348500', is_ai_generated: 'true' }
const PLACED = '[{"username":"friend.one","x":0.5,"y":0.25}]'
const UNPLACED = '[{"username":"friend.one"}]'
const SOURCE = { image: { image_url: PICTURE.publicUrl() }, video: { video_url: VIDEO.publicUrl() } }

describe('what is asked for goes to Instagram', () => {
  it('of a picture of the feed', async () => {
    const media = [{ ...PICTURE, altText: 'A red bicycle' }]
    await post({ ...FEED, media, options: { ...OPTIONS, trial_params: { graduation_strategy: 'MANUAL' } } })
    const fields = {
      ...SOURCE.image,
      caption: FEED.content,
      alt_text: 'A red bicycle',
      user_tags: PLACED,
      ...POST_FIELDS,
    }
    expect(rig.server.state.posts[0]?.containers).toEqual([fields])
  })

  it('of a carousel: of the whole to the whole, of each medium to it', async () => {
    const media = [PICTURE, { ...PICTURE, altText: 'Its wheel' }, { ...VIDEO, altText: 'It rides' }]
    const tag = { username: 'friend.one', media_index: 2, x: 0.1, y: 0.1 }
    await post({ ...FEED, media, options: { ...OPTIONS, alt_text: 'A bicycle', user_tags: [tag] } })
    const [carousel, ...children] = rig.server.state.posts[0]?.containers ?? []
    expect(carousel).toEqual({
      media_type: 'CAROUSEL',
      children: expect.stringMatching(/^\d+,\d+,\d+$/),
      caption: FEED.content,
      ...POST_FIELDS,
    })
    expect(children).toEqual([
      { ...SOURCE.image, is_carousel_item: 'true', alt_text: 'A bicycle' },
      { ...SOURCE.image, is_carousel_item: 'true', alt_text: 'Its wheel' },
      { ...SOURCE.video, media_type: 'VIDEO', is_carousel_item: 'true', user_tags: UNPLACED },
    ])
  })

  it('of a video of the feed, which Instagram has as a reel that the feed shows', async () => {
    await post({ ...FEED, media: [VIDEO], options: { share_to_feed: false, audio_name: 'Bells' } })
    expect(rig.server.state.posts[0]?.containers).toEqual([
      { media_type: 'REELS', ...SOURCE.video, caption: FEED.content, share_to_feed: 'true' },
    ])
  })

  it.each([
    [{ seconds: 1.5 }, { thumb_offset: '1500' }],
    [{ picture: PICTURE }, { cover_url: PICTURE.publicUrl() }],
  ])('of a reel with the cover %#', async (cover, field) => {
    const options = { ...OPTIONS, share_to_feed: false, audio_name: 'Bells', trial_params: TRIAL }
    await post({ ...FEED, postType: 'instagram-reel', media: [{ ...VIDEO, cover }], options })
    expect(rig.server.state.posts[0]?.containers).toEqual([
      {
        media_type: 'REELS',
        ...SOURCE.video,
        caption: FEED.content,
        share_to_feed: 'false',
        audio_name: 'Bells',
        trial_params: '{"graduation_strategy":"SS_PERFORMANCE"}',
        user_tags: UNPLACED,
        ...field,
        ...POST_FIELDS,
      },
    ])
  })

  it.each([PICTURE, VIDEO])(
    'of a story of $type: no text, and of the options only what stories have',
    async (medium) => {
      await post({
        ...FEED,
        postType: 'instagram-story',
        media: [{ ...medium, altText: 'A bicycle' }],
        options: OPTIONS,
      })
      const user_tags = medium.type === 'image' ? PLACED : UNPLACED
      expect(rig.server.state.posts[0]?.containers).toEqual([
        {
          media_type: 'STORIES',
          ...SOURCE[medium.type === 'video' ? 'video' : 'image'],
          user_tags,
          is_ai_generated: 'true',
        },
      ])
    },
  )

  const TRIAL = { graduation_strategy: 'SS_PERFORMANCE' } as const
})

describe('a container', () => {
  it('that has expired is made again from the first step', async () => {
    const checkpoint = await prepareItem(rig.adapter.publisher, FEED, open())
    rig.server.state.expireContainers()
    const error = await rejection(rig.adapter.publisher.prepare(FEED, checkpoint, open()))
    expect(error).toMatchObject({ failure: 'restart', platformError: 'EXPIRED' })
    expect((await post(FEED)).platformPostId).toBe(rig.posts()[0])
  })

  it.each([
    [2207026, 'never'],
    [2207009, 'never'],
    [2207052, 'restart'],
    [2207053, 'restart'],
    [2207999, 'restart'],
  ])('that fails with %d ends the attempt: %s', async (subcode, failure) => {
    rig.server.state.manner.failWith = subcode
    const error = await rejection(prepareItem(rig.adapter.publisher, FEED, open()))
    expect(error).toMatchObject({ failure, platformError: String(subcode) })
  })

  it.each([
    [
      { code: 9, subcode: 2207042 },
      { failure: 'retry', scope: 'account' },
    ],
    [
      { code: 4, subcode: 2207051 },
      { failure: 'never', scope: 'item' },
    ],
    [{ code: 25, subcode: 2207050 }, { failure: 'never' }],
    [{ code: 4 }, { failure: 'retry', scope: 'app' }],
    [{ code: 80002 }, { failure: 'retry', scope: 'account' }],
    [
      { code: -1, subcode: 2207032 },
      { failure: 'retry', scope: 'item' },
    ],
  ])('that is refused with %o: %o', async (refuse, expected) => {
    Object.assign(rig.server.state.manner.refuse, { ...refuse, times: 1 })
    expect(await rejection(prepareItem(rig.adapter.publisher, FEED, open()))).toMatchObject(expected)
  })
})

describe('after the final call', () => {
  it('a post is not published again when its container says that it is', async () => {
    const checkpoint = await prepareItem(rig.adapter.publisher, FEED, open())
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(rig.adapter.publisher.publish(FEED, checkpoint, open()))
    const again = await prepareItem(rig.adapter.publisher, FEED, open(), 'once', checkpoint)
    const { platformPostId } = await publishItem(rig.adapter.publisher, {
      item: FEED,
      checkpoint: again,
      options: open(),
    })
    expect(rig.posts()).toEqual([platformPostId])
    expect(rig.server.requests.filter((name) => name === 'POST /me/media_publish')).toHaveLength(1)
  })

  it('a post that no list shows is posted, with a warning', async () => {
    const checkpoint = await prepareItem(rig.adapter.publisher, FEED, open())
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(rig.adapter.publisher.publish(FEED, checkpoint, open()))
    rig.server.state.manner.lateBy = Infinity
    const again = await prepareItem(rig.adapter.publisher, FEED, open(), 'once', checkpoint)
    const posted = await publishItem(rig.adapter.publisher, { item: FEED, checkpoint: again, options: open() })
    expect(posted.warnings).toEqual([expect.stringContaining('does not show which it is')])
  })

  it.each(['story', 'reel', 'carousel'] as const)('a lost %s is found', async (kind) => {
    const item = rig.items[kind] as PublishableItem<'instagram'>
    const checkpoint = await prepareItem(rig.adapter.publisher, item, open())
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(rig.adapter.publisher.publish(item, checkpoint, open()))
    const found = await rig.adapter.publisher.lookUp?.(item, checkpoint, { ...open(), sentAt: new Date() })
    expect(found).toMatchObject({ status: 'posted', platformPostId: rig.posts()[0] })
  })
})

it('reports what headers say is used up, and goes on', async () => {
  const used = { '17841': [{ type: 'instagram', call_count: 100, estimated_time_to_regain_access: 19 }] }
  rig.server.state.manner.headers = { 'x-business-use-case-usage': JSON.stringify(used) }
  const reported: unknown[] = []
  await prepareItem(rig.adapter.publisher, FEED, { ...open(), reportQuota: (quota) => reported.push(quota) })
  expect(reported[0]).toMatchObject({ scope: 'account', notBefore: expect.any(Date) })
})

it('tells how many posts of a day are left, as Instagram says it', async () => {
  Object.assign(rig.server.state.manner, { quotaTotal: 50, quotaUsed: 12 })
  const connection = { ...createTestConnection(rig.tokens), signInPlatform: 'instagram' } as const
  expect(await rig.adapter.describeLimits?.({ ...open(), connection })).toEqual([
    { name: 'posts_24h', used: 12, total: 50, scope: 'account', source: 'content_publishing_limit of Instagram' },
  ])
})
