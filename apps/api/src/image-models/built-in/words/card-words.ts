import type { PromptKind } from '#reading/prompt/prompt-kind.ts'
import type { Mood } from '../colour/palette.ts'
import type { Direction } from '../type/itemize.ts'
import type { Contrast } from './find-contrast.ts'
import type { ListKind } from './find-steps.ts'
import type { StagedDate } from './stage-date.ts'
import type { StagedFigure } from './stage-figure.ts'

/** What stands on a card. Every word of it is the caller's; nothing is added. */
export interface CardWords {
  readonly headline: string
  /** A few words above the headline. */
  readonly kicker?: string
  /** A sentence or two below it. */
  readonly detail?: string
  /** The headline around a figure that says it all, e.g. `10,000`. */
  readonly staged?: StagedFigure
  /** A date or a time that the text says, e.g. `Saturday at 9am`, and the texts without it. */
  readonly dated?: Dated
  /** Two labelled halves, such as a before and an after. */
  readonly contrast?: Contrast
  /** The items of a list, two to six. */
  readonly steps: readonly string[]
  readonly listKind: ListKind
  /** Of a price list: the price of each item. */
  readonly prices: readonly string[]
  /** The headline is what somebody said. */
  readonly isQuote: boolean
  /** Who said it. */
  readonly attribution?: string
  /** An emoji of the caller's own, to be drawn as a picture. */
  readonly emblem?: string
  readonly kind: PromptKind
  readonly moods: readonly Mood[]
  /** BCP 47; `und` where it is not known. */
  readonly language: string
  readonly direction: Direction
}

/** A card whose date stands on a field of its own. */
export interface Dated extends Pick<StagedDate, 'when'> {
  readonly headline: string
  readonly detail?: string
}
