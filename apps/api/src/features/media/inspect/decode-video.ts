import { decodesWell } from '../ffmpeg/decode-samples.ts'
import type { Ffmpeg } from '../ffmpeg/load-ffmpeg.ts'
import { openPictureTrack } from '../ffmpeg/open-picture-track.ts'
import { readPixelShape, readRotation } from '../ffmpeg/read-geometry.ts'
import type { VideoIndex } from './read-video-index.ts'

/**
 * Decodes some pictures of a video, and reads what FFmpeg knows of it.
 *
 * @param lastPictureSeconds where the last picture begins, from the first on; undefined where nobody knows
 */
export async function decodeVideo(
  ffmpeg: Ffmpeg,
  path: string,
  lastPictureSeconds: number | undefined,
): Promise<VideoIndex | 'damaged' | 'unknown codec'> {
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
  return {
    width: isTurned ? shown.height : shown.width,
    height: isTurned ? shown.width : shown.height,
    rotation,
    durationSeconds: track.demuxer.duration,
    lastPictureSeconds,
  }
}
