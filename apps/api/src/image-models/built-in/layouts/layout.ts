import type { Mood } from '../colour/palette.ts'
import type { Composition, Scene } from '../scene/scene.ts'
import type { CardWords } from '../words/card-words.ts'

/** A way to arrange a card: one idea, drawn. */
export interface Layout {
  readonly name: string
  /** How well it suits these words: 0 not at all, 1 as well as any, 3 it is made for them. */
  readonly suits: (words: CardWords) => number
  /** For sad news: no ornament, nothing loud. Sad news uses these layouts only, and other words never do. */
  readonly isQuiet?: true
  /** Gives a card that is good at any size with any words it suits. */
  readonly compose: (scene: Scene) => Composition
}

/** A layout that shows a headline and no list, mark of quotation or halves suits those still, as a cover does. */
export function asCover({ steps, isQuote, contrast }: CardWords, suits: number): number {
  return steps.length > 0 || isQuote || contrast !== undefined ? suits * 0.5 : suits
}

/** Whether a text is of one of these moods: what is drawn beside it then has a reason. */
export function has({ moods }: CardWords, wanted: readonly Mood[]): boolean {
  return moods.some((mood) => wanted.includes(mood))
}
