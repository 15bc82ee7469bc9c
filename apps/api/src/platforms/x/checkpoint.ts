import { z } from 'zod'
import type { Checkpoint } from '../port.ts'

const uploadSchema = z.object({
  /** X's id of it. */
  id: z.string(),
  expires_at: z.iso.datetime(),
  /** The next to be sent. */
  segment: z.int().nonnegative(),
  state: z.enum(['sending', 'processing', 'done']),
  /** X has its alt text. */
  described: z.boolean().default(false),
})

export type Upload = z.output<typeof uploadSchema>

const checkpointSchema = z.object({
  /** Of the item's media in their order, as far as they have begun. */
  uploads: z.array(uploadSchema).default([]),
  /** When nothing was left but the final call: an identical post that is older is not this item's. */
  ready_at: z.iso.datetime().optional(),
})

export type XCheckpoint = z.output<typeof checkpointSchema>

export function readCheckpoint(checkpoint: Checkpoint | undefined): XCheckpoint {
  return checkpointSchema.parse(checkpoint ?? {})
}
