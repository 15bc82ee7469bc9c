import type { AccountCapabilities, Fit, PostOptions, PostType, PreflightProblem } from '@powerpost/contract'
import type { PlacedMedium } from '../placed-medium.ts'

/** A text with its media. */
export interface ThreadPart {
  readonly content: string
  readonly media: readonly PlacedMedium[]
}

/** What of an item a platform's rules are about. */
export interface ItemToCheck {
  readonly postType: PostType
  readonly content: string
  readonly title: string | undefined
  readonly firstComment?: string | undefined
  readonly options: PostOptions
  readonly media: readonly PlacedMedium[]
  /** What follows in the same thread. */
  readonly thread?: readonly ThreadPart[] | undefined
  readonly fit: Fit
  /** What holds for the account that it goes to. Undefined: nobody knows yet, or nothing of its own. */
  readonly capabilities?: AccountCapabilities | undefined
}

/** A rule that an item breaks. */
export interface Finding extends Pick<PreflightProblem, 'severity' | 'rule' | 'limit' | 'actual' | 'message'> {
  /** Which of the item's fields. */
  readonly field: string
  /** Where the rule was read: an address, or who says so. */
  readonly source?: string | undefined
}
