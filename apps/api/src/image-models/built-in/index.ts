import type { ImageModel } from '#image-models/port.ts'
import { IMAGE_DIMENSIONS } from '#image-models/port.ts'

/** Placeholder until the card drawer lands. */
export function createBuiltInImageModel(): ImageModel {
  return {
    name: 'built-in',
    builtIn: true,
    async draw({ prompt, caption, size, index, seed }, { signal }) {
      signal.throwIfAborted()
      const { default: sharp } = await import('sharp')
      const words = `${prompt ?? ''}${caption?.text ?? ''}${size}`
      const sum = [...words].reduce(
        (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 0xffffff,
        seed + index * 4097,
      )
      const background = `#${(sum % 0xffffff).toString(16).padStart(6, '0')}`
      const picture = sharp({ create: { ...IMAGE_DIMENSIONS[size], channels: 3, background } })
      const bytes = await picture.png().toBuffer()
      signal.throwIfAborted()
      return { mimeType: 'image/png', bytes }
    },
  }
}
