/**
 * The process that makes frames: reads the video named by its first argument and sends its parent a JPEG for each of the further
 * ones, which say where in the video, from 0 to 1. The second argument is the longest side in pixels.
 */

import type { Frame } from 'node-av'
import { QUALITY } from '../look/picture-size.ts'
import { frameFilter } from './frame-filter.ts'
import type { FramesMessage } from './frames-message.ts'
import type { Ffmpeg } from '#shared/load-ffmpeg.ts'
import { loadFfmpeg } from '#shared/load-ffmpeg.ts'
import type { PictureTrack } from './open-picture-track.ts'
import { openPictureTrack } from './open-picture-track.ts'
import { readPixelShape, readRotation } from './read-geometry.ts'
import { hdrOf } from './read-color.ts'

// A parent that was killed leaves nothing running.
process.on('disconnect', () => process.exit())

/** Frames decoded after a key frame to come near a place: a screen recording may have one key frame in all. */
const MOST_DECODED = 240

const [, , path = '', largestSide = '', ...places] = process.argv
const ffmpeg = await loadFfmpeg()
process.send?.({ type: 'ready' })
const message: FramesMessage = { type: 'frames', frames: ffmpeg ? await makeFrames(ffmpeg) : [] }
process.send?.(message, () => process.disconnect())

async function makeFrames(ffmpeg: Ffmpeg): Promise<FramesMessage['frames']> {
  await using track = await openPictureTrack(ffmpeg, path)
  if (!track) return []
  const { duration, timeBase } = track.stream
  const isSaid = duration !== ffmpeg.AV_NOPTS_VALUE && duration > 0n
  const seconds = isSaid ? (Number(duration) * timeBase.num) / timeBase.den : track.demuxer.duration
  const made: FramesMessage['frames'] = []
  for (const place of places) {
    const found = await nearestFrame(track, Number(place) * seconds)
    if (!found) continue
    using frame = found
    const jpeg = await toJpeg(ffmpeg, track, frame)
    made.push({ atSeconds: Math.max(0, track.secondsAt(frame.bestEffortTimestamp)), jpeg: jpeg.toString('base64') })
  }
  return made
}

/** The frame that is shown at a time, or the nearest to it that can be decoded. */
async function nearestFrame(track: PictureTrack, seconds: number): Promise<Frame | undefined> {
  let nearest: Frame | undefined
  let decoded = 0
  for await (const frame of track.framesFrom(seconds)) {
    const isLater = track.secondsAt(frame.bestEffortTimestamp) > seconds
    if (nearest && isLater) {
      frame.free()
      break
    }
    nearest?.free()
    nearest = frame
    decoded += 1
    if (isLater || decoded === MOST_DECODED) break
  }
  return nearest
}

async function toJpeg(ffmpeg: Ffmpeg, { stream }: PictureTrack, frame: Frame): Promise<Buffer> {
  const { num, den } = readPixelShape(stream)
  frame.sampleAspectRatio = new ffmpeg.Rational(num, den)
  frame.timeBase = stream.timeBase
  const shape = { largestSide: Number(largestSide), hdr: hdrOf(frame.colorTrc), rotation: readRotation(ffmpeg, stream) }
  using filter = ffmpeg.FilterAPI.create(frameFilter(shape))
  await filter.process(frame)
  await filter.flush()
  const shown = await filter.receive()
  if (!shown || !('format' in shown)) throw new Error('the filter gave no frame')
  using small = shown
  using scaler = new ffmpeg.Scaler()
  return await scaler.toJpeg(small, { quality: QUALITY })
}
