import type { Bounds, FileRules, FileRulesInfo, Listed, PostType, PostTypeRules, Source } from '@powerpost/contract'
import { PLATFORM_OF_POST_TYPE, PLATFORM_OPTIONS, PUBLISHING_RULES } from '@powerpost/contract'
import { z } from 'zod'

/** What a post type accepts, as the API shows it. Made once for each: it is the same as long as the process. */
export function describePostType(postType: PostType): PostTypeRules {
  const known = described.get(postType)
  if (known) return known
  const rules = create(postType)
  described.set(postType, rules)
  return rules
}

const described = new Map<PostType, PostTypeRules>()

function create(postType: PostType): PostTypeRules {
  const platform = PLATFORM_OF_POST_TYPE[postType]
  const { text, title, firstComment, hashtags, perDay, needs, images, videos, documents, mixed, requiredOptions } =
    PUBLISHING_RULES[postType]
  return {
    post_type: postType,
    platform,
    ...(text && { text: toText(text) }),
    ...(title && { title: toText(title) }),
    title_required: title?.required ?? false,
    ...(firstComment && { first_comment: toText(firstComment) }),
    ...(hashtags && { hashtags: toBounds(hashtags) }),
    ...(perDay && { per_day: toBounds(perDay) }),
    needs,
    ...(images && { images: toFiles(images) }),
    ...(videos && { videos: toFiles(videos) }),
    ...(documents && { documents: toFiles(documents) }),
    ...(mixed && { mixed: toBounds(mixed) }),
    ...(requiredOptions && {
      required_option: requiredOptions.names[0],
      required_options: [...requiredOptions.names],
    }),
    options_schema: z.toJSONSchema(PLATFORM_OPTIONS[platform], { io: 'input' }),
  }
}

type TextRule = NonNullable<PostTypeRules['text']>

function toText({ max, unit, source, checked }: TextRule): TextRule {
  return { max, unit, source, checked }
}

function toSource({ source, checked }: Source): Source {
  return { source, checked }
}

function toBounds({ min, max, tolerated = false, source, checked }: Bounds) {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }), tolerated, source, checked }
}

function toListed({ allowed, tolerated = false, source, checked }: Listed) {
  return { allowed: [...allowed], tolerated, source, checked }
}

function toFiles(rules: FileRules): FileRulesInfo {
  const { formats, count, size, width, height, ratio, bestRatio, seconds, pages, altText, cover, encoding } = rules
  return {
    formats: { allowed: [...formats.allowed], ...toSource(formats) },
    count: toBounds(count),
    ...(size && { bytes: toBounds(size) }),
    ...(width && { width: toBounds(width) }),
    ...(height && { height: toBounds(height) }),
    ...(ratio && { ratio: toBounds(ratio) }),
    ...(bestRatio && { best_ratio: toBounds(bestRatio) }),
    ...(seconds && { seconds: toBounds(seconds) }),
    ...(pages && { pages: toBounds(pages) }),
    ...(altText && { alt_text: toBounds(altText) }),
    ...(cover && { cover: [...cover.kinds] }),
    ...(encoding && { encoding: toEncoding(encoding) }),
  }
}

function toEncoding(rules: NonNullable<FileRules['encoding']>): NonNullable<FileRulesInfo['encoding']> {
  const { videoCodecs, audioCodecs, frameRate, sampleRate, audioChannels, chroma } = rules
  const { squarePixels, plainLayout, hdr, singlePicture } = rules
  return {
    ...(videoCodecs && { video_codecs: toListed(videoCodecs) }),
    ...(audioCodecs && { audio_codecs: toListed(audioCodecs) }),
    ...(frameRate && { frame_rate: toBounds(frameRate) }),
    ...(sampleRate && { sample_rate: toBounds(sampleRate) }),
    ...(audioChannels && { audio_channels: toBounds(audioChannels) }),
    ...(chroma && { chroma: toListed(chroma) }),
    ...(squarePixels && { square_pixels: toSource(squarePixels) }),
    ...(plainLayout && { plain_layout: toSource(plainLayout) }),
    ...(hdr && { hdr: toSource(hdr) }),
    ...(singlePicture && { single_picture: toSource(singlePicture) }),
  }
}
