import { z } from 'zod'
import { givenId } from '../common/ids.ts'
import { postMediumInputSchema } from './media.ts'
import { POST_LIMITS } from './terms.ts'

const TOO_MANY = { error: `must have at most ${POST_LIMITS.mediaPerItem} items` }

/** The two forms of the media of an item, or of what follows in its thread. */
export const itemMediaShape = {
  media_ids: z
    .array(givenId('The `media_id` of a picture or video in this workspace.'))
    .max(POST_LIMITS.mediaPerItem, TOO_MANY)
    .optional()
    .meta({ description: 'The media to post, in this order. Preflight tells which media a platform accepts.' }),
  media: z.array(postMediumInputSchema).max(POST_LIMITS.mediaPerItem, TOO_MANY).optional().meta({
    description:
      'The same with what is said about each: its alt text, focus and cover. Instead of `media_ids`; if both are given, they must name the same files in the same order.',
  }),
} as const

interface ItemMedia {
  readonly media_ids?: readonly string[] | undefined
  readonly media?: readonly { readonly media_id: string }[] | undefined
}

/** Refuses two lists that do not name the same files in the same order. */
export function refuseDisagreement({ media_ids, media }: ItemMedia, { addIssue }: z.core.$RefinementCtx): void {
  const issue = findDisagreement(media_ids, media)
  if (issue) addIssue({ code: 'custom', ...issue })
}

function findDisagreement(
  ids: ItemMedia['media_ids'],
  media: ItemMedia['media'],
): { path: (string | number)[]; message: string } | undefined {
  if (!ids || !media) return undefined
  if (ids.length !== media.length) {
    const message = `must name the same files as media_ids: it has ${media.length}, and media_ids has ${ids.length}`
    return { path: ['media'], message }
  }
  const index = media.findIndex(({ media_id }, place) => media_id.toLowerCase() !== ids[place]?.toLowerCase())
  if (index === -1) return undefined
  return { path: ['media', index, 'media_id'], message: `must be the same as media_ids[${index}]` }
}
