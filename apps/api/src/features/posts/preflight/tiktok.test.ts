import type { PostOptions, PostType } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import type { MediumToPost } from '#features/media/index.ts'
import { checkMediaAddress } from './check-media-address.ts'
import type { ItemToCheck } from './finding.ts'
import { preflightItem } from './preflight-items.ts'

const CHOSEN = { privacy_level: 'PUBLIC_TO_EVERYONE', allow_comment: true } as const
const CHOSEN_FOR_VIDEO = { ...CHOSEN, allow_duet: false, allow_stitch: false } as const

const PHOTO = {
  id: '0199a1b2-0000-7000-8000-000000000001',
  isThere: true,
  type: 'image',
  mimeType: 'image/jpeg',
  size: 100_000,
  width: 1080,
  height: 1350,
  facts: { multi_picture: false },
} as MediumToPost
const VIDEO = {
  ...PHOTO,
  type: 'video',
  mimeType: 'video/mp4',
  width: 1080,
  height: 1920,
  durationSeconds: 30,
  facts: { video_codec: 'h264', frame_rate: 30, color: { bit_depth: 8, chroma_subsampling: '4:2:0', hdr: false } },
} as MediumToPost

type Said = readonly [severity: string, rule: string, path: string]

function check(postType: PostType, options: PostOptions, more: Partial<ItemToCheck> = {}): Said[] {
  const media = postType === 'tiktok-video' ? [VIDEO] : [PHOTO, PHOTO]
  const item: ItemToCheck = { postType, content: 'Hello', title: undefined, options, media, fit: 'none', ...more }
  return preflightItem(item, 0).problems.map(({ severity, rule, path }) => [severity, rule, path])
}

const missing = (...names: readonly string[]) => names.map((name) => ['error', name, `items[0].options.${name}`])

describe('preflight of TikTok', () => {
  it('lets through what a person chose, and names each choice that is missing', () => {
    expect(check('tiktok-video', CHOSEN_FOR_VIDEO)).toEqual([])
    expect(check('tiktok-photos', CHOSEN)).toEqual([])
    expect(check('tiktok-video', {})).toEqual(missing('privacy_level', 'allow_comment', 'allow_duet', 'allow_stitch'))
    expect(check('tiktok-photos', {})).toEqual(missing('privacy_level', 'allow_comment'))
  })

  it('needs no choice for the inbox, and says what does not come into it', () => {
    expect(check('tiktok-photos', { mode: 'inbox' })).toEqual([])
    const media = [{ ...VIDEO, cover: { seconds: 1 } }]
    expect(check('tiktok-video', { mode: 'inbox', ...CHOSEN, ai_generated: true }, { media })).toEqual([
      ['warning', 'inbox', 'items[0].options.privacy_level'],
      ['warning', 'inbox', 'items[0].options.allow_comment'],
      ['warning', 'inbox', 'items[0].options.ai_generated'],
      ['warning', 'inbox', 'items[0].content'],
      ['warning', 'inbox', 'items[0].media[0].cover'],
    ])
  })

  it('refuses what the settings of the creator do not allow, but not what goes into the inbox', () => {
    const options = [
      { name: 'privacy_level', allowed: ['SELF_ONLY'] },
      { name: 'allow_comment', allowed: [false] },
    ]
    const capabilities = { options, video_seconds: 20 }
    expect(check('tiktok-video', CHOSEN_FOR_VIDEO, { capabilities })).toEqual([
      ['error', 'duration', 'items[0].media_ids[0]'],
      ['error', 'privacy_level', 'items[0].options.privacy_level'],
      ['error', 'allow_comment', 'items[0].options.allow_comment'],
    ])
    const inbox = check('tiktok-photos', { mode: 'inbox', ...CHOSEN }, { capabilities })
    expect(inbox.filter(([severity]) => severity === 'error')).toEqual([])
  })

  it('refuses branded content that nobody sees', () => {
    const options = { ...CHOSEN_FOR_VIDEO, brand_content_toggle: true }
    expect(check('tiktok-video', options)).toEqual([])
    expect(check('tiktok-video', { ...options, privacy_level: 'SELF_ONLY' })).toEqual([
      ['error', 'brand_content', 'items[0].options.privacy_level'],
    ])
  })

  it('warns of the AI label on photos, which TikTok has not, and refuses a cover that is not there', () => {
    expect(check('tiktok-photos', { ...CHOSEN, ai_generated: true })).toEqual([
      ['warning', 'option', 'items[0].options.ai_generated'],
    ])
    expect(check('tiktok-photos', { ...CHOSEN, photo_cover_index: 1 })).toEqual([])
    expect(check('tiktok-photos', { ...CHOSEN, photo_cover_index: 2 })).toEqual([
      ['error', 'photo_cover_index', 'items[0].options.photo_cover_index'],
    ])
  })

  it.each([
    ['tiktok-photos', 'http://localhost:3000', 'error', 'media_address'],
    ['tiktok-photos', 'https://192.168.1.20', 'error', 'media_address'],
    ['tiktok-photos', 'https://media.example.com', 'warning', 'media_ownership'],
    ['tiktok-video', 'http://localhost:3000', undefined, undefined],
  ] as const)('says of %s at %s where TikTok fetches from: %s', (postType, url, severity, rule) => {
    const media = [postType === 'tiktok-video' ? VIDEO : PHOTO]
    const [problem, ...more] = checkMediaAddress({ postType, media }, 'tiktok', { url: () => url, isLocalWork: false })
    expect(more).toEqual([])
    expect([problem?.severity, problem?.rule]).toEqual([severity, rule])
    if (problem) expect(problem.message).toContain(url)
  })
})
