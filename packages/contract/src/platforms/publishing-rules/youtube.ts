import { CAPTION_RULES } from '../limits.ts'
import type { PublishingRules } from './types.ts'
import { gibibytes, hours, mebibytes, minutes } from './units.ts'

const INSERT = { source: 'https://developers.google.com/youtube/v3/docs/videos/insert', checked: '2026-11' } as const
const THUMBNAIL = {
  source: 'https://developers.google.com/youtube/v3/docs/thumbnails/set',
  checked: '2026-11',
} as const
const CODECS = { source: 'https://support.google.com/youtube/troubleshooter/2888402', checked: '2026-11' } as const
const HDR = { source: 'https://support.google.com/youtube/answer/7126552', checked: '2026-11' } as const
const TAGS = {
  source: 'https://developers.google.com/youtube/v3/docs/videos#snippet.tags[]',
  checked: '2026-11',
} as const
/** Those that are `assignable`, the same in nearly all regions. */
const CATEGORIES = {
  source: 'https://developers.google.com/youtube/data/reference/rest/v3/videoCategories/list',
  checked: '2026-12',
} as const
const HASHTAGS = { source: 'https://support.google.com/youtube/answer/6390658', checked: '2026-11' } as const
const LENGTH = { source: 'https://support.google.com/youtube/answer/71673', checked: '2026-11' } as const
// There is no call for Shorts: another video is taken, and shown as an ordinary one, which is not what was asked for.
const SHORTS = { source: 'https://support.google.com/youtube/answer/15424877', checked: '2026-11' } as const

const YOUTUBE_CODECS = [
  'h264',
  'hevc',
  'vp8',
  'vp9',
  'av1',
  'mpeg1video',
  'mpeg2video',
  'mpeg4',
  'prores',
  'dnxhd',
  'cfhd',
]

const COSTS = { source: 'https://developers.google.com/youtube/data/determine_quota_cost', checked: '2026-11' } as const
const PUBLISH_AT = {
  source: 'https://developers.google.com/youtube/data/reference/rest/v3/videos#status.publishAt',
  checked: '2026-11',
} as const
const PRIVACY = { source: 'https://support.google.com/youtube/answer/157177', checked: '2026-11' } as const
const KIDS = { source: 'https://support.google.com/youtube/answer/9527654', checked: '2026-11' } as const

const { text, title } = CAPTION_RULES.youtube

export const youtubeVideo = {
  text,
  title: { ...title, required: true, oneLine: true },
  firstComment: {
    max: 10_000,
    unit: 'utf16',
    tolerated: true,
    source: 'third parties',
    checked: '2026-11',
    offWith: [
      { option: 'privacy_status', value: 'private', ...PRIVACY },
      { option: 'made_for_kids', value: true, ...KIDS },
    ],
  },
  // YouTube takes more and then ignores all of them, those of the title included.
  hashtags: { max: 60, tolerated: true, ...HASHTAGS },
  needs: 'media',
  videos: {
    formats: { allowed: ['video/mp4', 'video/quicktime', 'video/webm'], ...INSERT },
    count: { min: 1, max: 1, ...INSERT },
    size: { max: gibibytes(256), ...INSERT },
    seconds: { max: hours(12), ...LENGTH },
    encoding: {
      videoCodecs: { allowed: YOUTUBE_CODECS, tolerated: true, ...CODECS },
      hdr: HDR,
    },
    // Its newest page says 50 MB, and the one before 2 MB.
    cover: { kinds: ['picture'], formats: ['image/jpeg', 'image/png'], maxBytes: mebibytes(2), ...THUMBNAIL },
  },
  publishAt: { privacyStatus: 'private', ...PUBLISH_AT },
  units: { quota: 'units_day', cover: 50, playlist: 51, firstComment: 50, ...COSTS },
  tags: { max: 500, ...TAGS },
  categories: {
    ids: ['1', '2', '10', '15', '17', '19', '20', '22', '23', '24', '25', '26', '27', '28', '29'],
    ...CATEGORIES,
  },
} as const satisfies PublishingRules

export const youtubeShort = {
  ...youtubeVideo,
  videos: {
    ...youtubeVideo.videos,
    ratio: { max: 1, ...SHORTS },
    seconds: { max: minutes(3), ...SHORTS },
  },
} as const satisfies PublishingRules
