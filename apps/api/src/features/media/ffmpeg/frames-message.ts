import { z } from 'zod'

/** What the process that makes frames sends. Checked, since a hostile file may have taken that process over. */
export const framesMessageSchema = z.object({
  type: z.literal('frames'),
  frames: z.array(
    z.object({
      atSeconds: z.number().min(0),
      /** In base64. */
      jpeg: z.string().max(4e6),
    }),
  ),
})

export type FramesMessage = z.infer<typeof framesMessageSchema>
