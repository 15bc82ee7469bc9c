import type { CaptionDetails, CaptionDetailsByPlatform, Captions, Platform } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, measureText, PLATFORMS } from '@powerpost/contract'

/** Captions as their platforms count them. */
export function measureCaptions(captions: Captions): CaptionDetailsByPlatform {
  const measured = PLATFORMS.flatMap((platform) => {
    const caption = captions[platform]
    return caption === undefined ? [] : [[platform, measureCaption(platform, caption)] as const]
  })
  return Object.fromEntries(measured)
}

function measureCaption(platform: Platform, caption: NonNullable<Captions[Platform]>): CaptionDetails {
  const text = typeof caption === 'string' ? caption : caption.description
  const { max: limit, unit } = CAPTION_RULES[platform].text
  return { length: measureText(text, unit), limit, hashtags: findHashtags(text, platform).map(({ tag }) => tag) }
}
