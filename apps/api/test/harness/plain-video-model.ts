import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { encodeVideo } from '#video-models/built-in/child/encode-video.ts'
import type { RenderingVideoModel, VideoBrief } from '#video-models/port.ts'
import { VIDEO_DIMENSIONS } from '@powerpost/contract'
import { loadFfmpeg } from '#shared/load-ffmpeg.ts'

/** Two frames a second are enough to have a length. */
const FRAME_RATE = 2

/** Makes a video of one shade, which the brief decides: quick, and the same for the same brief. */
export function createPlainVideoModel(name = 'plain'): RenderingVideoModel {
  return {
    name,
    builtIn: true,
    async render(brief, { directory, signal }) {
      signal.throwIfAborted()
      const path = join(directory, 'plain.mp4')
      await encodePlainVideo(brief, path)
      signal.throwIfAborted()
      return { path, warnings: [] }
    },
  }
}

type PlainBrief = Pick<VideoBrief, 'prompt' | 'size' | 'duration' | 'seed'>

export async function encodePlainVideo({ prompt, size, duration, seed }: PlainBrief, output: string): Promise<void> {
  const ffmpeg = await loadFfmpeg()
  if (!ffmpeg) throw new Error('node-av is not installed')
  const { width, height } = VIDEO_DIMENSIONS[size]
  const shade = createHash('sha256').update(JSON.stringify({ prompt, seed })).digest()[0] ?? 0
  const frame = new Uint8Array((width * height * 3) / 2).fill(shade, 0, width * height).fill(128, width * height)
  async function* frames() {
    for (let index = 0; index < duration * FRAME_RATE; index++) yield frame
  }
  await encodeVideo(ffmpeg, { width, height, frameRate: FRAME_RATE, frames: frames(), output })
}
