import type { MediaEncoding } from '@powerpost/contract'
import { decodesWell } from '../ffmpeg/decode-samples.ts'
import type { Ffmpeg } from '#shared/load-ffmpeg.ts'
import { openPictureTrack } from '../ffmpeg/open-picture-track.ts'
import { readEncoding } from '../ffmpeg/read-encoding.ts'
import { readPixelShape, readRotation } from '../ffmpeg/read-geometry.ts'
import type { VideoIndex } from './read-video-index.ts'

interface DecodedVideo {
  readonly index: VideoIndex
  readonly encoding: MediaEncoding
  readonly hasSquarePixels: boolean
}

/**
 * Decodes some pictures of a video, and reads what FFmpeg knows of it.
 *
 * @param lastPictureSeconds where the last picture begins, from the first on; undefined where nobody knows
 */
export async function decodeVideo(
  ffmpeg: Ffmpeg,
  path: string,
  lastPictureSeconds: number | undefined,
): Promise<DecodedVideo | 'damaged' | 'unknown codec'> {
  const opened = await openPictureTrack(ffmpeg, path).catch(() => 'damaged' as const)
  if (opened === undefined) return 'unknown codec'
  if (opened === 'damaged') return opened
  await using track = opened
  if (!(await decodesWell(track, lastPictureSeconds))) return 'damaged'
  const { codecpar } = track.stream
  const rotation = readRotation(ffmpeg, track.stream)
  const { num, den } = readPixelShape(track.stream)
  const shown = { width: Math.round((codecpar.width * num) / den), height: codecpar.height }
  const isTurned = rotation === 90 || rotation === 270
  const size = isTurned ? { width: shown.height, height: shown.width } : shown
  return {
    index: { ...size, rotation, durationSeconds: track.demuxer.duration, lastPictureSeconds },
    encoding: readEncoding(ffmpeg, track),
    hasSquarePixels: num === den,
  }
}
