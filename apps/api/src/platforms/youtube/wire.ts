import { z } from 'zod'

// What Google answers. Nothing is asked of an answer that is not needed: Google adds and drops fields.

export const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
  /** Seconds: only where a person gave access for a time, or where the app is in testing. */
  refresh_token_expires_in: z.number().positive().optional(),
  scope: z.string().optional(),
})

export const oauthErrorSchema = z.object({ error: z.string() })

/** https://developers.google.com/youtube/data/reference/rest/v3/errors */
export const errorSchema = z.object({
  error: z.object({
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    details: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
})

const thumbnailsSchema = z.object({ default: z.object({ url: z.string() }).optional() }).optional()

export const channelsSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string().min(1),
        snippet: z
          .object({ title: z.string().default(''), customUrl: z.string().optional(), thumbnails: thumbnailsSchema })
          .optional(),
        status: z.object({ longUploadsStatus: z.string().optional() }).optional(),
        contentDetails: z
          .object({ relatedPlaylists: z.object({ uploads: z.string().optional() }).optional() })
          .optional(),
      }),
    )
    .default([]),
})

const videoStatusSchema = z.object({
  uploadStatus: z.string().optional(),
  failureReason: z.string().optional(),
  rejectionReason: z.string().optional(),
  privacyStatus: z.string().optional(),
})

export const videoSchema = z.object({ id: z.string().min(1), status: videoStatusSchema.optional() })

export type Video = z.output<typeof videoSchema>

export const videosSchema = z.object({ items: z.array(videoSchema).default([]) })

const playlistItemSchema = z.object({
  snippet: z.object({
    title: z.string().default(''),
    description: z.string().default(''),
    publishedAt: z.iso.datetime({ offset: true }),
    resourceId: z.object({ videoId: z.string().min(1) }),
  }),
})

export type ListedVideo = z.output<typeof playlistItemSchema>

export const playlistItemsSchema = z.object({
  items: z.array(playlistItemSchema).default([]),
  nextPageToken: z.string().optional(),
})

export const playlistsSchema = z.object({
  items: z
    .array(z.object({ id: z.string().min(1), snippet: z.object({ title: z.string().default('') }).optional() }))
    .default([]),
  nextPageToken: z.string().optional(),
})

export const categoriesSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string().min(1),
        snippet: z.object({ title: z.string().default(''), assignable: z.boolean().optional() }).optional(),
      }),
    )
    .default([]),
})
