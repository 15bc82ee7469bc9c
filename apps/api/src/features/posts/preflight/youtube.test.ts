import { expect, it } from 'vitest'
import type { PlacedMedium } from '../placed-medium.ts'
import { checkLimits } from './check-limits.ts'
import { preflightItem } from './preflight-items.ts'

const PICTURE: PlacedMedium = {
  id: '0199a1b2-0000-7000-8000-000000000001',
  isThere: true,
  type: 'image',
  mimeType: 'image/jpeg',
  size: 1000,
  width: 1280,
  height: 720,
  durationSeconds: undefined,
  facts: { color: { bit_depth: 8, hdr: false } },
}
const VIDEO: PlacedMedium = {
  ...PICTURE,
  type: 'video',
  mimeType: 'video/mp4',
  durationSeconds: 30,
  facts: {
    video_codec: 'h264',
    audio_codec: 'aac',
    color: { bit_depth: 8, chroma_subsampling: '4:2:0', hdr: false },
  },
}

const ITEM = {
  postType: 'youtube-video',
  platform: 'youtube',
  content: 'Text',
  title: 'Title',
  options: { privacy_status: 'public', made_for_kids: false },
  media: [VIDEO],
  thread: [],
  fit: 'auto',
  onLimit: 'wait',
  connectionId: null,
  scheduledAt: null,
} as const
const TIME = '2027-06-01T10:00:00Z'
const withCover = (cover: Partial<PlacedMedium>) => ({
  media: [{ ...VIDEO, cover: { picture: { ...PICTURE, ...cover } } }],
})

it.each([
  ['nothing of its own', {}, []],
  ['a later time and a private video', { options: { publish_at: TIME, privacy_status: 'private' } }, []],
  [
    'a later time and a public video',
    { options: { publish_at: TIME, privacy_status: 'public' } },
    [
      'error publish_at: YouTube makes only a private video public later. Set options.privacy_status to private, or leave publish_at out.',
    ],
  ],
  [
    'a comment below a private video',
    { options: { privacy_status: 'private' }, firstComment: 'First!' },
    ['warning first_comment: YouTube takes no comments with privacy_status private: this one is not posted.'],
  ],
  [
    'a comment below a video for kids',
    { options: { made_for_kids: true }, firstComment: 'First!' },
    ['warning first_comment: YouTube takes no comments with made_for_kids true: this one is not posted.'],
  ],
  ['a thumbnail', withCover({}), []],
  [
    'a thumbnail in another format',
    withCover({ mimeType: 'image/webp' }),
    ['warning cover: YouTube takes a cover as JPEG or PNG; this one is WebP. The video may be posted without it.'],
  ],
  [
    'a thumbnail that is too large',
    withCover({ size: 3 * 1024 * 1024 }),
    ['warning cover: YouTube takes a cover of at most 2 MB; this one has 3 MB. The video may be posted without it.'],
  ],
  ['a category', { options: { category_id: '28' } }, []],
  [
    'a category that YouTube does not have',
    { options: { category_id: '9999999999' } },
    [
      'error category: YouTube has no category 9999999999 for uploads. Set options.category_id to one of: 1, 2, 10, 15, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29.',
    ],
  ],
  [
    'a category that no upload can be in',
    { options: { category_id: '18' } },
    [expect.stringContaining('error category: YouTube has no category 18 for uploads.')],
  ],
  [
    'tags of 501 characters, with commas and quotes',
    { options: { tags: ['a b', 'c'.repeat(495)] } },
    [expect.stringContaining('error tags: YouTube takes tags of at most 500 characters together')],
  ],
])('a video with %s', (_, change, said) => {
  const { problems } = preflightItem({ ...ITEM, ...change } as Parameters<typeof preflightItem>[0], 0)
  expect(problems.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual(said)
})

it('what is left of the quotas of the app is compared with what the item needs of each', () => {
  const left = (name: string, units: number) =>
    ({ name, used: 100 - units, total: 100, resets_at: TIME, scope: 'app', source: 'counted' }) as const
  const item = { ...ITEM, ...withCover({}), options: { ...ITEM.options, playlist_id: 'PL1' }, firstComment: 'First!' }
  const say = (...limits: readonly ReturnType<typeof left>[]) => checkLimits(item, limits).map(({ message }) => message)
  expect(checkLimits({ ...ITEM, firstComment: undefined }, [left('units_day', 0)])).toEqual([])
  expect(say(left('uploads_day', 1), left('units_day', 151))).toEqual([])
  expect(say(left('uploads_day', 0), left('units_day', 100))).toEqual([
    `The app of this server has 0 of 100 posts left until ${TIME}, and this needs 1. The item may have to wait.`,
    `The app of this server has 100 of 100 units left until ${TIME}, and this needs 151. The item may be posted without its cover, its playlist or its first comment.`,
  ])
})
