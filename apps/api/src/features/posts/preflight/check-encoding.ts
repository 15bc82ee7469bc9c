import type { MediumToPost } from '#features/media/index.ts'
import type { EncodingRules, Listed, PostType } from '@powerpost/contract'
import type { Finding } from './finding.ts'
import { sayCodec, sayCodecs, SUBJECTS } from './words.ts'

type EncodingFinding = Omit<Finding, 'field'>

interface EncodingOptions {
  readonly postType: PostType
  readonly rules: EncodingRules
}

/** Codecs that every platform plays: what else is said of them is not known is no reason to warn. */
const USUAL_VIDEO_CODEC = 'h264'

/** What is wrong with how a file is encoded, and what of it is not known. */
export function checkEncoding(medium: MediumToPost, options: EncodingOptions): EncodingFinding[] {
  const { type, facts } = medium
  if (!facts || (type === 'video' && facts.video_codec === undefined)) return [unknownOf(options)]
  return type === 'video' ? checkVideo(facts, options) : checkImage(facts, options)
}

type Facts = NonNullable<MediumToPost['facts']>

function unknownOf({ postType }: EncodingOptions): EncodingFinding {
  const message = `${SUBJECTS[postType]} takes files in certain encodings, and the encoding of this one is not known. Upload it again to have it checked.`
  return { severity: 'warning', rule: 'encoding', limit: 'known', actual: 'unknown', message }
}

function checkImage({ multi_picture }: Facts, { postType, rules }: EncodingOptions): EncodingFinding[] {
  if (!multi_picture || !rules.singlePicture) return []
  const message = `${SUBJECTS[postType]} takes JPEGs of one picture, and this one has more: a gain map of HDR, or another view. If it is refused, save it as an ordinary JPEG.`
  const { source } = rules.singlePicture
  return [{ severity: 'warning', rule: 'multi_picture', limit: 1, actual: 'several', message, source }]
}

function checkVideo(facts: Facts, options: EncodingOptions): EncodingFinding[] {
  const { rules, postType } = options
  const chroma = facts.color?.chroma_subsampling
  return [
    ...checkVideoCodec(facts.video_codec ?? '', options),
    ...checkListed(facts.audio_codec, { rule: 'audio_codec', listed: rules.audioCodecs, of: 'sound', postType }),
    ...checkListed(chroma, { rule: 'chroma_subsampling', listed: rules.chroma, of: 'colors', postType }),
    ...checkPixels(facts, options),
    ...checkLayout(facts, options),
    ...checkRange(facts, options),
  ]
}

function checkVideoCodec(codec: string, { rules, postType }: EncodingOptions): EncodingFinding[] {
  const rule = 'video_codec'
  if (rules.videoCodecs) return checkListed(codec, { rule, listed: rules.videoCodecs, of: 'video', postType })
  if (codec === USUAL_VIDEO_CODEC) return []
  const [limit, actual] = [sayCodec(USUAL_VIDEO_CODEC), sayCodec(codec)]
  const message = `${SUBJECTS[postType]} is not documented to take video in ${actual}. If it is refused, convert it to ${limit}.`
  return [{ severity: 'warning', rule, limit, actual, message }]
}

interface ListedOptions {
  readonly rule: string
  readonly listed: Listed | undefined
  /** What is encoded so. */
  readonly of: string
  readonly postType: PostType
}

function checkListed(value: string | undefined, { rule, listed, of, postType }: ListedOptions): EncodingFinding[] {
  if (value === undefined || !listed || listed.allowed.includes(value)) return []
  const [limit, actual] = [sayCodecs(listed.allowed), sayCodec(value)]
  const takes = listed.tolerated ? 'should have' : 'takes'
  const message = `${SUBJECTS[postType]} ${takes} ${of} in ${limit}; this one has ${actual}. Convert it, and upload the new file.`
  const { tolerated = false, source } = listed
  return [{ severity: tolerated ? 'warning' : 'error', rule, limit, actual, message, source }]
}

function checkPixels({ square_pixels }: Facts, { rules, postType }: EncodingOptions): EncodingFinding[] {
  if (!rules.squarePixels || square_pixels !== false) return []
  const message = `${SUBJECTS[postType]} takes video of square pixels, and this one has others. Convert it, and upload the new file.`
  return [
    {
      severity: 'error',
      rule: 'pixel_aspect_ratio',
      limit: '1:1',
      actual: 'other',
      message,
      source: rules.squarePixels.source,
    },
  ]
}

function checkLayout({ index_first, has_edit_list }: Facts, { rules, postType }: EncodingOptions): EncodingFinding[] {
  const odd = [index_first === false && 'its index at the end', has_edit_list === true && 'an edit list']
  const actual = odd.filter((one) => one !== false).join(' and ')
  if (!rules.plainLayout || actual === '') return []
  const limit = 'the index at the front and no edit list'
  const message = `${SUBJECTS[postType]} should have ${limit}; this one has ${actual}. If it is refused, export it for streaming (fast start).`
  return [{ severity: 'warning', rule: 'file_layout', limit, actual, message, source: rules.plainLayout.source }]
}

function checkRange({ color }: Facts, { rules, postType }: EncodingOptions): EncodingFinding[] {
  if (!color?.hdr || rules.hdr) return []
  const message = `${SUBJECTS[postType]} is not documented to show high dynamic range: colors may look pale. Export it in standard range (SDR).`
  return [{ severity: 'warning', rule: 'dynamic_range', limit: 'SDR', actual: 'HDR', message }]
}
