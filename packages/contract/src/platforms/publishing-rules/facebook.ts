import { CAPTION_RULES } from '../limits.ts'
import type { FileRules, PublishingRules } from './types.ts'
import { gibibytes, mebibytes, minutes } from './units.ts'

const FEED = { source: 'https://developers.facebook.com/docs/graph-api/reference/page/feed', checked: '2026-11' }
const PHOTOS = { source: 'https://developers.facebook.com/docs/graph-api/reference/page/photos', checked: '2026-11' }
const VIDEOS = { source: 'https://developers.facebook.com/docs/graph-api/reference/page/videos', checked: '2026-11' }
const REELS = { source: 'https://developers.facebook.com/docs/video-api/guides/reels-publishing', checked: '2026-11' }
const STORIES = { source: 'https://developers.facebook.com/docs/page-stories-api', checked: '2026-11' }

const { text } = CAPTION_RULES.facebook
const PICTURE = {
  formats: { allowed: ['image/jpeg', 'image/png'], ...PHOTOS },
  size: { max: mebibytes(4), ...PHOTOS },
} as const
const MOVIES = ['video/mp4', 'video/quicktime'] as const

/** What a reel and a story are filmed like. */
const UPRIGHT_VIDEO = {
  formats: { allowed: MOVIES, ...REELS },
  count: { min: 1, max: 1, ...REELS },
  width: { min: 540, ...REELS },
  height: { min: 960, ...REELS },
  // 9:16, give or take what an even number of pixels needs.
  ratio: { min: 0.55, max: 0.575, said: '9:16', ...REELS },
  encoding: {
    videoCodecs: { allowed: ['h264', 'hevc', 'vp9', 'av1'], ...REELS },
    audioCodecs: { allowed: ['aac'], ...REELS },
    frameRate: { min: 24, max: 60, ...REELS },
    chroma: { allowed: ['4:2:0'], ...REELS },
  },
} as const satisfies FileRules

const firstComment = { max: 8000, unit: 'utf16', tolerated: true, source: 'third parties', checked: '2026-11' } as const

export const facebookPost = {
  text,
  linkPreview: FEED,
  firstComment,
  needs: 'text or media',
  images: {
    ...PICTURE,
    count: { max: 10, tolerated: true, source: 'third parties', checked: '2026-11' },
    // Its page names no longest one: as long as any platform takes.
    altText: { max: 4086, tolerated: true, ...PHOTOS },
  },
  videos: {
    formats: { allowed: MOVIES, ...VIDEOS },
    count: { max: 1, ...VIDEOS },
    size: { max: gibibytes(10), ...VIDEOS },
    seconds: { max: minutes(240), ...VIDEOS },
    // Its page names containers, and no codecs.
    encoding: {},
  },
} as const satisfies PublishingRules

export const facebookReel = {
  text,
  firstComment,
  perDay: { max: 30, ...REELS },
  needs: 'media',
  videos: { ...UPRIGHT_VIDEO, seconds: { min: 3, max: 90, ...REELS } },
} as const satisfies PublishingRules

export const facebookStory = {
  needs: 'media',
  images: { ...PICTURE, count: { min: 1, max: 1, ...STORIES } },
  videos: { ...UPRIGHT_VIDEO, seconds: { min: 3, max: 60, ...STORIES } },
} as const satisfies PublishingRules
