import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { XServer } from '../fake-platforms/x-server.ts'
import { startX } from '../fake-platforms/x-server.ts'
import type { KillRig } from '../harness/kill-rig.ts'
import { startKillRig, WAYS } from '../harness/kill-rig.ts'
import { connect, settingsOf } from '../harness/x.ts'
import { makeMediaFiles } from '../media-files/index.ts'

/** All that is asked of X for an item with a video. */
const REQUESTS = [
  'POST /2/media/upload/initialize',
  'POST /2/media/upload/:id/append',
  'POST /2/media/upload/:id/finalize',
  'GET /2/media/upload',
  'POST /2/tweets',
]

let x: XServer
let rig: KillRig
let videoId: string

beforeAll(async () => {
  x = await startX()
  rig = await startKillRig({ platform: x, settings: settingsOf(x) })
  await connect(rig, x)
  videoId = await rig.upload((await makeMediaFiles()).mp4, 'video')
}, 120_000)
afterAll(() => rig.close())

describe.each(REQUESTS)('a server that is killed at %s', (name) => {
  it.each(WAYS)('%s, has the post on X once when it is back', { timeout: 120_000 }, async (way) => {
    const content = `Killed at ${name} ${way}`
    const ended = await rig.killAt(name, way, { post_type: 'x-post', content, media_ids: [videoId] })
    expect(ended).toMatchObject({ status: 'published', outcome: 'all', credits_used: 4 })
    expect(x.state.posts.map(({ sent }) => sent)).toEqual([content])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: x.state.posts[0]?.id })
    expect(rig.server().stderr()).not.toMatch(/x-access-|x-refresh-|x-app-secret/)
  })
})
