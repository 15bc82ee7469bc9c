import type { Mood } from '../colour/palette.ts'
import { usualParts } from '../scene/parts.ts'
import { at, path } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover, has } from './layout.ts'
import type { Layout } from './layout.ts'

const SOFT: readonly Mood[] = ['calm', 'fresh', 'natural']

/** Waves along the lower edge; the text stands in the air above them. */
export const WAVES: Layout = {
  name: 'waves',
  suits: (words) => asCover(words, has(words, SOFT) ? 1.5 : 0.4),
  compose(scene) {
    const { safe, width, height, palette, unit, random } = scene
    const sea = height * (scene.isTall ? 0.3 : scene.isWide ? 0.3 : 0.34)
    const phase = random() * Math.PI
    const bands = [palette.second, palette.accent, palette.ink].map((fill, index) =>
      path(wave(width, height - sea * (1 - index * 0.3), height, sea * 0.13, phase + index * 1.9), { fill }),
    )
    const bottom = height - sea * 1.13 - 5 * unit
    return {
      shapes: bands,
      texts: setStack(scene, {
        area: { ...safe, height: Math.min(bottom, safe.y + safe.height) - safe.y },
        anchor: 'top',
        parts: usualParts(scene),
      }),
    }
  },
}

/** One and a half periods, closed along the bottom. */
function wave(width: number, y: number, bottom: number, swing: number, phase: number): string {
  const points = Array.from({ length: 49 }, (_, index) => {
    const x = (width * index) / 48
    return at(x, y + Math.sin((index / 48) * Math.PI * 3 + phase) * swing)
  })
  return `M${points.join('L')}L${at(width, bottom)}L${at(0, bottom)}Z`
}
