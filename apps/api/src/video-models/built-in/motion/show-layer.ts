import { arrive, clamp } from './easing.ts'
import type { Layer } from './paint-layers.ts'
import { SCALE } from './paint-layers.ts'
import { halve } from './planes.ts'
import type { Camera } from './planes-of-frame.ts'
import { planesOf } from './planes-of-frame.ts'

/** Seconds that a line takes to arrive. */
const ARRIVAL_SECONDS = 0.8
/** By how much it comes up, as a share of the shorter side of the frame: less where it is seen from the beginning, next to shapes. */
const RISE = 0.04
const FIRST_RISE = 0.02
/** How much sooner a line is seen than it has arrived. */
const SEEN_SOONER = 1.7

export function hasArrived({ at }: Layer, seconds: number): boolean {
  return seconds >= at + ARRIVAL_SECONDS
}

/** Lays a line that is coming in, or has arrived, over a frame. */
export function showLayer(layer: Layer, seconds: number, camera: Camera, frame: Uint8Array): void {
  const { width, height, step, left, top } = camera
  const progress = (seconds - layer.at) / ARRIVAL_SECONDS
  const opacity = layer.isFirst ? 1 : clamp(progress * SEEN_SOONER)
  if (opacity <= 0) return
  const rise = (1 - arrive(progress)) * (layer.isFirst ? FIRST_RISE : RISE) * Math.min(width, height) * SCALE
  const { box, data } = layer.mask
  const masks = { 1: data, 2: (layer.mask.half ??= halve(layer.mask)) }
  for (const { name, divisor, ...target } of planesOf(frame, camera)) {
    blend({
      ...target,
      mask: masks[divisor],
      maskWidth: box.width / divisor,
      maskHeight: box.height / divisor,
      left: (left - box.x) / divisor,
      top: (top - box.y - rise) / divisor,
      step,
      opacity: opacity / 255,
      value: layer.colour[name] / 256,
      width: width / divisor,
      height: height / divisor,
    })
  }
}

interface Blend {
  readonly mask: Uint8Array
  readonly maskWidth: number
  readonly maskHeight: number
  /** Where the frame's left and top edges are, seen from the mask's, in its pixels. */
  readonly left: number
  readonly top: number
  readonly step: number
  /** For each step of the mask. */
  readonly opacity: number
  readonly value: number
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  readonly offset: number
  readonly stride: number
}

/** Lays a colour over one plane of a frame, where a mask says so; read between its pixels, and 0 outside. */
function blend({ mask, maskWidth, maskHeight, left, top, step, opacity, value, ...target }: Blend): void {
  const { width, height, bytes, offset, stride } = target
  const firstRow = Math.max(0, Math.floor(-top / step) - 1)
  const lastRow = Math.min(height - 1, Math.ceil((maskHeight - top) / step) + 1)
  const firstColumn = Math.max(0, Math.floor(-left / step) - 1)
  const lastColumn = Math.min(width - 1, Math.ceil((maskWidth - left) / step) + 1)
  for (let row = firstRow; row <= lastRow; row++) {
    const down = top + (row + 0.5) * step - 0.5
    const upper = Math.floor(down)
    const below = down - upper
    const hasUpper = upper >= 0 && upper < maskHeight
    const hasLower = upper >= -1 && upper + 1 < maskHeight
    if (!hasUpper && !hasLower) continue
    const upperAt = upper * maskWidth
    const lowerAt = upperAt + maskWidth
    for (let column = firstColumn; column <= lastColumn; column++) {
      const across = left + (column + 0.5) * step - 0.5
      const first = Math.floor(across)
      const right = across - first
      const hasFirst = first >= 0 && first < maskWidth
      const hasSecond = first >= -1 && first + 1 < maskWidth
      const a = hasUpper && hasFirst ? (mask[upperAt + first] as number) : 0
      const b = hasUpper && hasSecond ? (mask[upperAt + first + 1] as number) : 0
      const c = hasLower && hasFirst ? (mask[lowerAt + first] as number) : 0
      const d = hasLower && hasSecond ? (mask[lowerAt + first + 1] as number) : 0
      if ((a | b | c | d) === 0) continue
      const alpha = ((a + (b - a) * right) * (1 - below) + (c + (d - c) * right) * below) * opacity
      const place = offset + row * stride + column
      const old = bytes[place] as number
      bytes[place] = Math.round(old + (value - old) * alpha)
    }
  }
}
