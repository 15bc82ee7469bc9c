import { readFile } from 'node:fs/promises'
import type { RenditionChange } from '@powerpost/contract'
import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { MAX_PIXELS } from '../inspect/inspect-image.ts'
import { removeMetadata } from './remove-metadata.ts'
import type { ImageRecipe } from './recipe.ts'

/** Shown through what is transparent, and around what does not fill its canvas. */
const BACKGROUND = 'white'

/** Of a JPEG, from 1 to 100. The first shows no difference; those after it are for files that are too large. */
const QUALITIES = [92, 85, 78, 70] as const
/** Shares of its sides, where no quality is low enough. */
const SCALES = [1, 0.75, 0.5] as const

interface RenderedImage {
  readonly bytes: Buffer
  /** What had to be done beyond the recipe. */
  readonly changes: RenditionChange[]
}

/** Makes a JPEG of sRGB, upright, without metadata; or the file itself without them. Only for a process that may be killed. */
export async function renderImage(path: string, recipe: ImageRecipe): Promise<RenderedImage | 'too large'> {
  if (recipe.keepPixels) return { bytes: removeMetadata(await readFile(path)), changes: [] }
  for (const scale of SCALES) {
    const pixels = await toPixels(path, recipe, scale)
    for (const quality of QUALITIES) {
      const bytes = await pixels
        .clone()
        .jpeg({ quality, chromaSubsampling: quality === QUALITIES[0] ? '4:4:4' : '4:2:0' })
        .toBuffer()
      if (bytes.length <= recipe.maxBytes) return { bytes, changes: scale === 1 ? [] : [scaled(recipe, scale)] }
    }
  }
  return 'too large'
}

function scaled({ width, height, canvas = { width, height } }: ImageRecipe, scale: number): RenditionChange {
  const size = `${Math.round(canvas.width * scale)}x${Math.round(canvas.height * scale)}`
  return { change: 'dimensions', message: `It is scaled to ${size} pixels, so that the file is small enough.` }
}

/** Decoded once, however often it is encoded. */
async function toPixels(path: string, recipe: ImageRecipe, scale: number): Promise<Sharp> {
  const { crop, canvas } = recipe
  const width = Math.max(1, Math.round(recipe.width * scale))
  const height = Math.max(1, Math.round(recipe.height * scale))
  let image = sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient()
  if (crop) image = image.extract(crop)
  image = image.resize(width, height, { fit: 'fill' }).flatten({ background: BACKGROUND })
  if (canvas) image = image.extend(barsOf(canvas, { width, height, scale }))
  const { data, info } = await image.toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  const { channels } = info
  return sharp(data, { raw: { width: info.width, height: info.height, channels } }).toColourspace('srgb')
}

interface Inner {
  readonly width: number
  readonly height: number
  readonly scale: number
}

function barsOf(canvas: { readonly width: number; readonly height: number }, { width, height, scale }: Inner) {
  const across = Math.max(0, Math.round(canvas.width * scale) - width)
  const down = Math.max(0, Math.round(canvas.height * scale) - height)
  const [left, top] = [Math.floor(across / 2), Math.floor(down / 2)]
  return { left, right: across - left, top, bottom: down - top, background: BACKGROUND }
}
