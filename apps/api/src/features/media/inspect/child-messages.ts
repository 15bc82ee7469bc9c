import { mediaSchema, originalFileSchema } from '@powerpost/contract'
import { z } from 'zod'

const storedFacts = mediaSchema
  .pick({
    pages: true,
    video_codec: true,
    frame_rate: true,
    has_audio: true,
    audio_codec: true,
    audio_sample_rate: true,
    audio_channels: true,
    color: true,
    warnings: true,
  })
  .extend({
    index_first: z.boolean().optional(),
    has_edit_list: z.boolean().optional(),
    square_pixels: z.boolean().optional(),
    multi_picture: z.boolean().optional(),
    upright: z.boolean().optional(),
    srgb: z.boolean().optional(),
    has_alpha: z.boolean().optional(),
    has_place: z.boolean().optional(),
  })

const facts = {
  mimeType: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  rotation: z.literal([0, 90, 180, 270]),
  facts: storedFacts,
}

/** Of the largest picture in base64. */
const MOST_CHARACTERS = 16e6

/**
 * What the inspecting process sends the server, once it is ready. Checked, since a hostile file may have taken that process over. As
 * JSON, which nothing can be hidden in: bytes are base64.
 */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('inspected'),
    media: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('image'),
        ...facts,
        colours: z.array(z.string()).max(3).readonly(),
        replacement: z.string().max(MOST_CHARACTERS).optional(),
        original: originalFileSchema.omit({ file_name: true, file_size: true }).optional(),
      }),
      z.object({ kind: z.literal('video'), ...facts, durationSeconds: z.number().positive() }),
      z.object({ kind: z.literal('document'), ...facts }),
    ]),
  }),
  z.object({ type: z.literal('unsupported'), publicMessage: z.string().max(500), detail: z.string() }),
  z.object({ type: z.literal('failed'), detail: z.string() }),
])

export type ChildMessage = z.infer<typeof childMessageSchema>
