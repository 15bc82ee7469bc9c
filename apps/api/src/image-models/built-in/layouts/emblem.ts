import { detail, headline, kicker } from '../scene/parts.ts'
import { circle } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** The caller's own emoji, drawn large in a disc. */
export const EMBLEM: Layout = {
  name: 'emblem',
  suits: ({ emblem, headline, steps, isQuote }) =>
    emblem === undefined || steps.length > 0 || isQuote ? 0 : headline === emblem ? 3 : 2,
  compose(scene) {
    const { safe, width, height, unit, palette, words, isWide, isTall } = scene
    const isOnlyEmblem = words.headline === words.emblem
    const radius = isOnlyEmblem ? 34 * unit : isWide ? height * 0.36 : isTall ? width * 0.32 : height * 0.23
    const x = isOnlyEmblem ? width / 2 : isWide ? width - safe.x - radius : safe.x + radius
    const y = isOnlyEmblem ? safe.y + safe.height / 2 : isWide ? height / 2 : safe.y + radius
    const reach = radius * 0.66
    const on = palette.ground
    const picture = headline(
      scene,
      { fill: palette.onAccent, on: palette.accent },
      {
        text: words.emblem ?? '',
        weight: 700,
        maxSize: 90,
        minSize: 10,
        maxLines: 1,
      },
    )
    const below = 2 * radius + 7 * unit
    return {
      shapes: [circle(x, y, radius, { fill: palette.accent })],
      texts: [
        ...setStack(scene, {
          area: { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
          anchor: 'middle',
          align: 'center',
          parts: [picture],
        }),
        ...setStack(scene, {
          area: isWide
            ? { ...safe, width: x - radius - 8 * unit - safe.x }
            : { ...safe, y: safe.y + below, height: safe.height - below },
          anchor: isTall ? 'top' : 'bottom',
          parts: [
            kicker(scene, { fill: palette.accentInk, on }),
            ...(isOnlyEmblem ? [] : [headline(scene, { fill: palette.ink, on })]),
            detail(scene, { fill: palette.ink, on }),
          ],
        }),
      ],
    }
  },
}
