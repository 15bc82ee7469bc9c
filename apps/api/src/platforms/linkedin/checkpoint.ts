import { z } from 'zod'
import type { Checkpoint } from '../port.ts'

const partSchema = z.object({
  url: z.string(),
  start: z.int().nonnegative(),
  /** Not counted. */
  end: z.int().positive(),
  /** What LinkedIn answered to it. Absent: it is not sent. */
  etag: z.string().optional(),
})

export type UploadPart = z.output<typeof partSchema>

const assetSchema = z.object({
  /** LinkedIn's id of it, which the post names. */
  urn: z.string(),
  /** `processing`: LinkedIn has all of it, and works on it. */
  state: z.enum(['sending', 'processing', 'done']),
  /** One, but of a video. */
  parts: z.array(partSchema),
  /** Of a video. */
  token: z.string().default(''),
  expires_at: z.iso.datetime(),
})

export type Asset = z.output<typeof assetSchema>

const checkpointSchema = z.object({
  /** Of the item's media in their order, as far as they have begun. */
  assets: z.array(assetSchema).default([]),
  /** When nothing was left but the final call: an identical post that is older is not this item's. */
  ready_at: z.iso.datetime().optional(),
})

export type LinkedInCheckpoint = z.output<typeof checkpointSchema>

export function readCheckpoint(checkpoint: Checkpoint | undefined): LinkedInCheckpoint {
  return checkpointSchema.parse(checkpoint ?? {})
}
