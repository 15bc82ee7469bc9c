import { z } from 'zod'
import { givenId, madeId, timestamp } from '../common/ids.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { languageTag, mannerShape, wordsToAvoidSchema } from '../content/controls.ts'

/** Bounds of a brand profile: texts in Unicode code points, lists in items. */
export const BRAND_LIMITS = { name: 100, handle: 100, audience: 200, slogan: 200, hashtags: 10, colors: 5 } as const

const text = (max: number) => boundedText({ min: 1, max, pattern: NOT_BLANK })

const { language, tone, length, emoji, hashtags } = mannerShape

const brandFields = {
  name: text(BRAND_LIMITS.name)
    .optional()
    .meta({ description: 'The name of the brand. At most 100 characters.', examples: ['Copper Pot'] }),
  handle: text(BRAND_LIMITS.handle)
    .optional()
    .meta({
      description: 'Its name on the platforms, as it is to be printed. At most 100 characters.',
      examples: ['@copperpot'],
    }),
  audience: text(BRAND_LIMITS.audience)
    .optional()
    .meta({ description: 'Who its posts are for. At most 200 characters.', examples: ['people who cook at home'] }),
  locale: languageTag()
    .optional()
    .meta({
      description: 'Where its readers live: a language tag with a region. Dates, prices and spelling follow it.',
      examples: ['en-GB'],
    }),
  time_zone: z
    .string()
    .max(64)
    .refine(isTimeZone, { error: 'must be a time zone like Europe/Berlin' })
    .optional()
    .meta({ description: 'A time zone of the IANA database: what is today there.', examples: ['Europe/London'] }),
  slogan: text(BRAND_LIMITS.slogan)
    .optional()
    .meta({
      description:
        'Its slogan, known to the model. It is printed only where a prompt or writing style asks for it. At most 200 characters.',
      examples: ['Slow roasts, good days.'],
    }),
  avoid: wordsToAvoidSchema.optional().meta({
    description: 'Words and phrases that no caption may contain. At most 50, of at most 60 characters each.',
    examples: [['cheap']],
  }),
  fixed_hashtags: z
    .array(
      z
        .string()
        .max(100)
        .regex(/^#[^\s#.,:;!?@]*[^\s#.,:;!?@0-9][^\s#.,:;!?@]*$/, {
          error: 'must be one hashtag like #CopperPot',
        }),
    )
    .max(BRAND_LIMITS.hashtags, { error: `must have at most ${BRAND_LIMITS.hashtags} items` })
    .optional()
    .meta({
      description: 'Hashtags that every caption has, as far as its platform allows. At most 10.',
      examples: [['#CopperPot']],
    }),
  colors: z
    .array(z.string().regex(/^#[0-9A-Fa-f]{6}$/, { error: 'must be a colour like #1a2b3c' }))
    .max(BRAND_LIMITS.colors, { error: `must have at most ${BRAND_LIMITS.colors} items` })
    .optional()
    .meta({ description: 'Its colours, the most important first. At most 5.', examples: [['#b87333', '#1d1d1f']] }),
  logo_media_id: givenId('An image of this workspace: its logo.').optional(),
  defaults: z
    .object({ language, tone, length, emoji, hashtags })
    .optional()
    .meta({ description: 'What a generation uses unless its request says otherwise.' }),
} as const

export const putBrandRequestSchema = z
  .object(brandFields)
  .meta({ id: 'PutBrandRequest', description: 'The whole brand profile: what is left out is removed.' })

export const brandSchema = z
  .object({
    workspace_id: madeId('The workspace.'),
    ...brandFields,
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) saved.' }),
    updated_at: timestamp('When it was last saved. Absent: never.').optional(),
    ...warningsShape,
  })
  .meta({ id: 'Brand', description: "A workspace's brand profile. Captions and pictures follow it." })

export type PutBrandRequest = z.output<typeof putBrandRequestSchema>
export type Brand = z.output<typeof brandSchema>

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
