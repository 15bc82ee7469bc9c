import sharp from 'sharp'
import { svgOf } from './card.ts'
import type { Card } from './card.ts'

/** Instagram takes nothing but JPEG; without halving the colours, since it is edges of pure colour that would fray. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4', progressive: true } as const

/** Paints a card. Off the main thread, by libvips. */
export async function renderCard(card: Card): Promise<Uint8Array> {
  const svg = Buffer.from(svgOf(card))
  return sharp(svg, { limitInputPixels: 2 * card.width * card.height })
    .resize(card.width, card.height, { fit: 'fill' })
    .flatten({ background: card.ground })
    .toColourspace('srgb')
    .jpeg(JPEG)
    .toBuffer()
}
