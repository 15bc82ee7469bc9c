import { CAPTION_RULES } from '../limits.ts'
import type { EncodingRules, FileRules, PublishingRules } from './types.ts'
import { mebibytes, minutes } from './units.ts'

const MEDIA = {
  source: 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media',
  checked: '2026-11',
} as const
const CAROUSEL = {
  source: 'https://developers.facebook.com/docs/instagram-platform/content-publishing',
  checked: '2026-11',
} as const

const UPLOAD = {
  source: 'https://developers.facebook.com/documentation/instagram-platform/content-publishing/resumable-uploads',
  checked: '2026-11',
} as const

/** Pictures are fetched always, videos with tokens of Instagram Login: uploads need those of Facebook Login. */
const FETCHED = CAROUSEL
const FETCHED_VIDEO = { unlessSignIn: 'facebook', ...UPLOAD } as const

const JPEG = { allowed: ['image/jpeg'], ...MEDIA } as const
const MOVIES = { allowed: ['video/mp4', 'video/quicktime'], ...MEDIA } as const
const PICTURE_SIZE = { max: mebibytes(8), ...MEDIA }
const UPRIGHT = { min: 0.55, max: 0.575, said: '9:16', tolerated: true, ...MEDIA }

const IMAGE_ENCODING = { singlePicture: MEDIA } as const satisfies EncodingRules

const ENCODING = {
  videoCodecs: { allowed: ['h264', 'hevc'], ...MEDIA },
  audioCodecs: { allowed: ['aac'], ...MEDIA },
  frameRate: { min: 23, max: 60, ...MEDIA },
  sampleRate: { max: 48_000, ...MEDIA },
  audioChannels: { max: 2, ...MEDIA },
  chroma: { allowed: ['4:2:0'], ...MEDIA },
  plainLayout: MEDIA,
} as const satisfies EncodingRules

const REEL = {
  formats: MOVIES,
  count: { min: 1, max: 1, ...MEDIA },
  size: { max: mebibytes(300), tolerated: true, source: 'third parties', checked: '2026-11' },
  width: { max: 1920, ...MEDIA },
  ratio: { min: 0.01, max: 10, ...MEDIA },
  seconds: { min: 3, max: minutes(15), ...MEDIA },
  encoding: ENCODING,
  fetched: FETCHED_VIDEO,
} as const satisfies FileRules

const { text } = CAPTION_RULES.instagram
const hashtags = { max: 30, ...MEDIA } as const

const firstComment = { max: 2200, unit: 'utf16', tolerated: true, source: 'third parties', checked: '2026-11' } as const

export const instagramFeed = {
  text,
  firstComment,
  hashtags,
  needs: 'media',
  images: {
    formats: JPEG,
    count: { min: 1, max: 10, ...CAROUSEL },
    size: PICTURE_SIZE,
    fetched: FETCHED,
    placedTags: MEDIA,
    // It makes narrower ones wider and wider ones narrower: those below only look bad.
    width: { min: 320, tolerated: true, ...MEDIA },
    // Its page still says 4:5; its app, and third parties, show 3:4 as it is.
    ratio: { min: 3 / 4, max: 1.91, ...MEDIA },
    bestRatio: { min: 4 / 5, tolerated: true, ...MEDIA },
    encoding: IMAGE_ENCODING,
    altText: { max: 1000, ...MEDIA },
  },
  videos: { ...REEL, count: { min: 1, max: 10, ...CAROUSEL } },
  mixed: { max: 10, ...CAROUSEL },
  unusedOptions: { names: ['share_to_feed', 'audio_name', 'trial_params'], ...MEDIA },
} as const satisfies PublishingRules

export const instagramReel = {
  text,
  firstComment,
  hashtags,
  needs: 'media',
  videos: { ...REEL, bestRatio: UPRIGHT, cover: { kinds: ['moment', 'picture'], ...MEDIA } },
  unusedOptions: { names: ['alt_text'], ...MEDIA },
} as const satisfies PublishingRules

export const instagramStory = {
  needs: 'media',
  unusedOptions: {
    names: ['share_to_feed', 'alt_text', 'collaborators', 'location_id', 'audio_name', 'trial_params'],
    ...MEDIA,
  },
  images: {
    formats: JPEG,
    count: { min: 1, max: 1, ...MEDIA },
    size: PICTURE_SIZE,
    fetched: FETCHED,
    bestRatio: UPRIGHT,
    encoding: IMAGE_ENCODING,
  },
  videos: {
    formats: MOVIES,
    count: { min: 1, max: 1, ...MEDIA },
    size: { max: mebibytes(100), ...MEDIA },
    width: { max: 1920, ...MEDIA },
    ratio: { min: 0.1, max: 10, ...MEDIA },
    bestRatio: UPRIGHT,
    seconds: { min: 3, max: 60, ...MEDIA },
    encoding: ENCODING,
    fetched: FETCHED_VIDEO,
  },
} as const satisfies PublishingRules
