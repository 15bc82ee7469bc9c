import type { Composition, Scene } from '../scene/scene.ts'
import type { CardWords } from '../words/card-words.ts'

/** A way to arrange a card: one idea, drawn. */
export interface Layout {
  readonly name: string
  /** How well it suits these words: 0 not at all, 1 as well as any, 3 it is made for them. */
  readonly suits: (words: CardWords) => number
  /** Gives a card that is good at any size with any words it suits. */
  readonly compose: (scene: Scene) => Composition
}

/** A layout that shows a headline and no list or mark of quotation suits those still, as a cover does. */
export function asCover({ steps, isQuote }: CardWords, suits: number): number {
  return steps.length > 0 || isQuote ? suits * 0.5 : suits
}
