import type { Box } from '../card.ts'

/** How a shape is painted. */
export interface Paint {
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth?: number
  readonly opacity?: number
}

export function rect({ x, y, width, height }: Box, paint: Paint): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${attributes(paint)}/>`
}

export function circle(x: number, y: number, radius: number, paint: Paint): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}"${attributes(paint)}/>`
}

export function path(d: string, paint: Paint): string {
  return `<path d="${d}"${attributes(paint)}/>`
}

/** A point of a path. */
export function at(x: number, y: number): string {
  return `${short(x)} ${short(y)}`
}

/** Three digits are finer than a pixel of any card. */
export function short(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

function attributes({ fill = 'none', stroke, strokeWidth, opacity }: Paint): string {
  const parts = [` fill="${fill}"`]
  if (stroke !== undefined) parts.push(` stroke="${stroke}"`)
  if (strokeWidth !== undefined) parts.push(` stroke-width="${short(strokeWidth)}"`)
  if (opacity !== undefined) parts.push(` opacity="${short(opacity)}"`)
  return parts.join('')
}
