import { z } from 'zod'
import { boundedText } from '../common/text.ts'

/** Bounds of the options of YouTube. */
const YOUTUBE_OPTION_LIMITS = {
  /** All of them together, as YouTube counts: https://developers.google.com/youtube/data/reference/rest/v3/videos (November 2026) */
  tags: 500,
  /** More than 500 characters have. */
  tagCount: 250,
  /** No page names a figure: more than any id has. */
  id: 100,
} as const

/** What YouTube takes, each with the name of its API in our spelling: all of them optional. */
export const youtubeOptions = {
  privacy_status: z.enum(['public', 'unlisted', 'private']).optional().meta({
    description:
      'YouTube: who can see it. When it is left out, it is set as the item is stored, and shown: to `public`, or to `private` with `publish_at`. @default public',
  }),
  made_for_kids: z.boolean().optional().meta({
    description:
      'YouTube: whether it is made for kids, which is a statement by law in some countries. When it is left out, it is set as the item is stored, and shown. @default false',
  }),
  tags: z
    .array(boundedText({ min: 1, max: YOUTUBE_OPTION_LIMITS.tags }))
    .max(YOUTUBE_OPTION_LIMITS.tagCount, { error: `must have at most ${YOUTUBE_OPTION_LIMITS.tagCount} items` })
    .optional()
    .meta({ description: 'YouTube: keywords, at most 500 characters together.' }),
  category_id: z
    .string()
    .regex(/^\d{1,10}$/, { error: 'must be the id of a category of YouTube, e.g. 22' })
    .optional()
    .meta({
      description:
        'YouTube: the id of its category, e.g. `22` for People & Blogs. `GET /connections/{id}/choices/categories` lists them. Default: what YouTube chooses.',
    }),
  playlist_id: z
    .string()
    .regex(/^[\w-]+$/, { error: 'must be the id of a playlist of YouTube' })
    .max(YOUTUBE_OPTION_LIMITS.id, { error: `must have at most ${YOUTUBE_OPTION_LIMITS.id} characters` })
    .optional()
    .meta({
      description:
        'YouTube: a playlist of the channel that it is added to once it is there. `GET /connections/{id}/choices/playlists` lists them.',
    }),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'must be a language tag of BCP 47, e.g. en or pt-BR' })
    .optional()
    .meta({
      description:
        'YouTube: the language of its title, its description and its sound, as a tag of BCP 47, e.g. `en`. Default: none is said.',
    }),
  notify_subscribers: z
    .boolean()
    .optional()
    .meta({ description: 'YouTube: whether subscribers are notified of a public video. @default true' }),
  license: z.enum(['youtube', 'creativeCommon']).optional().meta({
    description:
      'YouTube: the license it is under: the standard one of YouTube, or Creative Commons Attribution. @default youtube',
  }),
  embeddable: z
    .boolean()
    .optional()
    .meta({ description: 'YouTube: whether it can be embedded in other sites. @default true' }),
  publish_at: z.iso
    .datetime({ offset: true, error: 'must be a time as 2026-11-22T18:00:00Z' })
    .optional()
    .meta({
      description:
        'YouTube: when YouTube itself makes it public. It is uploaded when the item is published, and private until then: it needs `privacy_status` private. Most items do not need it: `scheduled_at` publishes them later.',
      examples: ['2026-12-24T18:00:00Z'],
    }),
} as const
