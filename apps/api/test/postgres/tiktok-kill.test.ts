import type { Post } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TikTokServer } from '../fake-platforms/tiktok-server.ts'
import { startTikTok } from '../fake-platforms/tiktok-server.ts'
import type { KillRig } from '../harness/kill-rig.ts'
import { startKillRig, WAYS } from '../harness/kill-rig.ts'
import { CHOSEN, CHOSEN_FOR_PHOTOS, connectTikTok, padVideo, tiktokSettings } from '../harness/tiktok.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of TikTok for a video of two chunks. Questions have no effect. */
const REQUESTS = [
  ['POST /v2/post/publish/creator_info/query/', 'before its effect'],
  ['POST /v2/post/publish/video/init/', 'before its effect'],
  ['POST /v2/post/publish/video/init/', 'after its effect'],
  ['PUT /video/', 'before its effect'],
  ['PUT /video/', 'after its effect'],
  ['POST /v2/post/publish/status/fetch/', 'before its effect'],
  ['PUT /video/ last', 'before its effect'],
  ['PUT /video/ last', 'after its effect'],
] as const

let tiktok: TikTokServer
let rig: KillRig
let media: { readonly photo: string; readonly video: string }

beforeAll(async () => {
  // A server that is killed serves no photos: what is tested is the call.
  tiktok = await startTikTok({ fetchPhoto: async () => true })
  rig = await startKillRig({ platform: tiktok, settings: tiktokSettings(tiktok) })
  await connectTikTok(rig, tiktok)
  const { jpeg } = await makeMediaFiles()
  const video = await encodeVideo('killed.mp4', { width: 360, height: 640, frames: 75, frameRate: 25 })
  media = {
    photo: await rig.upload(jpeg, 'image'),
    video: await rig.upload(await padVideo(video, 12_500_000), 'video'),
  }
}, 120_000)
afterAll(() => rig.close())

const videoOf = (content: string) => ({
  post_type: 'tiktok-video',
  media_ids: [media.video],
  options: CHOSEN,
  content,
})

describe('a server that is killed', () => {
  it.each(REQUESTS)('at %s %s, has the video once when it is back', { timeout: 120_000 }, async (name, way) => {
    const ended = await rig.killAt(name, way, videoOf(`Killed at ${name} ${way}`))
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    const [shown, ...more] = tiktok.state.posts
    expect(more).toEqual([])
    expect(ended.items[0]).toMatchObject({
      status: 'posted',
      platform_post_id: shown?.id,
      platform_url: `https://www.tiktok.com/@bakery.main/video/${shown?.id}`,
    })
    expect(rig.server().stderr()).not.toMatch(/act\.|rft\.|tiktok-secret/)
    expect(tiktok.state.complaints).toEqual([])
  })

  it.each(WAYS)(
    'at the call that posts photos %s, does not know, and posts nothing twice',
    { timeout: 120_000 },
    async (way) => {
      const photos = { post_type: 'tiktok-photos', media_ids: [media.photo], options: CHOSEN_FOR_PHOTOS }
      const item = { ...photos, content: `Killed ${way}` }
      const ended = await rig.killAt('POST /v2/post/publish/content/init/', way, item)
      expect(ended).toMatchObject({ status: 'failed', items: [{ error: { code: 'OUTCOME_UNKNOWN' } }] })
      expect(tiktok.state.posts).toHaveLength(way === 'after its effect' ? 1 : 0)
    },
  )

  it('while it asks for the id of a posted video, has it when it is back', { timeout: 120_000 }, async () => {
    tiktok.state.repair()
    tiktok.state.manner.hideIds = 2
    const { handle, request } = rig
    const id = await rig.publish(videoOf('Followed'))
    const [item] = (await rig.untilEnded(id)).items
    expect(item).not.toHaveProperty('platform_post_id')
    const { held } = tiktok.hold('POST /v2/post/publish/status/fetch/')
    // Its safety look finds it at the latest.
    await sql`update post_follow_ups set due_at = now()`.execute(handle.db)
    await sql`select pg_notify('powerpost_wake', 'follow_ups')`.execute(handle.db)
    await held
    await rig.kill()
    tiktok.drop('POST /v2/post/publish/status/fetch/')
    await rig.start()
    const followed = async () => {
      await sql`update post_follow_ups set due_at = now()`.execute(handle.db)
      await sql`select pg_notify('powerpost_wake', 'follow_ups')`.execute(handle.db)
      return ((await (await request(`/api/v1/posts/${id}`)).json()) as Post).items[0]?.platform_post_id
    }
    await expect.poll(followed, { timeout: 60_000, interval: 200 }).toBe(tiktok.state.posts[0]?.id)
    expect(tiktok.state.posts).toHaveLength(1)
  })
})

it(
  'a server that is stopped beyond its lease at the last chunk posts nothing twice',
  { timeout: 120_000 },
  async () => {
    const isPosted = () => tiktok.state.posts.length === 1
    const ended = await rig.freezeAt('PUT /video/ last', videoOf('Stopped'), isPosted)
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    expect(tiktok.state.posts).toHaveLength(1)
  },
)
