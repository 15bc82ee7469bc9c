import type { Stream } from 'node-av'
import type { Rotation } from '../inspect/media-facts.ts'
import type { Ffmpeg } from '#shared/load-ffmpeg.ts'

/** Degrees clockwise by which the picture of a video is turned to be shown, from its display matrix. */
export function readRotation(ffmpeg: Ffmpeg, stream: Stream): Rotation {
  const matrix = stream.codecpar.getCodedSideData(ffmpeg.AV_PKT_DATA_DISPLAYMATRIX)
  if (!matrix || matrix.length < 36) return 0
  // Nine integers of 32 bits in the machine's order, the first two of them cosine and sine, in 16.16.
  const degrees = Math.round((Math.atan2(matrix.readInt32LE(4), matrix.readInt32LE(0)) * 180) / Math.PI)
  return ROTATIONS.find((rotation) => rotation === (degrees + 360) % 360) ?? 0
}

/** Width by height of one stored pixel: as the container says, else as the codec does. Square where neither does. */
export function readPixelShape({ sampleAspectRatio, codecpar }: Stream): {
  readonly num: number
  readonly den: number
} {
  const said = [sampleAspectRatio, codecpar.sampleAspectRatio].find(({ num, den }) => num > 0 && den > 0)
  return said ?? { num: 1, den: 1 }
}

const ROTATIONS = [0, 90, 180, 270] as const
