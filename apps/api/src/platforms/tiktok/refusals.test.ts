import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishableItem } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { expectPublishError } from '../testing/rig-items.ts'
import { prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import type { TikTokRig } from './testing/rig.ts'
import { ITEM, PHOTOS, startTikTokRig } from './testing/rig.ts'

type Item = PublishableItem<'tiktok'>

let rig: TikTokRig
beforeEach(async () => {
  rig = await startTikTokRig()
})
afterEach(() => rig.stop())

const open = () => ({ connection: createTestConnection(rig.tokens), signal: new AbortController().signal })
const publisher = () => rig.adapter.publisher
const prepare = (item: Item) => prepareItem(publisher(), item, open())
const post = async (item: Item) => publishItem(publisher(), { item, checkpoint: await prepare(item), options: open() })

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
  it('is shown as capabilities and as choices', async () => {
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
