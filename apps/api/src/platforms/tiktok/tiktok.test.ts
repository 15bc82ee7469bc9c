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

  it('that is about to end is begun again, and the old upload makes no post', async () => {
    const item = { ...ITEM, media: [LONG_VIDEO] }
    let { checkpoint } = await publisher().prepare(item, undefined, open())
    ;({ checkpoint } = await publisher().prepare(item, checkpoint, open()))
    const { upload } = checkpoint as { upload: object }
    const late = { ...checkpoint, upload: { ...upload, expires_at: new Date(Date.now() + 60_000).toISOString() } }
    expect(expectPublishError(await rejection(publisher().prepare(item, late, open()))).failure).toBe('restart')
    expect(rig.posts()).toEqual([])
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

describe('a refusal', () => {
  it.each([
    ['spam_risk_too_many_posts', { failure: 'retry', scope: 'account' }],
    ['spam_risk_too_many_pending_share', { failure: 'retry', scope: 'account' }],
    ['reached_active_user_cap', { failure: 'retry', scope: 'app' }],
    ['spam_risk_user_banned_from_posting', { failure: 'never' }],
    ['unaudited_client_can_only_post_to_private_accounts', { failure: 'never' }],
    ['url_ownership_unverified', { failure: 'never' }],
    ['app_version_check_failed', { failure: 'never' }],
    ['invalid_params', { failure: 'never' }],
    ['something_new', { failure: 'never' }],
  ])('of an upload, %s, is classified', async (code, expected) => {
    rig.server.state.manner.refuseInit = code
    for (const item of [ITEM, PHOTOS]) {
      const error = expectPublishError(await rejection(post(item)))
      expect(error).toMatchObject({ ...expected, platformError: expect.stringContaining(code) })
      const wait = (error.notBefore?.getTime() ?? 0) - Date.now()
      expect(wait > 0).toBe(expected.failure === 'retry')
      expect(error.message).toMatch(/\.$/)
    }
  })

  it.each([
    ['file_format_check_failed', { failure: 'never' }],
    ['duration_check_failed', { failure: 'never' }],
    ['frame_rate_check_failed', { failure: 'never' }],
    ['picture_size_check_failed', { failure: 'never' }],
    ['internal', { failure: 'restart', scope: 'item' }],
    ['photo_pull_failed', { failure: 'restart' }],
    ['auth_removed', { failure: 'restart' }],
    ['spam_risk_too_many_posts', { failure: 'restart', scope: 'account' }],
    ['spam_risk_text', { failure: 'never' }],
    ['spam_risk', { failure: 'never' }],
    ['something_new', { failure: 'never' }],
  ])('of what was uploaded, %s, is classified', async (reason, expected) => {
    rig.server.state.manner.failWith = reason
    const error = expectPublishError(await rejection(post(ITEM)))
    expect(error).toMatchObject({ ...expected, platformError: reason })
    expect(rig.posts()).toEqual([])
  })

  it('of too many requests in a minute waits for a minute, and so does all of the account', async () => {
    for (let asked = 0; asked < 20; asked += 1) rig.server.state.mayAsk('-000creator4711', 'creator_info', 20)
    const error = expectPublishError(await rejection(prepare(ITEM)))
    expect(error).toMatchObject({ failure: 'retry', scope: 'account', platformError: '429 rate_limit_exceeded' })
  })

  it('of a scope that was not given asks for a person, and renews no token', async () => {
    const token = rig.server.state.grant('-000creator4711', ['video.upload']).accessToken
    const options = { connection: createTestConnection([token]), signal: new AbortController().signal }
    const error = await rejection(publisher().prepare(ITEM, undefined, options))
    expect(expectPublishError(error)).toMatchObject({ failure: 'reconnect', platformError: '401 scope_not_authorized' })
  })
})

describe('what the creator allows', () => {
  it('is told as capabilities and as choices', async () => {
    Object.assign(rig.server.state.creator('-000creator4711'), { stitchDisabled: true, maxSeconds: 180 })
    expect(await rig.adapter.describeAccount?.(open())).toEqual({
      video_seconds: 180,
      options: [
        { name: 'privacy_level', allowed: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'] },
        { name: 'allow_stitch', allowed: [false] },
      ],
    })
    const choices = (await rig.adapter.choices?.creator_info?.(open())) ?? []
    expect(choices.map(({ option, value }) => `${option}=${value}`)).toEqual([
      'privacy_level=PUBLIC_TO_EVERYONE',
      'privacy_level=MUTUAL_FOLLOW_FRIENDS',
      'privacy_level=SELF_ONLY',
      'allow_comment=true',
      'allow_comment=false',
      'allow_duet=true',
      'allow_duet=false',
      'allow_stitch=false',
    ])
  })

  it('is compared once more before anything is sent: what changed is refused, or said', async () => {
    const creator = rig.server.state.creator('-000creator4711')
    creator.privacyLevels = ['SELF_ONLY']
    expect(expectPublishError(await rejection(prepare(ITEM)))).toMatchObject({ failure: 'never' })
    creator.privacyLevels = ['PUBLIC_TO_EVERYONE']
    creator.maxSeconds = 3
    expect(expectPublishError(await rejection(prepare(ITEM)))).toMatchObject({ failure: 'never' })
    creator.maxSeconds = 600
    creator.commentDisabled = true
    expect(await post(ITEM)).toMatchObject({ warnings: [expect.stringContaining('allow_comment')] })
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
