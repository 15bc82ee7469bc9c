import { detail, headline, kicker } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** A quotation in serifs under a great mark, its speaker behind a rule. */
export const QUOTE: Layout = {
  name: 'quote',
  suits: ({ isQuote }) => (isQuote ? 3 : 0),
  compose(scene) {
    const { safe, unit, palette } = scene
    const on = palette.ground
    const hang = 26 * unit
    const markHeight = 15 * unit
    const text = { ...safe, y: safe.y + markHeight + 6 * unit, height: safe.height - markHeight - 6 * unit }
    const mark = headline(
      scene,
      { fill: palette.accentInk, on },
      { text: '“', voice: 'serif', weight: 800, maxSize: 60, minSize: 10, maxLines: 1 },
    )
    const texts = setStack(scene, {
      area: text,
      anchor: 'middle',
      parts: [
        kicker(scene, { fill: palette.accentInk, on }),
        headline(
          scene,
          { fill: palette.ink, on },
          {
            text: scene.words.headline,
            voice: 'serif',
            weight: 480,
            tracking: -0.015,
            leading: 1.1,
            maxSize: 15,
            maxLines: 10,
          },
        ),
        detail(scene, { fill: palette.ink, on }, { weight: 600, gap: 10, share: 0.16, maxLines: 2 }),
      ],
    })
    const by = scene.words.attribution === undefined ? undefined : texts.at(-1)
    const rule =
      by && rect({ x: safe.x, y: by.box.y - 4.6 * unit, width: 9 * unit, height: 0.6 * unit }, { fill: palette.accent })
    return {
      shapes: rule ? [rule] : [],
      texts: [
        ...setStack(scene, { area: { ...safe, width: hang, height: markHeight }, anchor: 'top', parts: [mark] }),
        ...texts,
      ],
    }
  },
}
