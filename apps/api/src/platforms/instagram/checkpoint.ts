import { z } from 'zod'
import type { Checkpoint } from '../port.ts'

const containerSchema = z.object({
  /** Instagram's id of it. */
  id: z.string(),
  /** `uploading`: its bytes are not sent yet; those that Instagram fetches itself begin as `processing`. */
  state: z.enum(['uploading', 'processing', 'done']),
  /** How often Instagram was asked whether it is done. */
  polls: z.int().nonnegative().default(0),
})

export type Container = z.output<typeof containerSchema>

const checkpointSchema = z.object({
  /** Of a carousel, in the order of its media, as far as they have begun. */
  children: z.array(containerSchema).default([]),
  /** The one that is published. */
  parent: containerSchema.optional(),
  /** When nothing was left but the final call, by Instagram's clock: a post that is older is not this item's. */
  ready_at: z.iso.datetime().optional(),
  /** `published`: Instagram says so. `blocked`: it said so to the final call, and the post may be there all the same. */
  outcome: z.enum(['published', 'blocked']).optional(),
  /** Instagram's id of the post. */
  media_id: z.string().optional(),
  /** How often the post was looked for. */
  looks: z.int().nonnegative().default(0),
})

export type InstagramCheckpoint = z.output<typeof checkpointSchema>

export function readCheckpoint(checkpoint: Checkpoint | undefined): InstagramCheckpoint {
  return checkpointSchema.parse(checkpoint ?? {})
}
