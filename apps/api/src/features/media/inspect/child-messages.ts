import { z } from 'zod'

const facts = {
  mimeType: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  rotation: z.literal([0, 90, 180, 270]),
}

/** What the inspecting process tells the server, once it is ready. Checked, since a hostile file may have taken that process over. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('inspected'),
    media: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('image'), ...facts, colours: z.array(z.string()).max(3).readonly() }),
      z.object({ kind: z.literal('video'), ...facts, durationSeconds: z.number().positive() }),
    ]),
  }),
  z.object({ type: z.literal('unsupported'), publicMessage: z.string().max(500), detail: z.string() }),
  z.object({ type: z.literal('failed'), detail: z.string() }),
])

export type ChildMessage = z.infer<typeof childMessageSchema>
