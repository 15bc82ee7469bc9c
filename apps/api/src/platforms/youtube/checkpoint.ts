import { z } from 'zod'
import type { Checkpoint } from '../port.ts'

const uploadSchema = z.object({
  /** The address of the session, which takes this one video, once: YouTube's, with a secret of its own. */
  session: z.string(),
  /** Bytes that YouTube has. */
  sent: z.int().nonnegative(),
})

export type Upload = z.output<typeof uploadSchema>

const uploadingSchema = z.object({
  upload: uploadSchema.optional(),
  /** When the session began, by our clock. */
  begun_at: z.iso.datetime().optional(),
  /** Everything but the last bytes is there. */
  ready: z.boolean().default(false),
  /** The session already has its video: of a call whose answer was lost. */
  video: z.object({ id: z.string(), privacy: z.string().optional() }).optional(),
})

export type Uploading = z.output<typeof uploadingSchema>

/** What is stored before the final call. */
export function readUploading(checkpoint: Checkpoint | undefined): Uploading {
  return uploadingSchema.parse(checkpoint ?? {})
}

const followingSchema = z.object({
  video_id: z.string(),
  /** Who can see it, as YouTube says. */
  privacy: z.string().optional(),
  processed: z.boolean().default(false),
  /** Looks whether it is processed. */
  looks: z.int().nonnegative().default(0),
  /** What is still to be done with the video, in this order. */
  todo: z.array(z.enum(['thumbnail', 'playlist'])).default([]),
  /** How often the first of them was tried. */
  tries: z.int().nonnegative().default(0),
  /** An answer about it was lost. */
  unsure: z.boolean().default(false),
  /** Sentences for the caller. */
  warnings: z.array(z.string()).default([]),
})

export type Following = z.output<typeof followingSchema>

/** What is stored once the video is there. */
export function readFollowing(checkpoint: Checkpoint): Following {
  return followingSchema.parse(checkpoint)
}
