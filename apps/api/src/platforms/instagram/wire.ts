import { z } from 'zod'

// What Instagram answers. Nothing is asked of an answer that is not needed: Meta adds and drops fields.

const id = z.union([z.string().min(1), z.number()]).transform(String)

/** A list of names, as an array or with commas between them: its pages show both. */
const names = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((list) => (typeof list === 'string' ? list.split(',') : list).map((name) => name.trim()).filter(Boolean))

const shortTokenSchema = z.object({ access_token: z.string().min(1), permissions: names })

/** Of the code: plain, or in a list of one. */
export const shortTokensSchema = z.union([
  shortTokenSchema,
  z.object({ data: z.tuple([shortTokenSchema]) }).transform(({ data: [token] }) => token),
])

/** Of the address that takes the code: not Meta's envelope. */
export const codeErrorSchema = z.object({
  error_type: z.string().optional(),
  code: z.number().optional(),
  error_message: z.string().default(''),
})

export const longTokenSchema = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
})

const profileSchema = z.object({
  user_id: id,
  username: z.string().min(1),
  profile_picture_url: z.url().optional().catch(undefined),
})

export const meSchema = z.union([
  profileSchema,
  z.object({ data: z.tuple([profileSchema]) }).transform(({ data: [profile] }) => profile),
])

export const createdSchema = z.object({ id })

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-container */
export const containerSchema = z.object({
  status_code: z.enum(['EXPIRED', 'ERROR', 'FINISHED', 'IN_PROGRESS', 'PUBLISHED']),
  /** Of an error: words with its subcode in them. */
  status: z.string().optional(),
  video_status: z
    .object({ uploading_phase: z.object({ bytes_transferred: z.coerce.number().optional() }).optional() })
    .optional()
    .catch(undefined),
})

export type ContainerStatus = z.output<typeof containerSchema>

const listedSchema = z.object({
  id,
  caption: z.string().default(''),
  media_type: z.string().optional(),
  /** `2026-11-30T20:00:00+0000`. */
  timestamp: z.string(),
  permalink: z.url().optional().catch(undefined),
})

export type ListedMedia = z.output<typeof listedSchema>

export const mediaListSchema = z.object({
  data: z.array(listedSchema).default([]),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string().optional() }).optional() })
    .optional(),
})

export const permalinkSchema = z.object({ permalink: z.url().optional().catch(undefined) })

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/content_publishing_limit */
export const limitSchema = z.object({
  data: z
    .array(
      z.object({
        quota_usage: z.number().optional(),
        config: z.object({ quota_total: z.number().optional() }).optional(),
      }),
    )
    .default([]),
})
