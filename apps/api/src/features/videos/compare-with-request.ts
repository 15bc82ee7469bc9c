import type { PartialRefund } from '#features/runs/index.ts'
import type { Warning } from '@powerpost/contract'
import { priceVideo, VIDEO_DIMENSIONS } from '@powerpost/contract'
import type { StoredVideoGeneration } from './video-generations.repository.ts'

/** What a video turned out to be. */
export interface MadeVideo {
  readonly width: number
  readonly height: number
  /** In seconds. */
  readonly duration: number
  readonly hasAudio: boolean
}

export interface Comparison {
  readonly warnings: readonly Warning[]
  readonly refund?: PartialRefund
}

interface Shortfall {
  readonly warning: Warning
  /** What is given back. */
  readonly credits: number
}

/** By how much the ratio of the sides may be another: 1280 x 720 is 16:9, and so is 1936 x 1088 for who watches it. */
const SHAPE_TOLERANCE = 0.05
/** Seconds: vendors count in frames. */
const DURATION_TOLERANCE = 0.5

/** Holds a video against what was asked for, and paid: a vendor may have made another shape, no sound, or fewer seconds. */
export function compareWithRequest(
  generation: Pick<StoredVideoGeneration, 'size' | 'duration' | 'model' | 'has_audio'>,
  made: MadeVideo,
  paid: number,
): Comparison {
  const found = [checkShape(generation, made, paid), checkAudio(generation, made), checkLength(generation, made, paid)]
  const shortfalls = found.filter((shortfall) => shortfall !== undefined)
  const credits = Math.min(
    paid,
    shortfalls.reduce((sum, shortfall) => sum + shortfall.credits, 0),
  )
  const warnings = shortfalls.map(({ warning }) => warning)
  if (credits === 0) return { warnings }
  return { warnings, refund: { credits, reason: `Not done: ${warnings.map(({ message }) => message).join(' ')}` } }
}

function checkShape(
  { size }: Pick<StoredVideoGeneration, 'size'>,
  { width, height }: MadeVideo,
  paid: number,
): Shortfall | undefined {
  const asked = VIDEO_DIMENSIONS[size].width / VIDEO_DIMENSIONS[size].height
  if (Math.abs(width / height / asked - 1) <= SHAPE_TOLERANCE) return undefined
  const message = `The video model made a video of ${width} x ${height} pixels, which is not ${size}. It is not charged.`
  return { warning: { code: 'other_shape', message, field: 'size' }, credits: paid }
}

function checkAudio(
  { model, duration, has_audio }: Pick<StoredVideoGeneration, 'model' | 'duration' | 'has_audio'>,
  { hasAudio }: MadeVideo,
): Shortfall | undefined {
  if (!has_audio || hasAudio) return undefined
  const difference = priceVideo({ model, duration, hasAudio: true }) - priceVideo({ model, duration, hasAudio: false })
  const message = 'The video has no audio: the video model made none. Only a silent video is charged.'
  return { warning: { code: 'audio_not_made', message, field: 'has_audio' }, credits: difference }
}

function checkLength(
  { duration: asked }: Pick<StoredVideoGeneration, 'duration'>,
  { duration }: MadeVideo,
  paid: number,
): Shortfall | undefined {
  const missing = asked - duration
  if (missing <= DURATION_TOLERANCE) return undefined
  const message = `The video has ${duration.toFixed(1)} of ${asked} seconds; the missing ones are not charged.`
  const credits = Math.ceil((paid * missing) / asked)
  return { warning: { code: 'shorter_video', message, field: 'duration' }, credits }
}
