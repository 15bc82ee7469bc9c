import { detail, headline } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** The figure that it is all about, as large as the card is wide, and the sentence it stands in. */
export const FIGURE: Layout = {
  name: 'figure',
  suits: ({ figure, steps, isQuote }) => (figure === undefined || steps.length > 0 || isQuote ? 0 : 2.6),
  compose(scene) {
    const { safe, unit, palette, words, isWide } = scene
    const on = palette.ground
    const figure = headline(
      scene,
      { fill: palette.accentInk, on },
      {
        text: words.figure ?? '',
        voice: 'condensed',
        weight: 900,
        tracking: -0.01,
        leading: 0.9,
        maxSize: 74,
        minSize: 12,
        maxLines: 1,
        share: isWide ? 1 : 0.52,
      },
    )
    const rest = [
      headline(
        scene,
        { fill: palette.ink, on },
        { maxSize: 9, weight: 750, gap: 7, ...(isWide ? { share: 0.6 } : {}) },
      ),
      detail(scene, { fill: palette.ink, on }, { gap: 4.4 }),
    ]
    if (!isWide) {
      const texts = setStack(scene, { area: safe, anchor: 'bottom', parts: [figure, ...rest] })
      const top = Math.min(...texts.map(({ box }) => box.y)) - 6 * unit
      const rule = { x: safe.x, y: Math.max(top, safe.y), width: safe.width, height: 0.8 * unit }
      return { shapes: top > safe.y ? [rect(rule, { fill: palette.accentInk })] : [], texts }
    }
    const half = safe.width * 0.58
    return {
      shapes: [rect({ x: safe.x, y: safe.y, width: safe.width, height: 0.8 * unit }, { fill: palette.accentInk })],
      texts: [
        ...setStack(scene, { area: { ...safe, width: half - 4 * unit }, anchor: 'bottom', parts: [figure] }),
        ...setStack(scene, {
          area: { ...safe, x: safe.x + half + 2 * unit, width: safe.width - half - 2 * unit },
          anchor: 'bottom',
          parts: rest,
        }),
      ],
    }
  },
}
