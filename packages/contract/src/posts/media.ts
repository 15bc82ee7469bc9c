import { z } from 'zod'
import { allOf, noneOf, refusing } from '../common/field-rules.ts'
import { givenId } from '../common/ids.ts'
import { boundedText } from '../common/text.ts'
import { mediumFocusInputSchema, mediumFocusSchema } from '../media/focus.ts'
import { POST_LIMITS } from './terms.ts'

const momentSchema = z
  .number({ error: 'must be a number of seconds' })
  .min(0, { error: 'must be at least 0' })
  .max(POST_LIMITS.coverSeconds, { error: `must be at most ${POST_LIMITS.coverSeconds}` })

export const mediumCoverInputSchema = z
  .object({
    at_seconds: momentSchema.optional().meta({ description: 'The moment of the video that is shown, in seconds.' }),
    media_id: givenId('A picture of this workspace that is shown instead.').optional(),
  })
  .refine(({ at_seconds, media_id }) => (at_seconds === undefined) !== (media_id === undefined), {
    error: 'must have either at_seconds or media_id',
  })
  .meta({
    id: 'MediumCoverInput',
    description: 'What people see of a video before it plays: either a moment of it, or a picture.',
    ...refusing(noneOf('at_seconds', 'media_id'), allOf('at_seconds', 'media_id')),
  })

/** As the server answers it. */
export const mediumCoverSchema = z
  .object({
    at_seconds: z.number().optional().meta({ description: 'The moment of the video that is shown, in seconds.' }),
    media_id: z.string().optional().meta({ description: 'The picture that is shown instead.' }),
  })
  .meta({ id: 'MediumCover', description: 'What people see of a video before it plays.' })

const ALT_TEXT = 'A description for people who cannot see it. Preflight tells where a platform takes none.'

export const postMediumInputSchema = z
  .object({
    media_id: givenId('The `media_id` of a picture or video in this workspace.'),
    alt_text: boundedText({ max: POST_LIMITS.altText }).optional().meta({ description: ALT_TEXT }),
    focus: mediumFocusInputSchema.optional(),
    cover: mediumCoverInputSchema.optional(),
  })
  .meta({ id: 'PostMediumInput', description: 'A picture or video of an item, with what is said about it.' })

export const postMediumSchema = z
  .object({
    media_id: z.string().meta({ description: 'The picture or video.' }),
    alt_text: z.string().optional().meta({ description: 'A description for people who cannot see it.' }),
    focus: mediumFocusSchema.optional(),
    cover: mediumCoverSchema.optional(),
  })
  .meta({ id: 'PostMedium', description: 'A picture or video of an item, with what is said about it.' })

export type PostMedium = z.output<typeof postMediumSchema>
export type PostMediumInput = z.output<typeof postMediumInputSchema>
