import sharp from 'sharp'
import { hexOf } from './colour/hex.ts'
import type { DescribedLogo } from './scene/brand-footer.ts'

/** Pixels along the longer side of the copy whose colour is measured. */
const SAMPLE = 48
/** Alpha from which a pixel counts as painted, of 255. */
const PAINTED = 96

/**
 * What a card has to know of a logo. Undefined: nothing of it is to be seen.
 *
 * @param png our own, of `lookAtLogo`: it is decoded in this process
 */
export async function describeLogo(png: Uint8Array): Promise<DescribedLogo | undefined> {
  const { width, height } = await sharp(png).metadata()
  const { data, info } = await sharp(png)
    .resize(SAMPLE, SAMPLE, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const sum = [0, 0, 0]
  let painted = 0
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < PAINTED) continue
    painted += 1
    for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + light(data[at + channel] ?? 0)
  }
  if (painted === 0) return undefined
  const [r = 0, g = 0, b = 0] = sum.map((one) => one / painted)
  return { width, height, colour: hexOf([r, g, b]), isOpaque: painted > 0.97 * info.width * info.height }
}

function light(value: number): number {
  return (value / 255) ** 2.2
}
