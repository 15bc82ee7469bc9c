import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InstagramServer } from '../fake-platforms/instagram-server.ts'
import { startInstagram } from '../fake-platforms/instagram-server.ts'
import { connectInstagram, instagramSettings } from '../harness/instagram.ts'
import type { KillRig } from '../harness/kill-rig.ts'
import { startKillRig } from '../harness/kill-rig.ts'
import { encodeVideo, makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of Instagram for a carousel. Questions have no effect. */
const REQUESTS = [
  ['GET /me/content_publishing_limit', 'before its effect'],
  ['POST /me/media', 'before its effect'],
  ['POST /me/media', 'after its effect'],
  ['GET /:container', 'before its effect'],
  ['POST /me/media_publish', 'before its effect'],
  ['POST /me/media_publish', 'after its effect'],
  ['GET /:media', 'before its effect'],
] as const

let instagram: InstagramServer
let rig: KillRig
let media: readonly string[]

beforeAll(async () => {
  instagram = await startInstagram()
  rig = await startKillRig({ platform: instagram, settings: instagramSettings(instagram) })
  await connectInstagram(rig, instagram)
  const { jpeg } = await makeMediaFiles()
  const video = await encodeVideo('carousel.mp4', { width: 320, height: 400, frames: 75, frameRate: 25 })
  media = [await rig.upload(jpeg, 'image'), await rig.upload(video, 'video')]
}, 120_000)
afterAll(() => rig.close())

const carouselOf = (content: string) => ({ post_type: 'instagram-feed', content, media_ids: media })

describe('a server that is killed', () => {
  it.each(REQUESTS)('at %s %s, has the post once when it is back', { timeout: 120_000 }, async (name, way) => {
    const content = `Killed at ${name} ${way}`
    const ended = await rig.killAt(name, way, carouselOf(content))
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    expect(instagram.state.posts.map(({ caption }) => caption)).toEqual([content])
    const [shown] = instagram.state.posts
    expect(ended.items[0]).toMatchObject({
      status: 'posted',
      platform_post_id: shown?.id,
      platform_url: shown?.permalink,
    })
    expect(rig.server().stderr()).not.toMatch(/ig-(?:short|long)-|instagram-app-secret/)
  })
})

it(
  'a server that is stopped beyond its lease at the final call posts nothing twice',
  { timeout: 120_000 },
  async () => {
    const isPosted = () => instagram.state.posts.length === 1
    const ended = await rig.freezeAt('POST /me/media_publish', carouselOf('Stopped'), isPosted)
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 1 })
    expect(instagram.state.posts).toHaveLength(1)
    expect(instagram.state.complaints).toEqual([])
  },
)
