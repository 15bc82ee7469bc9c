import type { Platform } from '@powerpost/contract'
import type { PromptKind } from '#reading/prompt/prompt-kind.ts'

/** Ways an English opening can be turned, each with slots of the caller's own words. */
export type Form =
  | 'made'
  | 'announced'
  | 'offer'
  | 'reached'
  | 'hiring'
  | 'new-thing'
  | 'insights'
  | 'behind-the-scenes'
  | 'how-to'
  | 'reason'
  | 'announced-subject'
  | 'subject'
  | 'own-subject'
  | 'own-question'
  | 'event-subject'
  | 'undated-event-subject'
  | 'milestone-subject'
  | 'sad-subject'

/** Equally good phrases; a brief picks one of them. Slots stand in braces. */
export type Choices = readonly string[]

type ByPlatform = Readonly<Partial<Record<Platform, Choices>>>

/** The connective phrases of one language: all that a caption may say beside its input. */
export interface StockPhrases {
  /** First lines; on YouTube titles. A form or platform that is missing opens with the plain sentence. */
  readonly openings: Readonly<Partial<Record<Form, ByPlatform>>>
  /** A line of its own behind a very short text. */
  readonly lines: Readonly<Partial<Record<PromptKind, ByPlatform>>>
  /** Last lines: a question or a friendly request. */
  readonly closings: Readonly<Partial<Record<PromptKind, ByPlatform>>>
}
