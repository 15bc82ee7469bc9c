import type { ResearchMode } from '../port.ts'

/** How far one research may go. */
export interface WebLimits {
  /** Searches, at most. */
  readonly questions: number
  /** Found pages that are read; of the others what the search itself says is kept. */
  readonly pages: number
  /** Notes from the web, read pages included. */
  readonly webNotes: number
  /** For all of it. Milliseconds. */
  readonly totalMs: number
  /** Of all notes together, in UTF-16 units: what a model is given to read. */
  readonly totalChars: number
}

export const WEB_LIMITS: Record<ResearchMode, WebLimits> = {
  regular: { questions: 1, pages: 2, webNotes: 6, totalMs: 20_000, totalChars: 30_000 },
  deep: { questions: 4, pages: 8, webNotes: 16, totalMs: 60_000, totalChars: 80_000 },
}
