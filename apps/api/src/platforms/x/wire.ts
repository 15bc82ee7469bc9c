import { z } from 'zod'

// What X answers. Nothing is asked of an answer that is not needed: X adds and drops fields.

export const tokensSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
  scope: z.string().optional(),
})

export const oauthErrorSchema = z.object({ error: z.string() })

/** RFC 7807, as X has it: https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
export const problemSchema = z.object({
  title: z.string().optional(),
  type: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ message: z.string().optional() })).optional(),
})

export const meSchema = z.object({ data: z.object({ id: z.string().min(1), username: z.string().min(1) }) })

const processingSchema = z.object({
  state: z.string(),
  check_after_secs: z.number().nonnegative().optional(),
  error: z.object({ name: z.string().optional(), message: z.string().optional() }).optional(),
})

export type Processing = z.output<typeof processingSchema>

export const uploadSchema = z.object({
  data: z.object({
    id: z.string().min(1),
    expires_after_secs: z.number().positive().optional(),
    processing_info: processingSchema.optional(),
  }),
})

export const postSchema = z.object({ data: z.object({ id: z.string().min(1) }) })

const urlEntitySchema = z.object({
  url: z.string(),
  expanded_url: z.string().optional(),
  media_key: z.string().optional(),
})

const listedPostSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  created_at: z.iso.datetime(),
  entities: z.object({ urls: z.array(urlEntitySchema).optional() }).optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).optional(),
})

export type ListedPost = z.output<typeof listedPostSchema>

export const postListSchema = z.object({
  data: z.array(listedPostSchema).optional(),
  meta: z.object({ next_token: z.string().optional() }),
})
