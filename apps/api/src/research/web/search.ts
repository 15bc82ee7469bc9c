import type { ResearchRequest } from '../port.ts'

/** What to ask a search for. */
export interface Question {
  readonly text: string
  readonly category: 'general' | 'news'
  /** Only what was published within the last year. @default of any age */
  readonly recent?: boolean
}

/** One result: foreign text, not yet cleaned. */
export interface Hit {
  readonly url: string
  readonly title: string
  /** What the search shows of the page. May be empty. */
  readonly snippet: string
}

/**
 * Asks one search engine.
 *
 * @returns the best first
 * @throws SearchError, or the signal's reason
 */
export type Search = (
  question: Question,
  options: Pick<ResearchRequest, 'signal' | 'onUsage'>,
) => Promise<readonly Hit[]>
