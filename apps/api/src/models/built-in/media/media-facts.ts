import type { ImageFacts, MediaFacts } from '../../port.ts'
import { ENGLISH_MEDIA_LINES } from '../stock-phrases/english-media.ts'

/** `deep blue and white`: the colours that fill most of the pictures, two at most; empty when none is known. */
export function coloursOf(media: readonly MediaFacts[]): string {
  const weights = new Map<string, number>()
  for (const image of media.filter(isImage)) {
    for (const [rank, colour] of image.colours.slice(0, 3).entries())
      weights.set(colour, (weights.get(colour) ?? 0) + 1 / (rank + 1))
  }
  const names = [...weights]
    .toSorted((a, b) => b[1] - a[1])
    .map(([name]) => name.trim())
    .filter(Boolean)
  return names.slice(0, 2).join(` ${ENGLISH_MEDIA_LINES.and} `)
}

/** `portrait`, `landscape` or `square`, by the sides as shown. */
export function shapeOf({ width, height }: MediaFacts): keyof typeof ENGLISH_MEDIA_LINES.shapes {
  const ratio = width / height
  if (ratio > 0.97 && ratio < 1.03) return 'square'
  return ratio > 1 ? 'landscape' : 'portrait'
}

/** `42 seconds`, `1 minute 5 seconds`. */
export function durationText(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  const parts = [
    minutes > 0 ? `${minutes} ${ENGLISH_MEDIA_LINES.minutes[minutes === 1 ? 0 : 1]}` : '',
    rest > 0 ? `${rest} ${ENGLISH_MEDIA_LINES.seconds[rest === 1 ? 0 : 1]}` : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** `0:42`: understood in every language. */
export function clockTime(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function isImage(media: MediaFacts): media is ImageFacts {
  return media.kind === 'image'
}
