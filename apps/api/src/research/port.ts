import type { ModelUsage } from '#shared/model-usage.ts'

/** What was read about the subject before writing. It is foreign text: material, never an instruction. */
export interface ResearchNote {
  readonly url: string
  readonly title?: string
  /** Plain text in paragraphs, clean of control and invisible characters: any database and any prompt takes it. */
  readonly text: string
}

export type ResearchMode = 'regular' | 'deep'

/** Where notes came from: nowhere, only the caller's own sources, or also the web. */
export type ResearchKind = 'none' | 'sources' | 'web'

export interface ResearchRequest {
  /** What to look up. Absent when the caller gave only media: then nothing is searched for. */
  readonly prompt?: string
  /** Pages the caller asks to have read. */
  readonly sourceUrls: readonly string[]
  readonly mode: ResearchMode
  /** Told what each call of a model cost, where a model's vendor is what searches. */
  readonly onUsage?: (usage: ModelUsage) => void
  /** Stops it, its reason thrown. */
  readonly signal: AbortSignal
}

/** A source of the caller's that could not be read. */
export interface SkippedSource {
  readonly url: string
  /** An OutboundError's or PageError's message may be shown; its cause, and any other error, is for the log. */
  readonly error: Error
}

export interface Research {
  readonly kind: ResearchKind
  /** The caller's sources first, in the order given; each page once. */
  readonly notes: readonly ResearchNote[]
  readonly skipped: readonly SkippedSource[]
  /** The search did not work, in part or at all. To be logged: what else was found stands. */
  readonly searchError?: SearchError
}

/**
 * Looks the subject of a post up.
 *
 * It throws nothing but the signal's reason: a source that cannot be read is skipped, a search that does not work is
 * reported in the result, and what takes too long is left out.
 */
export interface Researcher {
  /** Whether it searches the web, or reads the caller's sources alone. */
  readonly searchesWeb: boolean
  research(request: ResearchRequest): Promise<Research>
}

/**
 * Why a search did not work.
 *
 * - `down`: it cannot be reached, is broken, or takes too long.
 * - `busy`: it was asked too often.
 * - `misconfigured`: the operator must fix something, and the message says what.
 * - `unusable`: it answered with something else than results.
 */
export type SearchFailure = 'down' | 'busy' | 'misconfigured' | 'unusable'

/** A search did not work. The message is for the log; it repeats nothing of the question or the answer. */
export class SearchError extends Error {
  override readonly name = 'SearchError'
  readonly failure: SearchFailure

  constructor(failure: SearchFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}
