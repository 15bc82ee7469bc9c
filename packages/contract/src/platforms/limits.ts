import type { Platform } from './post-types.ts'

/**
 * How a platform counts the length of a text.
 *
 * - `utf16`: UTF-16 code units, JavaScript's `string.length`. Platforms that say only "characters" are counted this
 *   way too: it never counts less than code points or graphemes do, so a text within it is within theirs.
 * - `utf8_bytes`: bytes of the UTF-8 encoding.
 * - `x_weighted`: X's weighting: a URL 23, an emoji 2, CJK 2, most other characters 1.
 */
export type LengthUnit = 'utf16' | 'utf8_bytes' | 'x_weighted'

/** A bound, with where it was read and when: a figure without a source cannot be checked again. */
export interface SourcedLimit {
  readonly max: number
  readonly source: string
  readonly checked: string
}

/** A bound of a text, in the platform's own way of counting. */
export interface TextLimit extends SourcedLimit {
  readonly unit: LengthUnit
}

/** What a platform accepts of a caption, and what reads well on it. */
export interface CaptionRules {
  /** The caption; on YouTube the description. */
  readonly text: TextLimit
  /** Present where a caption has a title of its own: YouTube. */
  readonly title?: TextLimit & { readonly readsWellWithin: number }
  /** `max` is what the platform takes; `best` is how many read well: at least and at most. */
  readonly hashtags: SourcedLimit & { readonly best: readonly [min: number, max: number] }
  /** The hook is what is seen before "more": it should be done within so many characters. */
  readonly hookWithin: number
  /** Characters the platform refuses in a caption or a title. */
  readonly forbidden?: readonly string[]
}

/** The caption rules of every platform: the one place their figures stand. */
export const CAPTION_RULES = {
  instagram: {
    text: {
      max: 2200,
      unit: 'utf16',
      source: 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media',
      checked: '2026-11',
    },
    hashtags: {
      max: 5,
      best: [3, 5],
      source: 'third parties: at most 5 since December 2025 (the API document still says 30)',
      checked: '2026-11',
    },
    hookWithin: 125,
  },
  tiktok: {
    text: {
      max: 2200,
      unit: 'utf16',
      source: 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post',
      checked: '2026-11',
    },
    hashtags: { max: 5, best: [3, 5], source: 'third parties', checked: '2026-11' },
    hookWithin: 100,
  },
  youtube: {
    text: {
      max: 5000,
      unit: 'utf8_bytes',
      source: 'https://developers.google.com/youtube/v3/docs/videos#snippet.description',
      checked: '2026-11',
    },
    title: {
      max: 100,
      readsWellWithin: 70,
      unit: 'utf16',
      source: 'https://developers.google.com/youtube/v3/docs/videos#snippet.title',
      checked: '2026-11',
    },
    hashtags: {
      max: 15,
      best: [2, 3],
      source: 'third parties; https://support.google.com/youtube/answer/6390658 (3 are shown, over 60 all are ignored)',
      checked: '2026-11',
    },
    hookWithin: 100,
    forbidden: ['<', '>'],
  },
  x: {
    text: {
      max: 280,
      unit: 'x_weighted',
      source: 'https://docs.x.com/resources/fundamentals/counting-characters',
      checked: '2026-11',
    },
    hashtags: { max: 2, best: [0, 2], source: 'no hard limit; 1-2 read best (third parties)', checked: '2026-11' },
    hookWithin: 280,
  },
  facebook: {
    text: { max: 63_206, unit: 'utf16', source: 'third parties', checked: '2026-11' },
    hashtags: {
      max: 30,
      best: [0, 2],
      source: 'no hard limit found; few read best (third parties)',
      checked: '2026-11',
    },
    hookWithin: 125,
  },
  linkedin: {
    text: {
      max: 3000,
      unit: 'utf16',
      source: 'https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api',
      checked: '2026-11',
    },
    hashtags: {
      max: 5,
      best: [2, 3],
      source: 'no hard limit found; 3-5 read best (third parties)',
      checked: '2026-11',
    },
    hookWithin: 200,
  },
} as const satisfies Record<Platform, CaptionRules>
