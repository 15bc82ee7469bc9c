import { z } from 'zod'
import type { Checkpoint } from '../port.ts'

const uploadSchema = z.object({
  /** What of the video TikTok has. Bytes. */
  sent: z.int().nonnegative(),
  chunk_size: z.int().positive(),
  count: z.int().positive(),
  /** TikTok's own: with it anybody can send the video, for an hour. */
  url: z.string(),
  expires_at: z.iso.datetime(),
  /** No final call went with it, so it may be begun again. */
  untried: z.boolean().default(false),
})

export type Upload = z.output<typeof uploadSchema>

const checkpointSchema = z.object({
  /** Of the creator, as people see it: the address of a post has it. */
  username: z.string().default(''),
  /** TikTok was asked what the creator allows. */
  asked: z.boolean().default(false),
  /** TikTok's id of what becomes a post. One makes one post at most. */
  publish_id: z.string().optional(),
  upload: uploadSchema.optional(),
  /** What was asked for and the creator does not allow. */
  warnings: z.array(z.string()).default([]),
  /** How often TikTok was asked what became of it. */
  polls: z.int().nonnegative().default(0),
})

export type TikTokCheckpoint = z.output<typeof checkpointSchema>

export function readCheckpoint(checkpoint: Checkpoint | undefined): TikTokCheckpoint {
  return checkpointSchema.parse(checkpoint ?? {})
}

/** What is kept of a post whose id is still to come. */
const followedSchema = z.object({
  publish_id: z.string(),
  username: z.string(),
  kind: z.enum(['video', 'photo']),
  mode: z.enum(['direct', 'inbox']),
})

export type Followed = z.output<typeof followedSchema>

export const readFollowed = (checkpoint: Checkpoint): Followed => followedSchema.parse(checkpoint)
