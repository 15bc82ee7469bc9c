import { CAPTION_RULES } from '../limits.ts'
import type { PublishingRules } from './types.ts'
import { gibibytes, mebibytes, minutes } from './units.ts'

const TRANSFER = {
  source: 'https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide',
  checked: '2026-11',
} as const
const DIRECT_POST = {
  source: 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post',
  checked: '2026-11',
} as const
const PHOTO = {
  source: 'https://developers.tiktok.com/doc/content-posting-api-reference-photo-post',
  checked: '2026-11',
} as const
const GUIDELINES = {
  source: 'https://developers.tiktok.com/doc/content-sharing-guidelines',
  checked: '2026-11',
} as const

const INBOX = {
  source: 'https://developers.tiktok.com/doc/content-posting-api-reference-upload-video',
  checked: '2026-11',
} as const

/** What is chosen in the app when a post is finished there. */
const CHOSEN_LATER = ['privacy_level', 'allow_comment', 'brand_content_toggle', 'brand_organic_toggle'] as const

const SIDE = { min: 360, max: 4096, ...TRANSFER } as const

export const tiktokVideo = {
  text: CAPTION_RULES.tiktok.text,
  needs: 'media',
  videos: {
    formats: { allowed: ['video/mp4', 'video/quicktime', 'video/webm'], ...TRANSFER },
    count: { min: 1, max: 1, ...TRANSFER },
    size: { max: gibibytes(4), ...TRANSFER },
    width: SIDE,
    height: SIDE,
    // The creator's own maximum may be lower: TikTok says it of the account.
    seconds: { max: minutes(10), ...TRANSFER },
    encoding: {
      videoCodecs: { allowed: ['h264', 'hevc', 'vp8', 'vp9'], ...TRANSFER },
      frameRate: { min: 23, max: 60, ...TRANSFER },
    },
    cover: { kinds: ['moment'], ...DIRECT_POST },
  },
  requiredOptions: { names: ['privacy_level', 'allow_comment', 'allow_duet', 'allow_stitch'], ...GUIDELINES },
  unusedOptions: { names: ['photo_cover_index', 'auto_add_music'], ...DIRECT_POST },
  inbox: { takesText: false, unusedOptions: [...CHOSEN_LATER, 'allow_duet', 'allow_stitch', 'ai_generated'], ...INBOX },
} as const satisfies PublishingRules

export const tiktokPhotos = {
  text: { max: 4000, unit: 'utf16', ...PHOTO },
  title: { max: 90, unit: 'utf16', required: false, ...PHOTO },
  needs: 'media',
  images: {
    formats: { allowed: ['image/jpeg', 'image/webp'], ...TRANSFER },
    count: { min: 1, max: 35, ...PHOTO },
    size: { max: mebibytes(20), ...TRANSFER },
    fetched: { verified: true, ...TRANSFER },
  },
  requiredOptions: { names: ['privacy_level', 'allow_comment'], ...GUIDELINES },
  // Photos have no field for it in TikTok's reference.
  unusedOptions: { names: ['allow_duet', 'allow_stitch', 'ai_generated'], ...PHOTO },
  inbox: { takesText: true, unusedOptions: [...CHOSEN_LATER, 'auto_add_music'], ...PHOTO },
} as const satisfies PublishingRules
