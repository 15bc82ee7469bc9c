import { z } from 'zod'

const choice = (description: string) => z.boolean().optional().meta({ description })

/** What TikTok lets a person choose: https://developers.tiktok.com/doc/content-posting-api-reference-direct-post (November 2026). */
export const tiktokOptions = {
  mode: z.enum(['direct', 'inbox']).optional().meta({
    description:
      'TikTok: `direct` posts it to the profile. `inbox` puts it into the inbox of the account, and a person finishes the post in the app: for that TikTok need not have audited the app of the server, and no other option is needed. @default direct',
  }),
  privacy_level: z
    .enum(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'])
    .optional()
    .meta({
      description:
        'TikTok: who can see it. Required in the mode `direct`: TikTok wants a person to choose, so there is no default.',
    }),
  allow_comment: choice('TikTok: whether people may comment. Required in the mode `direct`: there is no default.'),
  allow_duet: choice(
    'TikTok: whether people may make duets with a video. Required for videos in the mode `direct`: there is no default.',
  ),
  allow_stitch: choice(
    'TikTok: whether people may stitch a video, that is, use parts of it. Required for videos in the mode `direct`: there is no default.',
  ),
  brand_content_toggle: choice(
    'TikTok: discloses a paid partnership that promotes the business of somebody else. Such a post cannot be `SELF_ONLY`. @default false',
  ),
  brand_organic_toggle: choice("TikTok: discloses that it promotes the account's own business. @default false"),
  photo_cover_index: z
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be at least 0' })
    .max(34, { error: 'must be at most 34' })
    .optional()
    .meta({ description: 'TikTok: which of the photos is the cover, counted from 0. @default 0' }),
  auto_add_music: choice(
    'TikTok: whether TikTok adds music to photos, which a person can change in the app. Default: TikTok decides.',
  ),
} as const
