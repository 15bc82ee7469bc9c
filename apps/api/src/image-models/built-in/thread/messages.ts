import type { Card } from '../card.ts'
import type { CardBrief } from '../compose-card.ts'

export interface ToComposer {
  readonly id: number
  readonly brief: CardBrief
}

/** `card` undefined: nothing can be drawn of the brief. */
export type FromComposer =
  | { readonly id: number; readonly card: Card | undefined }
  | { readonly id: number; readonly error: Error }
