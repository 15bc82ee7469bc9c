import type { Fit, PostType } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import type { MediumToPost } from '../post-media.repository.ts'
import { planRendition } from './plan-rendition.ts'
import { keyOfRecipe } from './recipe.ts'

const PICTURE: MediumToPost = {
  id: '0199a1b2-0000-7000-8000-000000000001',
  isThere: true,
  type: 'image',
  mimeType: 'image/jpeg',
  size: 300_000,
  width: 1080,
  height: 1350,
  durationSeconds: undefined,
  facts: { color: { bit_depth: 8, hdr: false }, upright: true, srgb: true, has_alpha: false, has_place: false },
}

const VIDEO: MediumToPost = {
  ...PICTURE,
  type: 'video',
  mimeType: 'video/mp4',
  size: 10_000_000,
  width: 1080,
  height: 1920,
  durationSeconds: 30,
  facts: {
    video_codec: 'h264',
    frame_rate: 30,
    has_audio: true,
    audio_codec: 'aac',
    audio_sample_rate: 48_000,
    audio_channels: 2,
    color: { bit_depth: 8, chroma_subsampling: '4:2:0', hdr: false },
    square_pixels: true,
    index_first: true,
    has_edit_list: false,
  },
}

const changesOf = (medium: MediumToPost, postType: PostType, fit: Fit = 'auto') =>
  planRendition(medium, { postType, fit })?.changes.map(({ change }) => change) ?? []

const picture = (fields: Partial<MediumToPost>, facts: MediumToPost['facts'] = {}): MediumToPost => {
  return { ...PICTURE, ...fields, facts: { ...PICTURE.facts, ...facts } }
}
const video = (fields: Partial<MediumToPost>, facts: MediumToPost['facts'] = {}): MediumToPost => {
  return { ...VIDEO, ...fields, facts: { ...VIDEO.facts, ...facts } }
}

describe('what fits', () => {
  it('stays as it is, and so does everything where nothing may be changed', () => {
    expect(planRendition(PICTURE, { postType: 'instagram-feed', fit: 'auto' })).toBeUndefined()
    expect(planRendition(VIDEO, { postType: 'instagram-reel', fit: 'pad' })).toBeUndefined()
    expect(changesOf(picture({ mimeType: 'image/png' }), 'instagram-feed', 'none')).toEqual([])
    expect(changesOf({ ...picture({ mimeType: 'image/png' }), isThere: false }, 'instagram-feed')).toEqual([])
  })

  it('is nothing that nobody knows: a video from before its encoding was read', () => {
    expect(changesOf({ ...VIDEO, facts: undefined, mimeType: 'video/webm' }, 'instagram-reel')).toEqual([])
  })
})

describe('a picture', () => {
  it.each([
    ['a PNG', picture({ mimeType: 'image/png' }), ['format']],
    ['a PNG with an alpha', picture({ mimeType: 'image/png' }, { has_alpha: true }), ['format', 'transparency']],
    ['a CMYK', picture({}, { srgb: false }), ['color']],
    ['one of a phone', picture({}, { upright: false, has_place: true }), ['orientation', 'location']],
    ['one that says where it was taken', picture({}, { has_place: true }), ['location']],
    ['a large file', picture({ size: 9 * 1024 * 1024 }), ['file_size']],
  ])('is changed only as far as it must be: %s', (_, medium, changes) => {
    expect(changesOf(medium, 'instagram-feed')).toEqual(changes)
  })

  it('stays a PNG where PNG is taken', () => {
    expect(changesOf(picture({ mimeType: 'image/png' }, { has_alpha: true }), 'x-post')).toEqual([])
  })

  it('is one rendition for all platforms whose bounds it cannot reach', () => {
    const recipes = (['instagram-feed', 'tiktok-photos'] as const).map((postType) => {
      const plan = planRendition(picture({ mimeType: 'image/png', width: 900, height: 900 }), { postType, fit: 'auto' })
      return plan && keyOfRecipe(plan.recipe)
    })
    expect(new Set(recipes).size).toBe(1)
  })

  it('gets another shape only when that is asked for: the nearest that is taken', () => {
    const tall = picture({ width: 1080, height: 1920 })
    expect(changesOf(tall, 'instagram-feed')).toEqual([])
    const padded = planRendition(tall, { postType: 'instagram-feed', fit: 'pad' })
    expect(padded).toMatchObject({ changes: [{ change: 'padded' }], result: { width: 1536, height: 1920 } })
    const cropped = planRendition(tall, { postType: 'instagram-feed', fit: 'crop', focus: { x: 0.5, y: 0 } })
    expect(cropped).toMatchObject({
      recipe: { crop: { left: 0, top: 0, width: 1080, height: 1350 } },
      result: { width: 1080, height: 1350 },
    })
  })
})

describe('a video', () => {
  it.each<[string, MediumToPost, PostType, string[]]>([
    ['a MOV', video({ mimeType: 'video/quicktime' }), 'facebook-reel', ['container']],
    [
      'a VP9',
      video({ mimeType: 'video/webm' }, { video_codec: 'vp9', audio_codec: 'opus' }),
      'facebook-reel',
      ['container', 'video_codec', 'audio_codec'],
    ],
    [
      'a ProRes',
      video({ mimeType: 'video/quicktime' }, { video_codec: 'prores' }),
      'x-post',
      ['container', 'video_codec'],
    ],
    [
      'HDR',
      video(
        {},
        { video_codec: 'hevc', color: { bit_depth: 10, chroma_subsampling: '4:2:0', transfer: 'pq', hdr: true } },
      ),
      'instagram-reel',
      ['dynamic_range'],
    ],
    ['an index at the end', video({}, { index_first: false }), 'instagram-reel', ['file_layout']],
    ['ten frames a second', video({}, { frame_rate: 10 }), 'tiktok-video', ['frame_rate']],
    ['surround sound', video({}, { audio_channels: 6 }), 'instagram-reel', ['audio_channels']],
    ['4K', video({ width: 2160, height: 3840 }), 'instagram-reel', ['dimensions']],
  ])('is changed only as far as it must be: %s', (_, medium, postType, changes) => {
    expect(changesOf(medium, postType)).toEqual(changes)
  })

  it('that is too long to be encoded here is left as it is', () => {
    const long = video({ durationSeconds: 3600, width: 1920, height: 1080 }, { video_codec: 'vp9' })
    expect(changesOf(long, 'x-post')).toEqual([])
  })

  it('is copied where only its container is not taken', () => {
    const plan = planRendition(video({ mimeType: 'video/quicktime' }), { postType: 'facebook-reel', fit: 'auto' })
    expect(plan?.recipe).toMatchObject({ kind: 'video', video: 'copy', sound: 'copy' })
  })
})
