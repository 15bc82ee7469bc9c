import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectFile } from '#features/media/index.ts'
import { VIDEO_DIMENSIONS, VIDEO_SIZES } from '@powerpost/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VideoBrief, VideoModel } from './port.ts'

const BASE: VideoBrief = {
  prompt: 'Two coffees for the price of one',
  size: 'landscape',
  duration: 5,
  hasAudio: false,
  seed: 7,
}

const BRIEFS: Readonly<Record<string, Partial<VideoBrief>>> = {
  'several scripts': { prompt: 'Größe 咖啡 قهوة קפה кофе 커피 ☕️👩‍💻' },
  'signs that mean something elsewhere': { prompt: `<svg onload="x">&amp;'"\\u0000 \${1} --flag %s]]>` },
  'one word without an end': { prompt: 'x'.repeat(400) },
}

export interface VideoModelTraits {
  /** In seconds: one that it makes. @default 5 */
  readonly duration?: number
}

/**
 * What every video model must do: run over each implementation.
 *
 * @param create makes a model that is ready; called once for each test.
 */
export function describeVideoModel(
  name: string,
  create: () => VideoModel | Promise<VideoModel>,
  { duration = BASE.duration }: VideoModelTraits = {},
): void {
  describe(`${name}, as every video model,`, () => {
    let directory: string
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'video-model-'))
    })
    afterAll(() => rm(directory, { recursive: true }))

    const make = async (change: Partial<VideoBrief> = {}, signal = new AbortController().signal) =>
      makeVideo(await create(), { ...BASE, duration, ...change }, { directory, signal })

    it.each(VIDEO_SIZES)('makes a whole %s video of the length that was asked for', async (size) => {
      const facts = await inspectFile(await make({ size }))
      if (facts.kind !== 'video') throw new Error('It is no video')
      const asked = VIDEO_DIMENSIONS[size].width / VIDEO_DIMENSIONS[size].height
      expect(facts.width / facts.height / asked).toBeCloseTo(1, 1)
      expect(Math.abs(facts.durationSeconds - duration)).toBeLessThan(0.5)
    })

    it.each(Object.entries(BRIEFS))('makes a whole video of %s', async (_, change) => {
      expect((await inspectFile(await make(change))).kind).toBe('video')
    })

    it('makes one that begins with an image', async () => {
      const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#aa3311' } })
        .jpeg()
        .toBuffer()
      expect((await inspectFile(await make({ source: { mimeType: 'image/jpeg', bytes } }))).kind).toBe('video')
    })

    it('makes the same of the same brief, silent and in exactly its size, if it is built in', async () => {
      if (!(await create()).builtIn) return
      const first = await make()
      const bytes = await readFile(first)
      expect(await inspectFile(first)).toMatchObject({
        ...VIDEO_DIMENSIONS[BASE.size],
        durationSeconds: duration,
        facts: { has_audio: false, video_codec: 'h264', index_first: true },
      })
      expect((await readFile(await make())).equals(bytes)).toBe(true)
    })

    it('makes nothing once it was aborted, if it is built in', async () => {
      if (!(await create()).builtIn) return
      const reason = new Error('stop')
      await expect(make({}, AbortSignal.abort(reason))).rejects.toBe(reason)
    })
  })
}

interface MakeOptions {
  readonly directory: string
  readonly signal: AbortSignal
}

/** Has a video made, whichever way the model makes it, and gives its path. */
async function makeVideo(model: VideoModel, brief: VideoBrief, { directory, signal }: MakeOptions): Promise<string> {
  const own = await mkdtemp(join(directory, 'made-'))
  if (model.builtIn) return (await model.render(brief, { directory: own, signal })).path
  const job = await model.submit(brief, {})
  const progress = await model.check(job, signal)
  if (progress.state !== 'ready') throw new Error(`The job is ${progress.state}`)
  const file = await fetch(progress.url, { signal })
  const path = join(own, 'video.mp4')
  await writeFile(path, Buffer.from(await file.arrayBuffer()))
  return path
}
