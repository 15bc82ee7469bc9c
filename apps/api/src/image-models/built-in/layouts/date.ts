import { detail, headline } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** When it is, on a field of its own; what it is, below. */
export const DATE: Layout = {
  name: 'date',
  suits: ({ when, steps, isQuote }) =>
    when === undefined || steps.length > 0 || isQuote ? 0 : /\p{L}{3}|月|월/u.test(when) ? 2.2 : 0.6,
  compose(scene) {
    const { safe, width, height, unit, palette, words, isWide } = scene
    const edge = isWide ? width * 0.42 : safe.y + safe.height * 0.4
    const field = isWide ? { x: 0, y: 0, width: edge, height } : { x: 0, y: 0, width, height: edge }
    const day = isWide ? { ...safe, width: edge - safe.x - 6 * unit } : { ...safe, height: edge - safe.y - 5 * unit }
    const rest = isWide
      ? { ...safe, x: edge + 7 * unit, width: width - edge - 7 * unit - safe.x }
      : { ...safe, y: edge + 6 * unit, height: safe.y + safe.height - edge - 6 * unit }
    const on = palette.accent
    return {
      shapes: [rect(field, { fill: palette.accent })],
      texts: [
        ...setStack(scene, {
          area: day,
          anchor: 'bottom',
          parts: [
            headline(
              scene,
              { fill: palette.onAccent, on },
              {
                text: words.when ?? '',
                voice: 'condensed',
                weight: 850,
                tracking: -0.005,
                leading: 0.92,
                maxSize: 30,
                minSize: 5,
                maxLines: 3,
              },
            ),
          ],
        }),
        ...setStack(scene, {
          area: rest,
          anchor: isWide ? 'bottom' : 'top',
          parts: [
            headline(
              scene,
              { fill: palette.ink, on: palette.ground },
              {
                maxSize: 12,
                text: withoutWhen(words.headline, words.when ?? ''),
              },
            ),
            detail(scene, { fill: palette.ink, on: palette.ground }),
          ],
        }),
      ],
    }
  },
}

/** What is left of a headline that ends in the date; the whole where it stands within. */
function withoutWhen(text: string, when: string): string {
  if (!/\p{L}{3}/u.test(when) || !text.endsWith(` ${when}`)) return text
  const rest = text
    .slice(0, -when.length)
    .replace(/[\s,:–—-]*(?:\s(?:on|at|from|am|um|ab|le|à|el|il|em|na|op|den|this|der))?[\s,:–—-]*$/iu, '')
  return rest.length >= 8 ? rest : text
}
