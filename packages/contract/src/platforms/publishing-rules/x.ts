import { CAPTION_RULES } from '../limits.ts'
import type { PublishingRules } from './types.ts'
import { mebibytes } from './units.ts'

const MEDIA = { source: 'https://docs.x.com/x-api/media/quickstart/best-practices', checked: '2026-11' } as const

const ALT_TEXT = {
  max: 1000,
  source: 'https://docs.x.com/x-api/media/create-media-metadata',
  checked: '2026-11',
} as const

const CREATE = { source: 'https://docs.x.com/x-api/posts/create-post', checked: '2026-11' } as const
const PRICES = { source: 'https://docs.x.com/x-api/getting-started/pricing', checked: '2026-11' } as const

export const xPost = {
  text: CAPTION_RULES.x.text,
  // A reply to the post.
  firstComment: CAPTION_RULES.x.text,
  thread: CREATE,
  charges: { post: 0.015, postWithLink: 0.2, ...PRICES },
  needs: 'text or media',
  images: {
    formats: { allowed: ['image/jpeg', 'image/png', 'image/webp'], ...MEDIA },
    count: { max: 4, ...MEDIA },
    size: { max: mebibytes(5), ...MEDIA },
    altText: ALT_TEXT,
  },
  videos: {
    formats: { allowed: ['video/mp4', 'video/quicktime'], ...MEDIA },
    count: { max: 1, ...MEDIA },
    size: { max: mebibytes(512), ...MEDIA },
    ratio: { min: 1 / 3, max: 3, ...MEDIA },
    seconds: { min: 0.5, max: 140, ...MEDIA },
    encoding: {
      // What it recommends; it does not say that it refuses others.
      videoCodecs: { allowed: ['h264'], tolerated: true, ...MEDIA },
      audioCodecs: { allowed: ['aac'], ...MEDIA },
      frameRate: { max: 60, ...MEDIA },
      audioChannels: { max: 2, ...MEDIA },
      squarePixels: MEDIA,
    },
  },
} as const satisfies PublishingRules
