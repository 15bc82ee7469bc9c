import type { Bounds, FileRules, RenditionChange } from '@powerpost/contract'
import type { MediumToPost } from '../post-media.repository.ts'

/** Taken where a platform names no codecs. */
const USUAL_CODECS = ['h264', 'hevc'] as const
/** Those that an MP4 holds and players find in it. */
const CODECS_OF_MP4 = ['h264', 'hevc', 'av1', 'mpeg4']
const SOUND_OF_MP4 = ['aac', 'mp3']
/** 23.976 is what film calls 24. */
const RATE_SLACK = 0.002

const NAMES: Readonly<Record<string, string>> = { hevc: 'H.265', vp8: 'VP8', vp9: 'VP9', av1: 'AV1', prores: 'ProRes' }
const CONTAINERS: Readonly<Record<string, string>> = { 'video/quicktime': 'MOV', 'video/webm': 'WebM' }

type Found = readonly (RenditionChange | false | undefined)[]

function only(found: Found): RenditionChange[] {
  return found.filter((change): change is RenditionChange => change !== false && change !== undefined)
}

/** What of the picture has to be encoded again. */
export function findEncodingChanges({ mimeType, facts = {}, size }: MediumToPost, rules: FileRules): RenditionChange[] {
  const { encoding = {} } = rules
  const { video_codec: codec = '', color, frame_rate: rate } = facts
  const codecs: readonly string[] = encoding.videoCodecs?.allowed ?? USUAL_CODECS
  const chroma = color?.chroma_subsampling
  // What cannot be moved to an MP4 is encoded.
  const isTaken = codecs.includes(codec) && (rules.formats.allowed.includes(mimeType) || CODECS_OF_MP4.includes(codec))
  const wanted = findFrameRate({ facts }, rules)
  return only([
    !isTaken && { change: 'video_codec', message: `${NAMES[codec] ?? codec} is converted to H.264.` },
    color?.hdr === true &&
      !encoding.hdr && { change: 'dynamic_range', message: 'High dynamic range is converted to standard range.' },
    isTaken &&
      ((chroma !== undefined && encoding.chroma && !encoding.chroma.allowed.includes(chroma)) ||
        (codec === 'h264' && (color?.bit_depth ?? 8) > 8)) && {
        change: 'pixel_format',
        message: 'Its pixels are converted to 8 bits of 4:2:0, which every player shows.',
      },
    wanted !== undefined && {
      change: 'frame_rate',
      message: `${Math.round((rate ?? 0) * 100) / 100} frames a second become ${wanted}.`,
    },
    encoding.squarePixels !== undefined &&
      facts.square_pixels === false && { change: 'square_pixels', message: 'Its pixels are made square.' },
    size > (rules.size?.max ?? Infinity) && {
      change: 'file_size',
      message: 'It is compressed, so that the file is small enough.',
    },
  ])
}

/** The frame rate that it is to have; undefined: its own. */
export function findFrameRate({ facts }: Pick<MediumToPost, 'facts'>, { encoding }: FileRules): number | undefined {
  const bounds: Bounds | undefined = encoding?.frameRate
  const rate = facts?.frame_rate
  if (!bounds || rate === undefined) return undefined
  const { min = 0, max = Infinity } = bounds
  if (rate > max * (1 + RATE_SLACK)) return max
  return rate < min * (1 - RATE_SLACK) ? Math.min(Math.max(30, Math.ceil(min)), max) : undefined
}

/** What of the file around them is rewritten. */
export function findLayoutChanges(
  { mimeType, facts = {} }: MediumToPost,
  { formats, encoding }: FileRules,
  isEncoded: boolean,
): RenditionChange[] {
  const isMp4 = mimeType === 'video/mp4'
  const isTaken = formats.allowed.includes(mimeType)
  const fitsMp4 = isEncoded || CODECS_OF_MP4.includes(facts.video_codec ?? '')
  const isOdd = facts.index_first === false || facts.has_edit_list === true
  return only([
    !isMp4 &&
      fitsMp4 &&
      (mimeType === 'video/quicktime' || !isTaken || isEncoded) && {
        change: 'container',
        message: `${CONTAINERS[mimeType] ?? 'The file'} is rewritten as MP4.`,
      },
    isMp4 &&
      isOdd &&
      encoding?.plainLayout !== undefined && {
        change: 'file_layout',
        message: 'The index is moved to the front, and edit lists are removed.',
      },
    fitsMp4 &&
      facts.has_place === true && {
        change: 'location',
        message: 'The location where it was taken is removed.',
      },
  ])
}

/** What of the sound has to be encoded again. */
export function findSoundChanges(
  { facts = {} }: MediumToPost,
  rules: FileRules,
  isRewritten: boolean,
): RenditionChange[] {
  const { has_audio, audio_codec = '', audio_sample_rate: rate = 0, audio_channels: channels = 0 } = facts
  const { encoding = {} } = rules
  if (!has_audio) return []
  const isTaken = encoding.audioCodecs
    ? encoding.audioCodecs.allowed.includes(audio_codec)
    : !isRewritten || SOUND_OF_MP4.includes(audio_codec)
  return only([
    !isTaken && { change: 'audio_codec', message: 'The sound is converted to AAC.' },
    rate > (encoding.sampleRate?.max ?? Infinity) && {
      change: 'audio_sample_rate',
      message: 'The sound is converted to 48 kHz.',
    },
    channels > (encoding.audioChannels?.max ?? Infinity) && {
      change: 'audio_channels',
      message: 'The sound is mixed to stereo.',
    },
  ])
}
