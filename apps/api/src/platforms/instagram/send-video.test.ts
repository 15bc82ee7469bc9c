import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestConnection } from '../testing/connection.ts'
import { createTestMedium } from '../testing/media.ts'
import { prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import type { InstagramRig } from './testing/rig.ts'
import { FEED, startInstagramRig } from './testing/rig.ts'

const SIZE = 3_000_000
const VIDEO = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: SIZE, durationSeconds: 5 })
const REEL = { ...FEED, postType: 'instagram-reel', media: [VIDEO] } as const

let rig: InstagramRig
beforeEach(async () => {
  rig = await startInstagramRig('facebook')
})
afterEach(() => rig.stop())

const open = () => ({ connection: createTestConnection(rig.tokens), signal: new AbortController().signal })
const uploads = () => rig.server.requests.filter((name) => name === 'POST /ig-api-upload')

it('with the tokens of a page a video is sent, and this server needs no address', async () => {
  const checkpoint = await prepareItem(rig.adapter.publisher, REEL, open())
  await publishItem(rig.adapter.publisher, { item: REEL, checkpoint, options: open() })
  const [post] = rig.server.state.posts
  expect(post?.containers).toEqual([
    { media_type: 'REELS', upload_type: 'resumable', caption: FEED.content, share_to_feed: 'true' },
  ])
  expect(uploads()).toHaveLength(1)
})

it('an upload that broke off goes on from where Instagram has it', async () => {
  rig.server.state.manner.cutUploadAfter = 1_000_000
  let checkpoint: Parameters<typeof rig.adapter.publisher.prepare>[1]
  const prepare = async () => rig.adapter.publisher.prepare(REEL, checkpoint, open())
  ;({ checkpoint } = await prepare())
  ;({ checkpoint } = await prepare())
  expect(await rejection(prepare())).toBeInstanceOf(Error)
  const [container] = rig.server.state.containers.values()
  const before = container?.upload?.received ?? 0
  expect(before).toBeGreaterThanOrEqual(1_000_000)
  expect(before).toBeLessThan(SIZE)
  const ready = await prepareItem(rig.adapter.publisher, REEL, open(), 'once', checkpoint)
  await publishItem(rig.adapter.publisher, { item: REEL, checkpoint: ready, options: open() })
  expect(container?.upload).toEqual({ received: SIZE, size: SIZE })
  expect(uploads()).toHaveLength(2)
})
