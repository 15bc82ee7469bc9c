import { readFile } from 'node:fs/promises'
import type { MediaType } from '@powerpost/contract'

const DRAWINGS: Record<MediaType, URL> = {
  image: new URL('./placeholder-image.svg', import.meta.url),
  video: new URL('./placeholder-video.svg', import.meta.url),
}

const drawn = new Map<MediaType, Promise<Buffer>>()

/** What is shown of a medium that cannot be shown: a JPEG, drawn once. */
export function drawPlaceholder(type: MediaType): Promise<Buffer> {
  const placeholder = drawn.get(type) ?? draw(type)
  drawn.set(type, placeholder)
  return placeholder
}

async function draw(type: MediaType): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(await readFile(DRAWINGS[type]))
    .jpeg({ quality: 85 })
    .toBuffer()
}
