import type { Picture } from './planes.ts'
import { createPlane, toYuv } from './planes.ts'

/** A colour that fills so much of a picture is a plain one, and no step of a gradient. */
const PLAIN_SHARE = 0.03
/** Every so many pixels are counted. */
const COUNTED = 61

/**
 * A picture from RGB, three bytes a pixel; both sides even.
 *
 * Plain colours are rounded to whole steps, so that they stay plain when a frame is dithered: gradients are not.
 */
export function fromRgb(rgb: Uint8Array, width: number, height: number): Picture {
  const y = createPlane(width, height)
  const u = createPlane(width / 2, height / 2)
  const v = createPlane(width / 2, height / 2)
  const plain = findPlainColours(rgb)
  for (let row = 0; row < height; row += 2) {
    for (let column = 0; column < width; column += 2) {
      const place = row * width + column
      const corners = [place, place + 1, place + width, place + width + 1] as const
      const key = keyAt(rgb, place)
      const known = corners.every((corner) => keyAt(rgb, corner) === key) ? plain.get(key) : undefined
      const half = (row >> 1) * u.width + (column >> 1)
      if (known) {
        for (const corner of corners) y.data[corner] = known.y
        u.data[half] = known.u
        v.data[half] = known.v
        continue
      }
      let sumU = 0
      let sumV = 0
      for (const corner of corners) {
        const at = corner * 3
        const shade = toYuv(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0)
        y.data[corner] = shade.y
        sumU += shade.u
        sumV += shade.v
      }
      u.data[half] = sumU / 4
      v.data[half] = sumV / 4
    }
  }
  return { y, u, v }
}

function keyAt(rgb: Uint8Array, place: number): number {
  const at = place * 3
  return ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0)
}

function findPlainColours(rgb: Uint8Array) {
  const counts = new Map<number, number>()
  const pixels = rgb.length / 3
  for (let place = 0; place < pixels; place += COUNTED) {
    const key = keyAt(rgb, place)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = (pixels / COUNTED) * PLAIN_SHARE
  const plain = [...counts].filter(([, count]) => count >= least).map(([key]) => key)
  return new Map(plain.map((key) => [key, rounded(key)]))
}

function rounded(key: number) {
  const { y, u, v } = toYuv((key >> 16) & 255, (key >> 8) & 255, key & 255)
  const whole = (value: number) => Math.round(value / 256) * 256
  return { y: whole(y), u: whole(u), v: whole(v) }
}
