import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FacebookServer } from '../fake-platforms/facebook-server.ts'
import { startFacebook } from '../fake-platforms/facebook-server.ts'
import { connectPages, facebookSettingsOf } from '../harness/facebook.ts'
import type { KillRig } from '../harness/kill-rig.ts'
import { startKillRig, WAYS } from '../harness/kill-rig.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of Facebook for an item of each kind. */
const REQUESTS = {
  pictures: ['POST /:id/photos', 'POST /:id/feed'],
  video: ['POST /:id/videos start', 'POST /:id/videos transfer', 'POST /:id/videos finish'],
  reel: ['POST /:id/video_reels start', 'GET /:id', 'POST /video-upload/:id', 'POST /:id/video_reels finish'],
  'picture story': ['POST /:id/photo_stories'],
  'video story': ['POST /:id/video_stories finish'],
} as const

type Kind = keyof typeof REQUESTS

let facebook: FacebookServer
let rig: KillRig
let media: Readonly<Record<'picture' | 'video', string>>

beforeAll(async () => {
  facebook = await startFacebook()
  facebook.state.refuseDuplicates = false
  const prepare = () => {
    facebook.state.facebook.partBytes = 5_000_000
  }
  rig = await startKillRig({ platform: facebook, settings: facebookSettingsOf(facebook), prepare })
  const { request, post } = rig
  await connectPages({ url: rig.server().url, request, post }, facebook, ['Power Post'])
  const video = await encodeVideo('reel.mp4', { width: 540, height: 960, frames: 80, frameRate: 24 })
  media = { picture: await rig.upload((await makeMediaFiles()).jpeg, 'image'), video: await rig.upload(video, 'video') }
}, 120_000)
afterAll(() => rig.close())

const itemOf = (kind: Kind, content: string) =>
  ({
    pictures: { post_type: 'facebook-post', content, media_ids: [media.picture, media.picture] },
    video: { post_type: 'facebook-post', content, media_ids: [media.video] },
    reel: { post_type: 'facebook-reel', content, media_ids: [media.video] },
    'picture story': { post_type: 'facebook-story', content: '', media_ids: [media.picture] },
    'video story': { post_type: 'facebook-story', content: '', media_ids: [media.video] },
  })[kind]

const places = Object.entries(REQUESTS).flatMap(([kind, names]) => names.map((name) => ({ kind: kind as Kind, name })))

describe.each(places)('a server that is killed at $name, with a $kind', ({ kind, name }) => {
  it.each(WAYS)('%s, has the post on the page once when it is back', { timeout: 120_000 }, async (way) => {
    const content = `Killed at ${name} ${way}`
    const ended = await rig.killAt(name, way, itemOf(kind, content))
    expect(ended).toMatchObject({ status: 'published', outcome: 'all' })
    expect(facebook.state.posts.map(({ message }) => message)).toEqual([kind.endsWith('story') ? '' : content])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: facebook.state.posts[0]?.id })
    expect(facebook.state.complaints).toEqual([])
    expect(rig.server().stderr()).not.toMatch(/EAA[\w-]{20}|facebook-app-secret/)
  })
})
