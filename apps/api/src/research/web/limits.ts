import type { ResearchMode } from '../port.ts'

/** How far one research may go. */
export interface WebLimits {
  /** Searches, at most. */
  readonly questions: number
  /** Found pages that are read; of the others what the search itself says is kept. */
  readonly pages: number
  /** Notes from the web, read pages included. */
  readonly webNotes: number
  /** Notes from one site, so that one voice does not drown the others. */
  readonly notesPerHost: number
  /** For all of it. Milliseconds. */
  readonly totalMs: number
  /** Of all notes together, in UTF-16 units: what a model is given to read. */
  readonly totalChars: number
}

export const WEB_LIMITS: Record<ResearchMode, WebLimits> = {
  regular: { questions: 1, pages: 2, webNotes: 6, notesPerHost: 2, totalMs: 20_000, totalChars: 30_000 },
  deep: { questions: 4, pages: 8, webNotes: 16, notesPerHost: 2, totalMs: 60_000, totalChars: 80_000 },
}

/**
 * For a search that a model makes: it looks several things up for one question, and takes longer over it. It has chosen
 * its pages itself; Google's all have addresses of one host, which lead on to the pages.
 */
export const MODEL_SEARCH_LIMITS: Record<ResearchMode, WebLimits> = {
  regular: { ...WEB_LIMITS.regular, notesPerHost: 6, totalMs: 45_000 },
  deep: { ...WEB_LIMITS.deep, questions: 2, notesPerHost: 16, totalMs: 90_000 },
}
