import { detail, headline, kicker } from '../scene/parts.ts'
import type { Scene } from '../scene/scene.ts'
import { setStack } from '../scene/stack.ts'
import type { StackPart } from '../scene/stack.ts'
import { visualLength } from '../type/graphemes.ts'
import type { StagedFigure } from '../words/stage-figure.ts'
import type { Layout } from './layout.ts'

/** The figure that it is all about, as large as the card is wide, within the sentence that it stands in. */
export const FIGURE: Layout = {
  name: 'figure',
  suits: ({ staged, steps, isQuote }) => (staged === undefined || steps.length > 0 || isQuote ? 0 : 2.6),
  compose(scene) {
    const { safe, unit, palette, words, isWide } = scene
    const staged = words.staged ?? { figure: words.headline, before: '', after: '' }
    const on = palette.ground
    const { before, figure, after } = partsOf(scene, staged)
    const label = kicker(scene, { fill: palette.accentInk, on }, { share: 0.1 })
    const below = detail(scene, { fill: palette.ink, on }, { gap: 5, share: 0.2 })
    const parts = [label, before, figure, after, below]
    if (!isWide) return { shapes: [], texts: setStack(scene, { area: safe, anchor: 'middle', parts }) }
    if (!after && !below)
      return { shapes: [], texts: setStack(scene, { area: safe, anchor: 'middle', align: 'center', parts }) }
    const start = { ...safe, width: safe.width * 0.56 - 4 * unit }
    const end = { ...safe, x: safe.x + safe.width * 0.56 + 2 * unit, width: safe.width * 0.44 - 2 * unit }
    const sides = [
      [label, before, figure],
      [after, below],
    ]
    return {
      shapes: [],
      texts: [start, end].flatMap((area, index) =>
        setStack(scene, { area, anchor: 'middle', parts: sides[index] ?? [] }),
      ),
    }
  },
}

interface Parts {
  readonly before: StackPart | undefined
  readonly figure: StackPart
  readonly after: StackPart | undefined
}

function partsOf(scene: Scene, { before, figure, after }: StagedFigure): Parts {
  const { palette, isWide, isTall } = scene
  const on = palette.ground
  const length = visualLength(before + after)
  // Both halves of the sentence in one size.
  const maxSize = (length <= 26 ? 11 : length <= 50 ? 9 : length <= 90 ? 7.4 : 6) * (isTall ? 1.15 : 1)
  const side = (text: string, share: number) =>
    text === ''
      ? undefined
      : headline(scene, { fill: palette.ink, on }, { text, maxSize, weight: 750, gap: 5.5, share, minSize: 3.2 })
  const share = (text: string) => 0.12 + (0.5 * visualLength(text)) / (length + 24)
  return {
    before: side(before, isWide ? 0.4 : share(before)),
    figure: headline(
      scene,
      { fill: palette.accentInk, on },
      {
        text: figure,
        voice: 'condensed',
        weight: 900,
        tracking: -0.01,
        leading: 0.9,
        maxSize: 74,
        minSize: 12,
        maxLines: 1,
        gap: 5.5,
      },
    ),
    after: side(after, isWide ? 0.6 : share(after)),
  }
}
