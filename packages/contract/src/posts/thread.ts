import { z } from 'zod'
import { timestamp } from '../common/ids.ts'
import { boundedText } from '../common/text.ts'
import { itemMediaShape, refuseDisagreement } from './item-media.ts'
import { postMediumSchema } from './media.ts'
import { POST_LIMITS } from './terms.ts'

export const threadPartInputSchema = z
  .object({
    content: boundedText({ max: POST_LIMITS.content }).meta({ description: 'The text as it is posted.' }),
    ...itemMediaShape,
  })
  .superRefine(refuseDisagreement)
  .meta({ id: 'ThreadPartInput', description: 'What follows in the same thread, as a reply to what comes before it.' })

export const threadPartSchema = z
  .object({
    content: z.string().meta({ description: 'The text as it is posted.' }),
    media_ids: z.array(z.string()).meta({ description: 'The media to post, in this order.' }),
    media: z.array(postMediumSchema).meta({ description: 'The same with what is said about each.' }),
    platform_post_id: z.string().optional().meta({ description: "The platform's id of it. Absent until posted." }),
    platform_url: z.url().optional().meta({ description: 'The public address of it. Absent until posted.' }),
    posted_at: timestamp('When it was posted. Absent until then.').optional(),
  })
  .meta({ id: 'ThreadPart', description: 'What follows in the same thread, as a reply to what comes before it.' })

export type ThreadPart = z.output<typeof threadPartSchema>
export type ThreadPartInput = z.output<typeof threadPartInputSchema>
