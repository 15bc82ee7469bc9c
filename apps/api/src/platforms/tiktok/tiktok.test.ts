import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Checkpoint, PublishableItem } from '../port.ts'
import { PublishError } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { expectPublishError } from '../testing/rig-items.ts'
import { lookUpItem, pollItem, prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import type { TikTokRig } from './testing/rig.ts'
import { ITEM, LONG_VIDEO, PHOTO, PHOTOS, startTikTokRig, VIDEO } from './testing/rig.ts'

type Item = PublishableItem<'tiktok'>

let rig: TikTokRig
beforeEach(async () => {
  rig = await startTikTokRig()
})
afterEach(() => rig.stop())

const open = () => ({ connection: createTestConnection(rig.tokens), signal: new AbortController().signal })
const publisher = () => rig.adapter.publisher
const prepare = (item: Item, from?: Checkpoint) => prepareItem(publisher(), item, open(), 'once', from)
const post = async (item: Item) => publishItem(publisher(), { item, checkpoint: await prepare(item), options: open() })
const uploads = () => rig.server.requests.filter((name) => name.startsWith('PUT'))

/** Until it is posted. Its id may come later. */
async function postOnly(item: Item) {
  const options = open()
  const found = await publisher().publish(item, await prepare(item), options)
  return pollItem(publisher(), { item, options, found })
}

describe('a video', () => {
  it('is sent with what a person chose, and with nothing chosen for them', async () => {
    const options = {
      ...ITEM.options,
      ai_generated: true,
      brand_content_toggle: true,
      brand_organic_toggle: true,
    }
    const item: Item = { ...ITEM, media: [{ ...VIDEO, cover: { seconds: 1.25 } }], options }
    const { platformPostId, platformUrl } = await post(item)
    const [shown] = rig.server.state.posts
    expect(shown?.info).toEqual({
      title: ITEM.content,
      privacy_level: 'PUBLIC_TO_EVERYONE',
      disable_comment: false,
      disable_duet: true,
      disable_stitch: true,
      video_cover_timestamp_ms: 1250,
      brand_content_toggle: true,
      brand_organic_toggle: true,
      is_aigc: true,
    })
    // Longer than a number of JavaScript holds, and not rounded.
    expect(platformPostId).toMatch(/^\d{19}$/)
    expect(platformPostId).toBe(shown?.id)
    expect(platformUrl).toBe(`https://www.tiktok.com/@bakery.main/video/${platformPostId}`)
  })

  it('is sent in chunks in their order, the last one with the rest of it', async () => {
    await post({ ...ITEM, media: [LONG_VIDEO] })
    expect(uploads()).toEqual(['PUT /video/', 'PUT /video/', 'PUT /video/ last'])
  })

  it('goes on behind a chunk whose answer was lost: it is not sent again', async () => {
    const item = { ...ITEM, media: [LONG_VIDEO] }
    let { checkpoint } = await publisher().prepare(item, undefined, open())
    ;({ checkpoint } = await publisher().prepare(item, checkpoint, open()))
    rig.server.faults.spoil('prepare', { kind: 'cut after' })
    expect(await rejection(publisher().prepare(item, checkpoint, open()))).not.toBeInstanceOf(PublishError)
    const ready = await prepare(item, checkpoint)
    await publishItem(publisher(), { item, checkpoint: ready, options: open() })
    expect(rig.posts()).toHaveLength(1)
  })

  it('whose last chunk is refused as too late is begun again, if TikTok does not have all of it', async () => {
    const ready = await prepare(ITEM)
    for (const { upload } of rig.server.state.publications.values()) Object.assign(upload ?? {}, { endsAt: 0 })
    const error = await rejection(publisher().publish(ITEM, ready, open()))
    expect(expectPublishError(error).failure).toBe('restart')
    expect(rig.posts()).toEqual([])
  })

  it('whose last chunk is refused as too late is unknown, if TikTok does not say what it has', async () => {
    rig.server.state.manner.hideBytes = true
    const ready = await prepare(ITEM)
    for (const { upload } of rig.server.state.publications.values()) Object.assign(upload ?? {}, { endsAt: 0 })
    expect(await rejection(publisher().publish(ITEM, ready, open()))).not.toBeInstanceOf(PublishError)
  })

  it('of which the last chunk was posted, whose answer was lost, is posted once, however often it is sent', async () => {
    const ready = await prepare(ITEM)
    for (let call = 0; call < 3; call += 1) {
      rig.server.faults.spoil('publish', { kind: 'cut after' })
      await publisher()
        .publish(ITEM, ready, open())
        .catch(() => undefined)
    }
    rig.server.faults.clear()
    await publishItem(publisher(), { item: ITEM, checkpoint: ready, options: open() })
    expect(rig.posts()).toHaveLength(1)
  })

  it('goes into the inbox with the mode inbox: posted, with a warning, and with the id when a person posts it', async () => {
    const item: Item = { ...ITEM, options: { mode: 'inbox' } }
    const posted = await postOnly(item)
    expect(posted).toMatchObject({ warnings: [expect.stringContaining('inbox')] })
    expect(posted).not.toHaveProperty('platformPostId')
    expect(rig.posts()).toEqual([])
    expect(rig.server.requests).toContain('POST /v2/post/publish/inbox/video/init/')
    expect(rig.server.requests).not.toContain('POST /v2/post/publish/creator_info/query/')
    const checkpoint = posted.followUp?.checkpoint ?? {}
    expect(await publisher().followUp?.(checkpoint, open())).toEqual({ status: 'waiting', checkpoint })
    for (const one of rig.server.state.publications.values()) {
      Object.assign(one, { status: 'PUBLISH_COMPLETE', postId: '7500000000000000001' })
    }
    const found = await publisher().followUp?.(checkpoint, open())
    expect(found).toMatchObject({ status: 'found', platformPostId: '7500000000000000001' })
  })

  it('that TikTok does not know any more is unknown, and is not begun again', async () => {
    const ready = await prepare(ITEM)
    const found = await publisher().publish(ITEM, ready, open())
    rig.server.state.publications.clear()
    const poll = async () => pollItem(publisher(), { item: ITEM, options: open(), found })
    expect(await rejection(poll())).not.toBeInstanceOf(PublishError)
    expect(await rejection(publisher().publish(ITEM, ready, open()))).not.toBeInstanceOf(PublishError)
    expect(rig.posts()).toHaveLength(1)
  })

  it('that only its author sees has no id, and nobody waits for one', async () => {
    const posted = await postOnly({ ...ITEM, options: { ...ITEM.options, privacy_level: 'SELF_ONLY' } })
    expect(posted).toEqual({ status: 'posted' })
  })

  it('that moderation refuses later says so', async () => {
    rig.server.state.manner.hideIds = 5
    const posted = await postOnly(ITEM)
    Object.assign(rig.server.state.manner, { refuseLater: 'spam_risk' })
    for (const one of rig.server.state.publications.values()) one.hiddenFor = 0
    const refused = await publisher().followUp?.(posted.followUp?.checkpoint ?? {}, open())
    expect(refused).toMatchObject({ status: 'refused', message: expect.stringContaining('spam') })
  })
})

describe('photos', () => {
  it('are named by their addresses, with a title, a description, a cover and music', async () => {
    const options = { ...ITEM.options, photo_cover_index: 1, auto_add_music: false }
    const { platformUrl, platformPostId } = await post({ ...PHOTOS, title: 'Bread', options })
    const [shown] = rig.server.state.posts
    expect(shown).toMatchObject({
      kind: 'photo',
      photos: [PHOTO.publicUrl(), PHOTO.publicUrl()],
      info: { title: 'Bread', description: PHOTOS.content, auto_add_music: false, disable_comment: false },
    })
    expect(platformUrl).toBe(`https://www.tiktok.com/@bakery.main/photo/${platformPostId}`)
  })

  it('go into the inbox with their texts alone', async () => {
    await postOnly({ ...PHOTOS, title: 'Bread', options: { mode: 'inbox' } })
    const [publication] = rig.server.state.publications.values()
    expect(publication).toMatchObject({ mode: 'inbox', info: { title: 'Bread', description: PHOTOS.content } })
  })

  it('of which the answer was lost cannot be looked up: TikTok gave no id', async () => {
    const ready = await prepare(PHOTOS)
    rig.server.faults.spoil('publish', { kind: 'cut after' })
    const sentAt = new Date()
    expect(await rejection(publisher().publish(PHOTOS, ready, open()))).not.toBeInstanceOf(PublishError)
    expect(await lookUpItem(publisher(), PHOTOS, ready, { ...open(), sentAt })).toEqual({ status: 'unknown' })
  })
})

it('a video goes to no other host than TikTok names as its own', async () => {
  const { createUploader } = await import('./upload.ts')
  const uploader = createUploader({ fetch: () => Promise.reject(new Error('it was asked')), uploadUrl: undefined })
  const chunk = { medium: VIDEO, start: 0, end: VIDEO.size }
  const { signal } = new AbortController()
  const send = async (url: string) => rejection(Promise.resolve().then(() => uploader.send({ ...chunk, url }, signal)))
  for (const url of [
    'https://evil.example/video/?upload_id=1',
    'http://open-upload.tiktokapis.com/video/?upload_id=1',
    'https://eviltiktokapis.com/video/',
    'https://tiktokapis.com.evil.example/video/',
  ]) {
    expect(String(await send(url))).toContain('not one of its own')
  }
  for (const host of ['open-upload', 'upload.us']) {
    expect(String(await send(`https://${host}.tiktokapis.com/video/?upload_id=1`))).toContain('it was asked')
  }
})
