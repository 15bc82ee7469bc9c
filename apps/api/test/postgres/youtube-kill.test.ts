import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { YouTubeServer } from '../fake-platforms/youtube-server.ts'
import { startYouTube } from '../fake-platforms/youtube-server.ts'
import type { KillRig } from '../harness/kill-rig.ts'
import { startKillRig, WAYS } from '../harness/kill-rig.ts'
import { connectChannel, youTubeSettingsOf } from '../harness/youtube.ts'
import { makeMediaFiles, toFreeBox, writeMediaFile } from '../media-files/index.ts'

/** All that is asked of YouTube for an item with all that there is, in this order. */
const REQUESTS = [
  'POST /upload/youtube/v3/videos',
  'PUT part',
  'PUT last',
  'POST /upload/youtube/v3/thumbnails/set',
  'GET /youtube/v3/playlistItems',
  'POST /youtube/v3/playlistItems',
  'GET /youtube/v3/videos',
  'POST /youtube/v3/commentThreads',
]

let youtube: YouTubeServer
let rig: KillRig
let videoId: string
let pictureId: string
let sha256: string

beforeAll(async () => {
  youtube = await startYouTube()
  rig = await startKillRig({ platform: youtube, settings: youTubeSettingsOf(youtube) })
  await connectChannel(rig, youtube)
  const { mp4, jpeg } = await makeMediaFiles()
  // Long enough for two parts.
  const video = Buffer.concat([await readFile(mp4), toFreeBox(300_000)])
  sha256 = createHash('sha256').update(video).digest('hex')
  videoId = await rig.upload(await writeMediaFile('killed.mp4', video), 'video')
  pictureId = await rig.upload(jpeg, 'image')
}, 120_000)
afterAll(async () => {
  await rig.close()
  expect(youtube.state.complaints).toEqual([])
})

const itemOf = (title: string) => ({
  post_type: 'youtube-video',
  title,
  content: 'What it is about',
  media: [{ media_id: videoId, cover: { media_id: pictureId } }],
  options: { playlist_id: 'PL1' },
  first_comment: 'First!',
})

describe.each(REQUESTS)('a server that is killed at %s', (name) => {
  it.each(WAYS)('%s, has the video on YouTube once when it is back', { timeout: 120_000 }, async (way) => {
    const title = `Killed at ${name.replaceAll(/\W+/g, ' ')} ${way}`.slice(-100)
    const ended = await rig.killAt(name, way, itemOf(title))
    expect(ended).toMatchObject({ status: 'published', outcome: 'all' })
    const [video] = youtube.state.videos
    expect(youtube.state.videos).toMatchObject([{ title, sha256, thumbnail: { mimeType: 'image/jpeg' } }])
    expect(ended.items[0]).toMatchObject({ status: 'posted', platform_post_id: video?.id, attempts: 1 })
    expect(youtube.state.playlists.get('PL1')?.videoIds).toEqual([video?.id])
    // A comment that may be there is not sent again, and the item says so.
    const isLost = name.includes('commentThreads') && way === 'before its effect'
    expect(video?.comments).toEqual(isLost ? [] : ['First!'])
    expect((ended.items[0]?.warnings ?? []).map(({ code }) => code)).toEqual(
      name.includes('commentThreads') ? ['first_comment_unknown'] : [],
    )
    expect(rig.server().stderr()).not.toMatch(/yt-access-|yt-refresh-|youtube-app-secret|upload_id/)
  })
})
