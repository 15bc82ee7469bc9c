import { z } from 'zod'

/** Bounds of the options of Facebook. */
const FACEBOOK_OPTION_LIMITS = {
  /** Facebook's page names no figure: the longest address that browsers of all kinds take. In characters. */
  link: 2048,
} as const

/** What Facebook takes besides: all of them optional. */
export const facebookOptions = {
  link: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .max(FACEBOOK_OPTION_LIMITS.link, { error: `must have at most ${FACEBOOK_OPTION_LIMITS.link} characters` })
    .optional()
    .meta({
      description:
        'Facebook: an address whose preview is shown below the text. Only in a post without media: with media, Facebook shows none.',
    }),
  location_id: z
    .string()
    .regex(/^\d{1,30}$/, { error: 'must be the id of a Facebook page with a location' })
    .optional()
    .meta({
      description: 'Instagram, Facebook: the id of a Facebook page with a location. Stories show none.',
    }),
} as const
