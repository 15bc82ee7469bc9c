import { createHash } from 'node:crypto'
import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { expect, it } from 'vitest'
import { FIRST_CREATOR } from '../../../test/fake-platforms/tiktok/consent.ts'
import { startTikTok } from '../../../test/fake-platforms/tiktok-server.ts'
import type { Checkpoint, PostMedium } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { createTestMedium } from '../testing/media.ts'
import { SCOPES } from './endpoints.ts'
import { createTikTok } from './index.ts'
import { ITEM } from './testing/rig.ts'

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

// As 400 MiB in chunks of 6 MB over a line that breaks every 20 MiB, a hundred times smaller.
const SIZE = 4_194_304
const CHUNK = 60_000
const BREAK_EVERY = 209_715
const PIECE = 4096

/** A video whose bytes differ, which counts how far it is read ahead of what arrived. */
function createCountedVideo(arrived: () => number): { readonly video: PostMedium; readonly ahead: () => number } {
  const byteAt = (index: number) => (index * 31 + (index >> 8)) & 0xff
  let ahead = 0
  const medium = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: SIZE, durationSeconds: 60 })
  const video: PostMedium = {
    ...medium,
    async *read({ start, end }) {
      for (let at = start; at < end; at += PIECE) {
        ahead = Math.max(ahead, at - arrived())
        const length = Math.min(PIECE, end - at)
        yield Buffer.from(Array.from({ length }, (_, index) => byteAt(at + index)))
      }
    },
  }
  return { video, ahead: () => ahead }
}

it('a large video over a line that breaks again and again arrives whole and is posted once; no more of it than a chunk is read ahead', async () => {
  const tiktok = await startTikTok({ chunks: { min: CHUNK, max: 3 * CHUNK, maxLast: 6 * CHUNK } })
  const { state, addresses, app } = tiktok
  const adapter = createTikTok({
    ...app,
    fetch: createGuardedFetch(BOUNDS),
    clock: systemClock,
    apiUrl: addresses.api,
    uploadUrl: addresses.upload,
    authorizeUrl: addresses.authorize,
    tokenUrl: addresses.token,
    chunkBytes: CHUNK,
  })
  state.manner.breakEvery = BREAK_EVERY
  const arrived = () => [...state.publications.values()].at(-1)?.upload?.received ?? 0
  const { video, ahead } = createCountedVideo(arrived)
  const item = { ...ITEM, media: [video] }
  const connection = createTestConnection([state.grant(FIRST_CREATOR, SCOPES).accessToken])
  const options = { connection, signal: new AbortController().signal }
  let checkpoint: Checkpoint | undefined
  let [isReady, breaks] = [false, 0]
  while (!isReady) {
    try {
      const prepared = await adapter.publisher.prepare(item, checkpoint, options)
      checkpoint = JSON.parse(JSON.stringify(prepared.checkpoint)) as Checkpoint
      isReady = prepared.status === 'ready'
    } catch {
      breaks += 1
    }
  }
  const publish = async () => adapter.publisher.publish(item, checkpoint ?? {}, options).catch(() => undefined)
  while (!(await publish())) breaks += 1
  const sha256 = createHash('sha256')
  for await (const piece of video.read({ start: 0, end: SIZE }, options.signal)) sha256.update(piece)
  expect(breaks).toBeGreaterThan(15)
  expect(state.posts.map((post) => post.sha256)).toEqual([sha256.digest('hex')])
  expect(state.publications.size).toBe(1)
  expect(ahead()).toBeLessThanOrEqual(2 * CHUNK)
  expect(state.complaints).toEqual([])
  await tiktok.stop()
})
