import type { Box, PlacedText } from '../card.ts'
import { detail, headline, kicker } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** Around the texts of a panel. Units. */
const PADDING = 4.6

/** A few words on a panel that is laid over a picture: no larger than they need, and clear of its middle. */
export const CAPTION_PANEL: Layout = {
  name: 'caption panel',
  suits: () => 0,
  compose(scene) {
    const { safe, unit, palette, words, isWide } = scene
    const on = palette.ground
    const ink = { fill: palette.ink, on }
    const part = isWide ? cut(cut(safe, 'left', 0.52), 'bottom', 0.62) : cut(safe, 'bottom', 0.46)
    const padding = PADDING * unit
    const area = {
      x: part.x + padding,
      y: part.y + padding,
      width: part.width - 2 * padding,
      height: part.height - 2 * padding,
    }
    const list = words.detail ?? (words.steps.length > 0 ? words.steps.join(' · ') : undefined)
    const texts = setStack(scene, {
      area,
      anchor: 'bottom',
      parts: [
        kicker(scene, { fill: palette.accentInk, on }, { maxSize: 3.6, share: 0.22 }),
        headline(scene, ink, { maxSize: isWide ? 6.8 : 7.4, gap: 2.4 }),
        detail(scene, ink, { ...(list !== undefined && { text: list }), maxSize: 3.9, gap: 2.8, share: 0.42 }),
      ],
    })
    return { shapes: [], texts, panel: around(texts, padding) }
  },
}

function around(texts: readonly PlacedText[], padding: number): Box {
  const left = Math.min(...texts.map(({ box }) => box.x)) - padding
  const top = Math.min(...texts.map(({ box }) => box.y)) - padding
  const right = Math.max(...texts.map(({ box }) => box.x + box.width)) + padding
  const bottom = Math.max(...texts.map(({ box }) => box.y + box.height)) + padding
  return { x: left, y: top, width: right - left, height: bottom - top }
}
