import type { RenditionChange } from '@powerpost/contract'
import type { Shape } from './plan-shape.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** What a person sees of another shape or size. */
export function sayReshaping(before: Size, { crop, canvas, width, height }: Shape): RenditionChange[] {
  if (canvas)
    return [{ change: 'padded', message: `Bars are added: it becomes ${canvas.width}x${canvas.height} pixels.` }]
  if (crop) return [{ change: 'cropped', message: `It is cropped and becomes ${width}x${height} pixels.` }]
  if (width === before.width && height === before.height) return []
  return [{ change: 'dimensions', message: `It is scaled to ${width}x${height} pixels.` }]
}
