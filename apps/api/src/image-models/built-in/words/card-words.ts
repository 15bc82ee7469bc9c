import type { PromptKind } from '#reading/prompt/prompt-kind.ts'
import type { Mood } from '../colour/palette.ts'
import type { Direction } from '../type/itemize.ts'

/** What stands on a card. Every word of it is the caller's; nothing is added. */
export interface CardWords {
  readonly headline: string
  /** A few words above the headline. */
  readonly kicker?: string
  /** A sentence or two below it. */
  readonly detail?: string
  /** A figure of the headline that says it all, e.g. `10,000`. */
  readonly figure?: string
  /** A date or a time that the text says, e.g. `Saturday at 9am`. */
  readonly when?: string
  /** The items of a list, two to six. */
  readonly steps: readonly string[]
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
