import sharp from 'sharp'
import { svgOf } from './card.ts'
import type { Card, LogoPlace } from './card.ts'

/** Instagram takes nothing but JPEG; without halving the colours, since it is edges of pure colour that would fray. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4', progressive: true } as const

/**
 * Paints a card. Off the main thread, by libvips.
 *
 * @param logo of the brand, for a card that has a place for it
 */
export async function renderCard(card: Card, logo?: Uint8Array): Promise<Uint8Array> {
  const svg = Buffer.from(svgOf(card))
  const painted = sharp(svg, { limitInputPixels: 2 * card.width * card.height })
    .resize(card.width, card.height, { fit: 'fill' })
    .flatten({ background: card.ground })
    .composite(logo && card.logo ? [await placeLogo(logo, card.logo)] : [])
  return painted.toColourspace('srgb').jpeg(JPEG).toBuffer()
}

async function placeLogo(logo: Uint8Array, { x, y, width, height }: LogoPlace) {
  const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
  const input = await sharp(logo)
    .resize({ ...size, fit: 'fill' })
    .png()
    .toBuffer()
  return { input, left: Math.round(x), top: Math.round(y) }
}
