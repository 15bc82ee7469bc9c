import { createHash } from 'node:crypto'
import type { ImageModel } from '#image-models/port.ts'
import { IMAGE_DIMENSIONS } from '#image-models/port.ts'
import sharp from 'sharp'

/** Draws one colour, which the brief decides: quick, and the same for the same brief. */
export function createPlainImageModel(name = 'plain'): ImageModel {
  return {
    name,
    builtIn: true,
    async draw(brief, { signal }) {
      signal.throwIfAborted()
      const { prompt, caption, size, index, seed } = brief
      const digest = createHash('sha256').update(JSON.stringify({ prompt, caption, size, index, seed })).digest('hex')
      const picture = sharp({
        create: { ...IMAGE_DIMENSIONS[size], channels: 3, background: `#${digest.slice(0, 6)}` },
      })
      const bytes = await picture.jpeg().toBuffer()
      signal.throwIfAborted()
      return { mimeType: 'image/jpeg', bytes }
    },
  }
}
