import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Media } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFile } from '#features/media/media.repository.ts'
import { createThumbnailer } from '#features/media/thumbnails/thumbnailer.ts'
import { createLogger } from '#shared/logger.ts'
import { createDiskStorage } from '#storage/disk/disk-storage.ts'
import { storedFiles, uploadFile } from '../harness/media.ts'
import type { MovableClock } from '../harness/movable-clock.ts'
import { createMovableClock } from '../harness/movable-clock.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import type { MediaFiles } from '../media-files/index.ts'
import {
  encodeVideo,
  makeBlackPng,
  makeMediaFiles,
  makeNoise,
  removeMediaFiles,
  writeMediaFile,
} from '../media-files/index.ts'

let server: TestServer
let clock: MovableClock
let files: MediaFiles

beforeAll(async () => {
  files = await makeMediaFiles()
  clock = createMovableClock()
  // No ffmpeg, whatever this machine has.
  server = await startTestServer({ clock, environment: { PATH: '/nowhere' } })
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

interface Thumbnail {
  readonly status: number
  readonly bytes: Buffer
  readonly maxAge: number
  readonly headers: Headers
}

async function thumbnailOf({ thumbnail_url }: Media): Promise<Thumbnail> {
  const response = await fetch(thumbnail_url)
  const { status, headers } = response
  const maxAge = Number(/max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1])
  return { status, headers, maxAge, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** Puts other bytes where a medium's are. */
async function spoil({ media_id }: Media, bytes: Uint8Array): Promise<void> {
  const stored = (await storedFiles(server)).find((file) => file.startsWith('media/') && file.endsWith(media_id))
  await writeFile(join(server.database.dataDirectory, 'media', stored ?? ''), bytes)
}

const sizeOf = async (bytes: Buffer) => {
  const { format, width, height } = await sharp(bytes).metadata()
  return { format, width, height }
}

const DAY_SECONDS = 24 * 3600

describe('the thumbnail of a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is a small JPEG of a %s, kept beside it', async (name) => {
    const large = await sharp(files[name]).resize(1500, 900, { fit: 'fill' }).toFormat(name).toBuffer()
    const media = await uploadFile(server, await writeMediaFile(`large.${name}`, large))
    const { status, bytes, headers, maxAge } = await thumbnailOf(media)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('content-disposition')).toBe('inline; filename=large-thumbnail.jpg')
    expect(maxAge).toBeGreaterThan(6 * DAY_SECONDS)
    expect(await sizeOf(bytes)).toEqual({ format: 'jpeg', width: 480, height: 288 })
    // The second time nothing is decoded: the picture itself is not looked at.
    await spoil(media, Buffer.from('gone'))
    expect((await thumbnailOf(media)).bytes.equals(bytes)).toBe(true)
  })

  it('stands as the picture is shown, and is not made larger than it', async () => {
    // 640 by 400, lying on its side.
    const turned = await uploadFile(server, files.jpegOrientation6)
    expect(await sizeOf((await thumbnailOf(turned)).bytes)).toEqual({ format: 'jpeg', width: 300, height: 480 })
    const small = await writeMediaFile('small.png', await sharp(files.png).resize(90, 60, { fit: 'fill' }).toBuffer())
    const { bytes } = await thumbnailOf(await uploadFile(server, small))
    expect(await sizeOf(bytes)).toEqual({ format: 'jpeg', width: 90, height: 60 })
  })

  it('asked for by many at once is the same for all', async () => {
    const media = await uploadFile(server, files.png)
    const all = await Promise.all(Array.from({ length: 12 }, () => thumbnailOf(media)))
    expect(new Set(all.map(({ headers }) => headers.get('etag'))).size).toBe(1)
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
  })
})

describe('the thumbnail of what cannot be shown', () => {
  const hostile: [string, () => Buffer][] = [
    ['noise', () => makeNoise(20_000)],
    ['nothing', () => Buffer.alloc(0)],
    ['a picture of 256 megapixels in 32 KB', () => makeBlackPng(16_384, 16_384)],
    ['half a PNG', () => makeBlackPng(400, 400).subarray(0, 60)],
  ]
  it.each(hostile)('is a drawing, where the file is %s by now', async (_what, make) => {
    const media = await uploadFile(server, files.png)
    await spoil(media, make())
    const { status, bytes, maxAge } = await thumbnailOf(media)
    expect(status).toBe(200)
    expect(await sizeOf(bytes)).toEqual({ format: 'jpeg', width: 480, height: 270 })
    // It may give way to a picture, and is tried again.
    expect(maxAge).toBe(300)
    await spoil(media, await readFile(files.png))
    expect((await thumbnailOf(media)).bytes.equals(bytes)).toBe(true)
    clock.move({ seconds: 301 })
    expect((await thumbnailOf(media)).bytes.equals(bytes)).toBe(false)
  })

  it('stands or lies as the video does', async () => {
    const upright = await uploadFile(server, files.mp4Rotated90, { type: 'video' })
    await spoil(upright, makeNoise(2000))
    expect(await sizeOf((await thumbnailOf(upright)).bytes)).toEqual({ format: 'jpeg', width: 270, height: 480 })
  })

  it('lets the server answer all others', async () => {
    const media = await uploadFile(server, files.webp)
    expect((await thumbnailOf(media)).bytes.length).toBeGreaterThan(0)
  })
})

describe('the thumbnail of a video', () => {
  it.each<[string, () => Promise<string> | string, { width: number; height: number; gray?: number }]>([
    ['an MP4', () => files.mp4, { width: 320, height: 192 }],
    ['a MOV', () => files.mov, { width: 320, height: 192 }],
    ['a WebM', () => files.webm, { width: 320, height: 192 }],
    ['one that is turned to be shown', () => files.mp4Rotated90, { width: 192, height: 320 }],
    ['wide pixels', () => encodeVideo('wide.mp4', { pixelShape: [2, 1] }), { width: 480, height: 144, gray: 130 }],
    ['a single frame', () => encodeVideo('single.mp4', { frames: 1 }), { width: 320, height: 192, gray: 130 }],
    ['a picture that begins late', () => encodeVideo('late.mp4', { startSeconds: 5 }), { width: 320, height: 192 }],
    // 100 nits are what white was; by the curve of standard range they would be as dark as this gray.
    ['high dynamic range', () => encodeVideo('hdr.mp4', { pqLevel: 769 }), { width: 320, height: 192, gray: 249 }],
    [
      'high dynamic range whose smaller side would be odd',
      () => encodeVideo('odd.mp4', { pqLevel: 769, width: 640, height: 366 }),
      { width: 480, height: 274, gray: 249 },
    ],
  ])('is a frame as it is shown, of %s', async (_what, make, { gray, ...size }) => {
    const { bytes, maxAge } = await thumbnailOf(await uploadFile(server, await make(), { type: 'video' }))
    expect(maxAge).toBeGreaterThan(6 * DAY_SECONDS)
    expect(await sizeOf(bytes)).toEqual({ format: 'jpeg', ...size })
    const { channels } = await sharp(bytes).stats()
    if (gray !== undefined) expect(Math.abs((channels[0]?.mean ?? 0) - gray)).toBeLessThan(4)
  })

  it('that takes long gives way to a drawing for a few seconds, and is there later', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'powerpost-late-'))
    const storage = createDiskStorage({ root: directory })
    const logger = createLogger({ level: 'silent', pretty: false })
    const thumbnailer = createThumbnailer({ db: server.db, storage, clock, logger, ffmpeg: undefined, lateAfterMs: 1 })
    const { media_id } = await uploadFile(server, files.png)
    const medium = await findFile(server.db, media_id)
    if (!medium) return expect.unreachable()
    await storage.write(medium.storageKey, createReadStream(files.png))
    const late = await thumbnailer.get(medium)
    expect([late.keepForSeconds, await sizeOf(late.bytes)]).toEqual([5, { format: 'jpeg', width: 480, height: 270 }])
    await expect.poll(async () => (await thumbnailer.get(medium)).keepForSeconds, { timeout: 20_000 }).toBe(Infinity)
    await rm(directory, { recursive: true })
  })

  it('is the frame that ffmpeg finds, or a drawing where it finds none', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'powerpost-ffmpeg-'))
    const frame = join(directory, 'frame.jpg')
    await writeFile(frame, await sharp(files.jpeg).resize(480, 270).jpeg().toBuffer())
    // Fails on what is not the size of a whole video, as ffmpeg would on noise.
    const program = `#!/bin/sh\nfor a in "$@"; do case $a in file:*) f=\${a#file:};; esac; done\n[ $(/usr/bin/wc -c <"$f") -gt 1000 ] || exit 1\n/bin/cat ${frame}\n`
    await writeFile(join(directory, 'ffmpeg'), program)
    await chmod(join(directory, 'ffmpeg'), 0o755)
    const own = await startTestServer({ environment: { PATH: directory } })
    try {
      const media = await uploadFile(own, files.mp4, { type: 'video' })
      expect((await thumbnailOf(media)).bytes.equals(await readFile(frame))).toBe(true)
      expect((await storedFiles(own)).map((file) => file.split('/')[0])).toEqual(['media', 'thumbnails'])
    } finally {
      await own.stop()
      await rm(directory, { recursive: true })
    }
  })
})
