import { CAPTION_RULES } from '../limits.ts'
import type { PublishingRules } from './types.ts'
import { mebibytes, minutes } from './units.ts'

const API = 'https://learn.microsoft.com/linkedin/marketing/community-management/shares'
const IMAGES = { source: `${API}/images-api`, checked: '2026-11' } as const
const SEVERAL = { source: `${API}/multiimage-post-api`, checked: '2026-11' } as const
const VIDEOS = { source: `${API}/videos-api`, checked: '2026-11' } as const

const POSTS = { source: `${API}/posts-api`, checked: '2026-11' } as const
const COMMENTS = { source: `${API}/comments-api`, checked: '2026-11' } as const

const DOCUMENTS = { source: `${API}/documents-api`, checked: '2026-11' } as const

const THIRD_PARTIES = { source: 'third parties', checked: '2026-11' } as const

export const linkedinPost = {
  text: CAPTION_RULES.linkedin.text,
  firstComment: { max: 1250, unit: 'utf16', tolerated: true, ...THIRD_PARTIES },
  exceptions: [
    {
      kind: 'profile',
      noFirstComment: true,
      message:
        'A LinkedIn post of a member takes no first comment from here: only organizations do. Leave first_comment out, or post as an organization.',
      ...COMMENTS,
    },
    {
      kind: 'organization',
      option: { name: 'visibility', allowed: ['PUBLIC'] },
      message: 'A LinkedIn post of an organization is public: it has no connections. Set options.visibility to PUBLIC.',
      ...POSTS,
    },
  ],
  article: { images: 1, ...POSTS },
  unusedOptions: { names: ['ai_generated'], ...POSTS },
  needs: 'text or media',
  images: {
    formats: { allowed: ['image/jpeg', 'image/png'], ...IMAGES },
    count: { max: 20, ...SEVERAL },
    altText: { max: 4086, ...IMAGES },
  },
  videos: {
    formats: { allowed: ['video/mp4'], ...VIDEOS },
    count: { max: 1, ...VIDEOS },
    size: { min: 75 * 1024, max: mebibytes(500), ...VIDEOS },
    seconds: { min: 3, max: minutes(30), tolerated: true, ...THIRD_PARTIES },
    encoding: {
      videoCodecs: { allowed: ['h264', 'vp8', 'vp9'], tolerated: true, ...THIRD_PARTIES },
      frameRate: { min: 10, max: 60, tolerated: true, ...THIRD_PARTIES },
    },
  },
  documents: {
    formats: { allowed: ['application/pdf'], ...DOCUMENTS },
    count: { max: 1, ...DOCUMENTS },
    size: { max: mebibytes(100), ...DOCUMENTS },
    pages: { max: 300, ...DOCUMENTS },
  },
} as const satisfies PublishingRules
