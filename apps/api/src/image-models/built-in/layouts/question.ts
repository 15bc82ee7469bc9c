import type { CardWords } from '../words/card-words.ts'
import { detail, headline, kicker } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** A great question mark on a field at the side, the question beside it. */
export const QUESTION: Layout = {
  name: 'question',
  suits: ({ headline, steps, isQuote }) => (/[?？؟]\s*$/u.test(headline) && steps.length === 0 && !isQuote ? 2.4 : 0),
  compose(scene) {
    const { safe, width, height, unit, palette, isWide, isTall } = scene
    const least = isWide ? width * 0.64 : safe.y + safe.height * (isTall ? 0.3 : 0.36)
    const area = isWide
      ? { ...safe, width: least - safe.x - 8 * unit }
      : { ...safe, y: least + 6 * unit, height: safe.y + safe.height - least - 6 * unit }
    const on = palette.ground
    const asked = setStack(scene, {
      area,
      anchor: isWide ? 'middle' : 'bottom',
      parts: [
        kicker(scene, { fill: palette.accentInk, on }),
        headline(scene, { fill: palette.ink, on }, { maxSize: 13 }),
        detail(scene, { fill: palette.ink, on }),
      ],
    })
    const top = Math.min(...asked.map(({ box }) => box.y)) - 6 * unit
    const edge = isWide ? least : Math.max(least, Math.min(top, safe.y + safe.height * 0.6))
    const field = isWide ? { x: edge, y: 0, width: width - edge, height } : { x: 0, y: 0, width, height: edge }
    const inner = isWide
      ? { ...safe, x: edge + 6 * unit, width: width - edge - 12 * unit }
      : { ...cut(safe, 'top', 1), height: edge - safe.y - 6 * unit }
    const mark = headline(
      scene,
      { fill: palette.onAccent, on: palette.accent },
      {
        text: markOf(scene.words),
        weight: 900,
        maxSize: 110,
        minSize: 10,
        maxLines: 1,
      },
    )
    return {
      shapes: [rect(field, { fill: palette.accent })],
      texts: [
        ...setStack(scene, {
          area: inner,
          anchor: isWide ? 'middle' : 'bottom',
          align: isWide ? 'center' : 'start',
          parts: [mark],
        }),
        ...asked,
      ],
    }
  },
}

function markOf({ headline }: CardWords): string {
  return headline.includes('؟') ? '؟' : '?'
}
