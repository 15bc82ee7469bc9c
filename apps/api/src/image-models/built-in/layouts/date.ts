import { detail, headline, kicker } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** The least and the most of the height that the field of the date takes. */
const LEAST_FIELD = 0.34
const MOST_FIELD = 0.6

/** When it is, on a field of its own; what it is, below. Neither says what the other does. */
export const DATE: Layout = {
  name: 'date',
  suits: ({ dated, steps, isQuote }) =>
    dated === undefined || steps.length > 0 || isQuote ? 0 : /\p{L}{3}|月|월/u.test(dated.when) ? 2.2 : 0.6,
  compose(scene) {
    const { safe, width, height, unit, palette, words, isWide } = scene
    const { when, headline: what, detail: more } = words.dated ?? { when: '', headline: words.headline }
    const below = { fill: palette.ink, on: palette.ground }
    const parts = [
      kicker(scene, { fill: palette.accentInk, on: palette.ground }),
      headline(scene, below, { maxSize: 14, text: what }),
      more === undefined ? undefined : detail(scene, below, { text: more }),
    ]
    const edgeOfText = isWide ? width * 0.42 : safe.y + safe.height * LEAST_FIELD
    const rest = isWide
      ? { ...safe, x: edgeOfText + 7 * unit, width: width - edgeOfText - 7 * unit - safe.x }
      : { ...safe, y: edgeOfText + 6 * unit, height: safe.y + safe.height - edgeOfText - 6 * unit }
    const texts = setStack(scene, { area: rest, anchor: 'bottom', parts })
    // What the text leaves is the field's, so that neither is half empty.
    const top = Math.min(...texts.map(({ box }) => box.y)) - 6 * unit
    const edge = isWide ? edgeOfText : Math.max(edgeOfText, Math.min(top, safe.y + safe.height * MOST_FIELD))
    const field = isWide ? { x: 0, y: 0, width: edge, height } : { x: 0, y: 0, width, height: edge }
    const day = isWide ? { ...safe, width: edge - safe.x - 6 * unit } : { ...safe, height: edge - safe.y - 6 * unit }
    const date = {
      text: when,
      voice: 'condensed',
      weight: 850,
      tracking: -0.005,
      leading: 0.94,
      maxSize: 34,
      minSize: 5,
      maxLines: 4,
    } as const
    return {
      shapes: [rect(field, { fill: palette.accent })],
      texts: [
        ...setStack(scene, {
          area: day,
          anchor: 'bottom',
          parts: [headline(scene, { fill: palette.onAccent, on: palette.accent }, date)],
        }),
        ...texts,
      ],
    }
  },
}
