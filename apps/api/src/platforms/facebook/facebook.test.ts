import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishableItem, StepOptions } from '../port.ts'
import { PublishError } from '../port.ts'
import { graphError } from '../meta/testing/index.ts'
import { createTestConnection } from '../testing/connection.ts'
import type { Fault } from '../testing/faults.ts'
import { expectPublishError } from '../testing/rig-items.ts'
import { lookUpItem, pollUntilPosted, prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import type { FacebookRig, ItemName } from './testing/facebook-rig.ts'
import { ITEMS, startFacebookRig } from './testing/facebook-rig.ts'

let rig: FacebookRig
beforeEach(async () => {
  rig = await startFacebookRig()
})
afterEach(() => rig.stop())

const open = (): StepOptions => {
  const connection = { ...createTestConnection(rig.tokens), accountKind: 'page', signInPlatform: 'facebook' } as const
  return { connection, signal: new AbortController().signal }
}
const names = Object.keys(ITEMS) as ItemName[]
const publisher = () => rig.adapter.publisher
const post = async (item: PublishableItem) => {
  const checkpoint = await prepareItem(publisher(), item, open())
  return publishItem(publisher(), { item, checkpoint, options: open() })
}

const LOST: readonly [Fault, boolean][] = [
  [{ kind: 'cut' }, false],
  [{ kind: 'cut after' }, true],
  [{ kind: 'answer', status: 500 }, false],
  [{ kind: 'answer after', status: 502 }, true],
]

describe.each(names)('the answer to the final call for a %s', (name) => {
  it.each(LOST)('is lost by %j, and what became of it is found', async (fault, posted) => {
    const item = ITEMS[name]
    const checkpoint = await prepareItem(publisher(), item, open())
    rig.spoil('publish', fault)
    const sentAt = new Date()
    expect(await rejection(publisher().publish(item, checkpoint, open()))).not.toBeInstanceOf(PublishError)
    const found = await lookUpItem(publisher(), item, checkpoint, { ...open(), sentAt })
    if (!posted) {
      expect(found.status).toBe('not_posted')
      await publishItem(publisher(), { item, checkpoint, options: open() })
    } else {
      const { platformPostId } = await pollUntilPosted(publisher(), { item, options: open(), found })
      expect(rig.posts()).toEqual([platformPostId])
    }
    expect(rig.posts()).toHaveLength(1)
  })
})

describe('a video', () => {
  it.each(['video', 'reel', 'videoStory'] as const)('that was finished before doubles nothing: %s', async (name) => {
    const item = ITEMS[name]
    const checkpoint = await prepareItem(publisher(), item, open())
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(publisher().publish(item, checkpoint, open()))
    const { platformPostId } = await publishItem(publisher(), { item, checkpoint, options: open() })
    expect(rig.posts()).toEqual([platformPostId])
  })

  it.each(['video', 'reel', 'videoStory'] as const)('is given up where it cannot be processed: %s', async (name) => {
    rig.server.state.facebook.inVain = true
    const error = expectPublishError(await rejection(post(ITEMS[name])))
    expect(error).toMatchObject({ failure: 'never', platformError: 'video error' })
    expect(rig.posts()).toEqual([])
  })

  it('goes on where the upload host has it when a connection is cut', async () => {
    rig.server.state.facebook.cutUploadAfter = 4000
    const first = await publisher().prepare(ITEMS.reel, undefined, open())
    await rejection(publisher().prepare(ITEMS.reel, first.checkpoint, open()))
    const checkpoint = await prepareItem(publisher(), ITEMS.reel, open(), 'once', first.checkpoint)
    await publishItem(publisher(), { item: ITEMS.reel, checkpoint, options: open() })
    expect(rig.posts()).toHaveLength(1)
  })
})

describe('a post of a page', () => {
  it('has its link, its place and its address', async () => {
    const { platformUrl } = await post(ITEMS.link)
    const [shown] = rig.server.state.posts
    expect(shown?.fields).toEqual({ link: 'https://example.com/post', place: '110506962309835' })
    expect(platformUrl).toBe(`https://www.facebook.com/${shown?.id}`)
  })

  it('warns of a link that it could not show beside media', async () => {
    const item = { ...ITEMS.photo, options: { link: 'https://example.com/post' } }
    expect(await post(item)).toMatchObject({ warnings: [expect.stringContaining('`link`')] })
  })

  it('has its photos in their order', async () => {
    await post(ITEMS.photos)
    expect(rig.server.state.posts[0]?.photoIds).toEqual([...rig.server.state.photos.keys()])
  })

  it('is refused as a duplicate of one that somebody else posted, and found where it is its own', async () => {
    const { state } = rig.server
    state.show({ id: '4711_1', pageId: '4711', kind: 'feed', message: ITEMS.text.content, photoIds: [], fields: {} })
    const earlier = { ...(await prepareItem(publisher(), ITEMS.text, open())), ready_at: new Date(Date.now() + 60_000) }
    const checkpoint = JSON.parse(JSON.stringify(earlier)) as typeof earlier
    const error = await rejection(publishItem(publisher(), { item: ITEMS.text, checkpoint, options: open() }))
    expect(expectPublishError(error)).toMatchObject({ failure: 'never', platformError: '506' })
    const now = await prepareItem(publisher(), ITEMS.text, open())
    const found = await publishItem(publisher(), { item: ITEMS.text, checkpoint: now, options: open() })
    expect(found.platformPostId).toBe('4711_1')
  })

  it('is prepared again when what was uploaded is too old', async () => {
    const first = await publisher().prepare(ITEMS.photo, undefined, open())
    const old = { ...first.checkpoint, photos: [{ id: '1', at: new Date(Date.now() - 23 * 3600_000).toISOString() }] }
    const error = await rejection(publisher().prepare(ITEMS.photo, old, open()))
    expect(expectPublishError(error).failure).toBe('restart')
  })

  it('names the permission that was taken back', async () => {
    rig.server.state.answerInstead(
      'POST /:id/feed',
      graphError(200, { message: '(#200) Requires pages_manage_posts permission', status: 403 }),
    )
    const error = expectPublishError(await rejection(post(ITEMS.text)))
    expect(error.message).toContain('pages_manage_posts')
    expect(error.failure).toBe('never')
  })

  it('waits when the page posts too fast', async () => {
    rig.server.state.answerInstead('POST /:id/feed', graphError(32, { subcode: 1390008 }))
    const error = expectPublishError(await rejection(post(ITEMS.text)))
    expect(error).toMatchObject({ failure: 'retry', scope: 'account' })
  })
})

it('a story takes no comments', async () => {
  const item = { ...ITEMS.photoStory, firstComment: 'Hello' }
  const { platformPostId } = await post(item)
  const error = await rejection(publisher().comment?.(item, platformPostId, open()) ?? Promise.resolve())
  expect(expectPublishError(error).failure).toBe('never')
})
