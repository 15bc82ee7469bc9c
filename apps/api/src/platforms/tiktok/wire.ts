import { z } from 'zod'

// What TikTok answers. Nothing is asked of an answer that is not needed: TikTok adds and drops fields.

/** In every answer of the API, good ones too: https://developers.tiktok.com/doc/tiktok-api-v2-error-handling */
export const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) })

/** Of the sign-in, with a status of 200 at times: https://developers.tiktok.com/doc/oauth-error-handling */
export const oauthErrorSchema = z.object({ error: z.string(), error_description: z.string().default('') })

export const tokensSchema = z.object({
  open_id: z.string().min(1),
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  /** Seconds. */
  refresh_expires_in: z.number().positive().optional(),
  /** With commas between them. */
  scope: z.string().default(''),
})

export const userSchema = z.object({
  data: z.object({
    user: z.object({
      display_name: z.string().default(''),
      avatar_url: z.url().optional().catch(undefined),
    }),
  }),
})

/** https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info */
export const creatorSchema = z.object({
  data: z.object({
    creator_username: z.string().default(''),
    creator_nickname: z.string().default(''),
    privacy_level_options: z.array(z.string()).default([]),
    comment_disabled: z.boolean().default(false),
    duet_disabled: z.boolean().default(false),
    stitch_disabled: z.boolean().default(false),
    /** Seconds. */
    max_video_post_duration_sec: z.number().positive().optional(),
  }),
})

export type Creator = z.output<typeof creatorSchema>['data']

export const videoInitSchema = z.object({ data: z.object({ publish_id: z.string().min(1), upload_url: z.url() }) })

export const photoInitSchema = z.object({ data: z.object({ publish_id: z.string().min(1) }) })

/** https://developers.tiktok.com/doc/content-posting-api-reference-get-video-status */
export const statusSchema = z.object({
  data: z.object({
    status: z.string(),
    fail_reason: z.string().default(''),
    // Its name is misspelled by TikTok, and may be corrected one day. Ids are longer than a number of JavaScript holds: `readJson`.
    publicaly_available_post_id: z.array(z.union([z.string(), z.number()]).transform(String)).nullish(),
    publicly_available_post_id: z.array(z.union([z.string(), z.number()]).transform(String)).nullish(),
    uploaded_bytes: z.coerce.number().optional().catch(undefined),
  }),
})

export type PublishStatus = z.output<typeof statusSchema>['data']
