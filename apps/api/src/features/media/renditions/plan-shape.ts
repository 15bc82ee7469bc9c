import type { FileRules, Fit } from '@powerpost/contract'
import { findWantedRatio } from './find-wanted-ratio.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** How the pixels of an original become those of a rendition: what is kept of it, its size, and bars around it. */
export interface Shape extends Size {
  /** What of the upright original is kept. Absent: all of it. */
  readonly crop?: Size & { readonly left: number; readonly top: number }
  /** Its size with bars. Absent: it has none. */
  readonly canvas?: Size
}

interface ShapeOptions {
  readonly rules: FileRules
  readonly fit: Fit
  /** The point that stays visible: shares of its sides, from the left and from the top. @default the middle */
  readonly focus?: { readonly x: number; readonly y: number } | undefined
  /** What sides are a multiple of. @default 1 */
  readonly step?: 1 | 2
}

/** Of a side of what has bars: they cost nothing in a file, but in memory. */
const MAX_CANVAS_SIDE = 4096
/** What is scaled up further is seen to be blurred. */
const MAX_ENLARGEMENT = 2

/** The size and the shape that a platform takes. Only `pad` and `crop` change the shape, or enlarge. */
export function planShape(size: Size, options: ShapeOptions): Shape {
  const wanted = options.fit === 'pad' || options.fit === 'crop' ? findWantedRatio(options.rules, size) : undefined
  if (wanted === undefined) return toShape(scale(size, size, options))
  if (options.fit === 'crop') {
    const crop = cropTo(size, wanted, options.focus)
    return { ...toShape(scale(crop, crop, options)), crop }
  }
  const isWide = size.width / size.height > wanted
  const canvas = isWide
    ? { width: size.width, height: size.width / wanted }
    : { width: size.height * wanted, height: size.height }
  const { width, height, factor } = scale(canvas, size, options)
  return { width, height, canvas: toWhole(canvas, factor, options.step) }
}

function toShape({ width, height }: Size): Shape {
  return { width, height }
}

function cropTo({ width, height }: Size, ratio: number, { x, y } = { x: 0.5, y: 0.5 }) {
  const kept = width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio }
  const [keptWidth, keptHeight] = [Math.max(1, Math.round(kept.width)), Math.max(1, Math.round(kept.height))]
  return {
    left: clamp(Math.round(x * width - keptWidth / 2), width - keptWidth),
    top: clamp(Math.round(y * height - keptHeight / 2), height - keptHeight),
    width: keptWidth,
    height: keptHeight,
  }
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(0, value), max)
}

/**
 * Scales something so that its outline fits.
 *
 * @param outline what is to be within the bounds
 */
function scale(outline: Size, { width, height }: Size, { rules, fit, step = 1 }: ShapeOptions) {
  const isReshaped = outline.width !== width || outline.height !== height
  const largest = isReshaped ? MAX_CANVAS_SIDE : Infinity
  const most = Math.min(
    1,
    Math.min(rules.width?.max ?? Infinity, largest) / outline.width,
    Math.min(rules.height?.max ?? Infinity, largest) / outline.height,
  )
  const mayGrow = fit === 'pad' || fit === 'crop'
  const least = Math.max((rules.width?.min ?? 0) / outline.width, (rules.height?.min ?? 0) / outline.height)
  const factor = mayGrow && least > 1 && least <= MAX_ENLARGEMENT ? least : most
  return { ...toWhole({ width, height }, factor, step), factor }
}

function toWhole({ width, height }: Size, factor: number, step: 1 | 2 = 1): Size {
  const whole = (side: number) => Math.max(step, Math.round((side * factor) / step) * step)
  return { width: whole(width), height: whole(height) }
}
