import { z } from 'zod'
import { boundedText, NOT_BLANK } from '../common/text.ts'

/**
 * Bounds of the options of LinkedIn. Texts in Unicode code points.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api (November 2026)
 */
const LINKEDIN_OPTION_LIMITS = {
  /** LinkedIn's page names no figure: the longest address that browsers of all kinds take. In characters. */
  url: 2048,
  title: 400,
  description: 4086,
  mentions: 30,
  mentionName: 200,
} as const

const { url, title, description, mentions, mentionName } = LINKEDIN_OPTION_LIMITS

const mentionSchema = z.object({
  name: boundedText({ min: 1, max: mentionName, pattern: NOT_BLANK }).meta({
    description:
      "The name as it stands in the content behind an `@`: an organization's whole name as LinkedIn has it, or a member's first, last or whole name.",
  }),
  urn: z
    .string()
    .regex(/^urn:li:(?:organization:\d{1,20}|person:[\w-]{1,60})$/, {
      error: 'must be an id of LinkedIn, e.g. urn:li:organization:2414183',
    })
    .meta({ description: "LinkedIn's id of the member or the organization, e.g. `urn:li:organization:2414183`." }),
})

/** What LinkedIn takes: all of them optional. */
export const linkedinOptions = {
  visibility: z
    .enum(['PUBLIC', 'CONNECTIONS'])
    .optional()
    .meta({ description: 'LinkedIn: who can see it. `CONNECTIONS`: of a member alone. @default PUBLIC' }),
  disable_reshare: z
    .boolean()
    .optional()
    .meta({ description: 'LinkedIn: whether people may not repost it. @default false' }),
  article_url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .max(url, { error: `must have at most ${url} characters` })
    .optional()
    .meta({
      description:
        'LinkedIn: an address that is shown as a card below the text. LinkedIn does not read the page: the card has `article_title`, `article_description` and, as its picture, the one picture of the item.',
    }),
  article_title: boundedText({ min: 1, max: title, pattern: NOT_BLANK })
    .optional()
    .meta({ description: 'LinkedIn: the title of the card of `article_url`. Default: the address.' }),
  article_description: boundedText({ min: 1, max: description, pattern: NOT_BLANK })
    .optional()
    .meta({ description: 'LinkedIn: what the card of `article_url` says below its title.' }),
  document_title: boundedText({ min: 1, max: title, pattern: NOT_BLANK })
    .optional()
    .meta({ description: 'LinkedIn: the title that is shown above a document. Default: the name of its file.' }),
  mentions: z
    .array(mentionSchema)
    .max(mentions, { error: `must have at most ${mentions} items` })
    .optional()
    .meta({
      description:
        'LinkedIn: members and organizations that are mentioned, wherever the content has `@` and their name. Any other `@` is plain text.',
    }),
} as const
