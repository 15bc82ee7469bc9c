import { z } from 'zod'
import type { Checkpoint } from '../port.ts'

const videoUploadSchema = z.object({
  /** Facebook's id of it, which the post keeps. */
  id: z.string(),
  /** Of the upload of a post's video, which goes part by part. */
  session: z.string().optional(),
  /** The next byte to be sent, and where Facebook wants the part to end. */
  start: z.int().nonnegative().default(0),
  end: z.int().nonnegative().default(0),
  sent: z.boolean().default(false),
  begun_at: z.iso.datetime(),
})

export type VideoUpload = z.output<typeof videoUploadSchema>

const checkpointSchema = z.object({
  /** Of the item's pictures in their order, as far as they are uploaded: none of them is published. */
  photos: z.array(z.object({ id: z.string(), at: z.iso.datetime() })).default([]),
  video: videoUploadSchema.optional(),
  /** When nothing was left but the final call: an identical post that is older is not this item's. */
  ready_at: z.iso.datetime().optional(),
})

export type FacebookCheckpoint = z.output<typeof checkpointSchema>

export function readCheckpoint(checkpoint: Checkpoint | undefined): FacebookCheckpoint {
  return checkpointSchema.parse(checkpoint ?? {})
}
