import { z } from 'zod'

// What Facebook answers. Nothing is asked of an answer that is not needed: Meta adds and drops fields.

export const tokenSchema = z.object({
  access_token: z.string().min(1),
  /** Seconds. Absent: it does not end. */
  expires_in: z.number().positive().optional(),
})

/** Of `debug_token`. Times are seconds since 1970; 0: never. */
export const debugSchema = z.object({
  data: z.object({
    is_valid: z.boolean().optional(),
    expires_at: z.number().optional(),
    data_access_expires_at: z.number().optional(),
    scopes: z.array(z.string()).default([]),
    /** With `target_ids`, a permission holds for these pages and accounts alone. */
    granular_scopes: z.array(z.object({ scope: z.string(), target_ids: z.array(z.string()).optional() })).default([]),
  }),
})

const pageSchema = z.object({
  id: z.string().min(1),
  name: z.string().default(''),
  access_token: z.string().min(1).optional(),
  tasks: z.array(z.string()).optional(),
  picture: z.object({ data: z.object({ url: z.string() }).optional() }).optional(),
  instagram_business_account: z
    .object({ id: z.string().min(1), username: z.string().optional(), profile_picture_url: z.string().optional() })
    .optional(),
})

export type Page = z.output<typeof pageSchema>

const pagingSchema = z.object({
  cursors: z.object({ after: z.string().optional() }).optional(),
  next: z.string().optional(),
})

export const accountsSchema = z.object({ data: z.array(pageSchema), paging: pagingSchema.optional() })

export const pageTokenSchema = z.object({ id: z.string(), access_token: z.string().min(1).optional() })

/** An offset comes as a text. */
const offset = z.coerce.number<string | number>().int().nonnegative()

export const offsetsSchema = z.object({ start_offset: offset, end_offset: offset })

export const videoStartSchema = offsetsSchema.extend({
  video_id: z.string().min(1),
  upload_session_id: z.string().min(1),
})

export const reelStartSchema = z.object({ video_id: z.string().min(1), upload_url: z.string().optional() })

export const storySchema = z.object({ post_id: z.string().min(1) })

const phaseSchema = z.object({
  status: z.string().optional(),
  /** So Facebook writes it. */
  bytes_transfered: offset.optional(),
  bytes_transferred: offset.optional(),
  publish_status: z.string().optional(),
})

export const videoSchema = z.object({
  status: z
    .object({
      video_status: z.string().optional(),
      uploading_phase: phaseSchema.optional(),
      processing_phase: phaseSchema.optional(),
      publishing_phase: phaseSchema.optional(),
    })
    .optional(),
})

const targetSchema = z.object({ target: z.object({ id: z.string().optional() }).optional() })

const listedPostSchema = z.object({
  id: z.string().min(1),
  message: z.string().default(''),
  created_time: z.string(),
  attachments: z
    .object({
      data: z.array(targetSchema.extend({ subattachments: z.object({ data: z.array(targetSchema) }).optional() })),
    })
    .optional(),
})

export type ListedPost = z.output<typeof listedPostSchema>

export const feedSchema = z.object({ data: z.array(listedPostSchema), paging: pagingSchema.optional() })

export const storiesSchema = z.object({
  data: z.array(z.object({ post_id: z.string().min(1), media_id: z.string().optional() })),
  paging: pagingSchema.optional(),
})
