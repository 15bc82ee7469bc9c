import type { Mood } from '../colour/palette.ts'
import { detail, headline, kicker } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import { circle } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover, has } from './layout.ts'
import type { Layout } from './layout.ts'

const GLOWING: readonly Mood[] = ['warm', 'dark', 'calm']

/** A sun that melts into the ground and is gone before the text begins. */
export const AURA: Layout = {
  name: 'aura',
  suits: (words) => asCover(words, has(words, GLOWING) ? 1.5 : 0.4),
  compose(scene) {
    const { safe, width, height, palette, isWide, isTall } = scene
    const radius = isWide ? height * 0.4 : width * (isTall ? 0.36 : height > width ? 0.34 : 0.31)
    const x = isWide ? width * 0.76 : width * 0.62
    const y = isWide ? height * 0.46 : isTall ? height * 0.24 : height * (height > width ? 0.28 : 0.26)
    const gradient = `<defs><linearGradient id="sun" x1="0" y1="0" x2="0" y2="1"><stop offset=".1" stop-color="${palette.accent}"/><stop offset=".78" stop-color="${palette.accent}" stop-opacity="0"/></linearGradient><radialGradient id="glow"><stop offset=".6" stop-color="${palette.accent}" stop-opacity=".24"/><stop offset="1" stop-color="${palette.accent}" stop-opacity="0"/></radialGradient></defs>`
    const area = isWide ? cut(safe, 'left', 0.5) : cut(safe, 'bottom', isTall ? 0.6 : 0.5)
    const on = palette.ground
    return {
      shapes: [
        gradient,
        circle(x, y - radius * 0.35, radius * 1.2, { fill: 'url(#glow)' }),
        circle(x, y, radius, { fill: 'url(#sun)' }),
      ],
      texts: setStack(scene, {
        area,
        anchor: 'bottom',
        parts: [
          kicker(scene, { fill: palette.ink, on }, { weight: 650 }),
          headline(scene, { fill: palette.ink, on }, { voice: 'serif', weight: 520, tracking: -0.02, leading: 1.05 }),
          detail(scene, { fill: palette.ink, on }),
        ],
      }),
    }
  },
}
