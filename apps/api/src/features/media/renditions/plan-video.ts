import type { FileRules, Fit, RenditionChange } from '@powerpost/contract'
import { MEDIA_RULES } from '@powerpost/contract'
import type { MediumToPost } from '../post-media.repository.ts'
import { sayReshaping } from './changes.ts'
import { findEncodingChanges, findFrameRate, findLayoutChanges, findSoundChanges } from './find-video-changes.ts'
import { planShape } from './plan-shape.ts'
import type { RenditionPlan } from './rendition-plan.ts'

interface VideoOptions {
  readonly rules: FileRules
  readonly fit: Fit
  readonly focus?: { readonly x: number; readonly y: number } | undefined
}

/** Pixels of all pictures together: ten minutes of 1920x1080 at 30 a second. One core encodes them in about as long. */
const MAX_ENCODED_PIXELS = 1920 * 1080 * 30 * 600
/** Bits a second. More is not seen in 1920x1080. */
const MAX_BITRATE = 16e6
/** Below it a video is seen to be broken. */
const MIN_BITRATE = 300e3
const SOUND_BITRATE = 160e3
/** What the container takes, and what a rate control goes beyond. */
const MARGIN = 0.92

/** What becomes of a video that a platform does not take as it is: an MP4. Undefined: it stays as it is, or cannot be made to fit. */
export function planVideo(medium: MediumToPost, options: VideoOptions): RenditionPlan | undefined {
  const { rules } = options
  const { facts, durationSeconds = 0 } = medium
  // Without knowing how it is encoded nobody can say what is wrong with it.
  if (facts?.video_codec === undefined || !rules.formats.allowed.includes('video/mp4')) return undefined
  const shape = planShape(medium, { ...options, step: 2 })
  const picture = [...findEncodingChanges(medium, rules), ...sayReshaped(medium, shape)]
  const layout = findLayoutChanges(medium, rules, picture.length > 0)
  const sound = findSoundChanges(medium, rules, layout.length + picture.length > 0)
  const changes = [...layout, ...picture, ...sound]
  if (changes.length === 0) return undefined
  const maxBytes = Math.min(rules.size?.max ?? Infinity, MEDIA_RULES.video.maxBytes)
  const maxBitrate = Math.floor(Math.min(MAX_BITRATE, ((maxBytes * 8) / durationSeconds) * MARGIN - SOUND_BITRATE))
  const frameRate = findFrameRate(medium, rules)
  const pixels = shape.width * shape.height * (frameRate ?? facts.frame_rate ?? 30) * durationSeconds
  if (picture.length > 0 && (pixels > MAX_ENCODED_PIXELS || maxBitrate < MIN_BITRATE)) return undefined
  const outline = shape.canvas ?? shape
  const video = {
    ...shape,
    ...(frameRate !== undefined && { frameRate }),
    maxBitrate,
    toneMap: facts.color?.hdr === true,
  }
  const result = {
    ...medium,
    mimeType: 'video/mp4',
    size: Math.min(medium.size, maxBytes),
    ...(picture.length > 0 && { width: outline.width, height: outline.height }),
    facts: {
      ...facts,
      ...(picture.length > 0 && { ...ENCODED, frame_rate: frameRate ?? facts.frame_rate }),
      ...(sound.length > 0 && SOUND),
      index_first: true,
      has_edit_list: false,
      has_place: false,
    },
  } as const
  const recipe = {
    kind: 'video',
    video: picture.length > 0 ? video : 'copy',
    sound: !facts.has_audio ? 'none' : sound.length > 0 ? 'encode' : 'copy',
    maxBytes: picture.length > 0 ? maxBytes : MEDIA_RULES.video.maxBytes,
  } as const
  return { recipe, changes, result }
}

const ENCODED = {
  video_codec: 'h264',
  square_pixels: true,
  color: { primaries: 'bt709', transfer: 'bt709', bit_depth: 8, chroma_subsampling: '4:2:0', hdr: false },
} as const

const SOUND = { audio_codec: 'aac', audio_sample_rate: 48_000, audio_channels: 2 } as const

/** A side that is made even is nothing that anyone sees, and no reason to encode. */
function sayReshaped(medium: MediumToPost, shape: ReturnType<typeof planShape>): RenditionChange[] {
  const isScaled = Math.abs(shape.width - medium.width) > 1 || Math.abs(shape.height - medium.height) > 1
  return shape.canvas || shape.crop || isScaled ? sayReshaping(medium, shape) : []
}
