import { detail, headline, kicker } from '../../scene/parts.ts'
import type { Scene } from '../../scene/scene.ts'
import type { StackPart } from '../../scene/stack.ts'
import type { CardWords } from '../../words/card-words.ts'

/** How well a quiet layout suits a text: only sad news. */
export function suitsSad({ kind }: CardWords, suits: number): number {
  return kind === 'sad' ? suits : 0
}

/** What a quiet card says: serifs of one colour, nothing large. */
export function quietParts(scene: Scene): (StackPart | undefined)[] {
  const { palette, words, isWide } = scene
  const colours = { fill: palette.ink, on: palette.ground }
  const serif = { voice: 'serif', weight: 420, tracking: -0.012 } as const
  const list = words.steps.join('\u2002·\u2002')
  return [
    kicker(scene, colours, { ...serif, weight: 600 }),
    headline(scene, colours, { ...serif, leading: 1.12, maxSize: isWide ? 14 : 11.5, gap: 5 }),
    list === ''
      ? detail(scene, colours, { ...serif, gap: 6.5 })
      : detail(scene, colours, { ...serif, gap: 6.5, text: list }),
  ]
}
