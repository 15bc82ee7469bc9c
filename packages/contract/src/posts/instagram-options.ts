import { z } from 'zod'
import { boundedText } from '../common/text.ts'
import { facebookOptions } from './facebook-options.ts'

/** Bounds of the options of Instagram. */
const INSTAGRAM_OPTION_LIMITS = {
  /** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media (November 2026) */
  collaborators: 3,
  /** Third parties; the reference names no figure (November 2026). */
  userTags: 20,
  /** The reference names no figure: more than any name has. In Unicode code points. */
  audioName: 200,
} as const

/** As Instagram has them: letters, figures, dots and underscores. */
const username = (description: string) =>
  boundedText({
    min: 1,
    max: 30,
    pattern: { regex: /^[A-Za-z0-9._]+$/, message: 'must be a username of Instagram, without the @' },
  }).meta({ description })

const share = (description: string) =>
  z
    .number({ error: 'must be a number from 0 to 1' })
    .min(0, { error: 'must be at least 0' })
    .max(1, { error: 'must be at most 1' })
    .optional()
    .meta({ description })

const userTagSchema = z.object({
  username: username('The account that is tagged, without the @.'),
  x: share('From the left edge (0) to the right edge (1). Required on a picture of a feed post; not used on a video.'),
  y: share('From the top edge (0) to the bottom edge (1). Required on a picture of a feed post; not used on a video.'),
  media_index: z
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be at least 0' })
    .max(9, { error: 'must be at most 9' })
    .optional()
    .meta({ description: 'Which of the media of a carousel it is on, counted from 0. @default 0' }),
})

/** What Instagram takes besides, by the names of its API: all of them optional. */
export const instagramOptions = {
  collaborators: z
    .array(username('An account that is invited as an author, without the @.'))
    .max(INSTAGRAM_OPTION_LIMITS.collaborators, {
      error: `must have at most ${INSTAGRAM_OPTION_LIMITS.collaborators} items`,
    })
    .optional()
    .meta({ description: 'Instagram: accounts that are invited as authors of a feed post or a reel.' }),
  user_tags: z
    .array(userTagSchema)
    .max(INSTAGRAM_OPTION_LIMITS.userTags, { error: `must have at most ${INSTAGRAM_OPTION_LIMITS.userTags} items` })
    .optional()
    .meta({ description: 'Instagram: public accounts that are tagged on the media.' }),
  location_id: facebookOptions.location_id,
  audio_name: boundedText({ min: 1, max: INSTAGRAM_OPTION_LIMITS.audioName })
    .optional()
    .meta({ description: 'Instagram: the name of the sound of a reel. It can be set once.' }),
  trial_params: z
    .object({
      graduation_strategy: z.enum(['MANUAL', 'SS_PERFORMANCE']).meta({
        description:
          '`MANUAL`: a person shares it with followers in the app. `SS_PERFORMANCE`: Instagram does, if it performs well.',
      }),
    })
    .optional()
    .meta({
      description: 'Instagram: makes a reel a trial reel, which is shown to people who do not follow the account.',
    }),
} as const
