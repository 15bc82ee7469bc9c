import { z } from 'zod'
import { platformSchema } from '../content/terms.ts'

/** What the API says of one kind of thing that was accepted, but not done as it was asked for. */
export interface WarningDefinition {
  /** What it means, in a few words. */
  readonly title: string
}

/** Every warning that a successful response can have: the schema, the clients' types and the docs derive from it. */
export const WARNINGS = {
  unknown_field: { title: 'The operation does not know this field of the body. It was ignored' },
  converted: { title: 'The file was stored in another format' },
  repaired: { title: 'The file was stored with a few bytes corrected' },
  not_decoded: { title: 'The server has no decoder for the video, so it is not known whether it plays' },
  source_not_read: { title: 'A source could not be read. Its credits were refunded' },
  research_not_done: {
    title: 'The web was not searched, though `deep` research was requested. Its credits were refunded',
  },
  media_not_seen: { title: 'The model did not look at the media. Their credits were refunded' },
  change_not_made: { title: 'What a regeneration was to change was not changed. Its credits were refunded' },
  prompt_needed: { title: 'Media without a prompt need a prompt, or a model that sees, for more than a plain caption' },
  instruction_not_followed: {
    title: 'A part of the prompt was taken for an instruction that could not be followed, and was left out',
  },
  instruction_unsure: {
    title: 'A part of the prompt may be an instruction. A person should look whether it was understood',
  },
  rule_not_followed: { title: 'A rule of the prompt, the request, the brand or the writing style was not followed' },
  secret_withheld: {
    title: 'What the prompt says must not be revealed was left out, with what it could be guessed from',
  },
  claim_to_check: { title: 'The caption repeats a claim that a person should check' },
  call_to_action_to_check: { title: 'The call to action was withheld, or may be out of place' },
  variant_not_written: {
    title: 'A further caption could not be written, or said the same as another. Its credit was refunded',
  },
  include_not_done: { title: 'Something that was to be included could not be written' },
  picture_not_drawn: {
    title: 'The prompt asks for a picture, and the built-in image model only sets words. The credits were refunded',
  },
  scene_not_made: {
    title:
      'The prompt asks for a scene, and the built-in video model only moves words and images. The credits were refunded',
  },
  audio_not_made: { title: 'The video was to have audio, and has none. Only a silent video was charged' },
  other_shape: { title: 'The video model made a video of another shape. The credits were refunded' },
  shorter_video: { title: 'The video is shorter than requested. The missing seconds were refunded' },
  style_image_not_seen: { title: 'A style image could not be looked at, and was left out' },
  first_comment_not_posted: { title: 'The item is posted, and its first comment is not' },
  first_comment_unknown: {
    title: 'The item is posted. Whether its first comment is there is not known, and it is not sent again',
  },
  time_skipped: {
    title: 'The clocks of the time zone are put forward over the local time. The time as far behind it was taken',
  },
  time_repeated: {
    title: 'The clocks of the time zone are put back: the local time is there twice. The first was taken',
  },
  posts_keep_times: { title: 'Posts of the queue keep times that are no slots of it any more' },
  posted_differently: { title: 'The platform posted the item in another way than requested' },
  refused_after_posting: {
    title: 'The platform accepted the item and refused it afterwards, e.g. in its moderation: people do not see it',
  },
  id_not_given: { title: 'The item is posted, and the platform did not give its id and address within a day' },
  text_left_out: { title: 'A part of the text did not fit' },
} as const satisfies Record<string, WarningDefinition>

export type WarningCode = keyof typeof WARNINGS

export const WARNING_CODES = Object.keys(WARNINGS) as [WarningCode, ...WarningCode[]]

export const warningSchema = z
  .object({
    code: z.enum(WARNING_CODES).meta({
      description: `${WARNING_CODES.map((code) => `\`${code}\`: ${WARNINGS[code].title}.`).join(' ')} New codes may be added: show the message of an unknown one.`,
    }),
    message: z.string().meta({ description: 'What was not done, or done differently, in one sentence.' }),
    platform: platformSchema.optional().meta({ description: 'The platform it is about. Absent when it is about all.' }),
    field: z
      .string()
      .optional()
      .meta({
        description: 'The path of the field of the request, as in code. Absent when it is about none.',
        examples: ['items[0].captoin'],
      }),
  })
  .meta({ id: 'Warning', description: 'Something that was accepted, but not done as it was asked for.' })

/** The field of a response that says what was not done. */
export const warningsShape = {
  warnings: z.array(warningSchema).optional().meta({
    description:
      'What was not done as requested, and fields of the body that are not known. Absent when there is nothing.',
  }),
} as const

/** The field of an item, and of its event, that says what was not done when it was posted. */
export const itemWarningsShape = {
  warnings: z
    .array(warningSchema)
    .optional()
    .meta({ description: 'What was not done as requested when it was posted. Absent when there is nothing.' }),
} as const

export type Warning = z.output<typeof warningSchema>
