import { startDeadline } from '#shared/deadline.ts'
import type { Researcher } from '../port.ts'
import type { ReadPage } from '../read-page.ts'
import { readSources } from '../read-sources.ts'

interface SourcesResearcherOptions {
  readonly readPage: ReadPage
  /** For all sources together. Milliseconds. @default 30,000 */
  readonly totalMs?: number
}

const DEFAULT_TOTAL_MS = 30_000

/** For where no search is configured: reads what the caller named, and nothing else. */
export function createSourcesResearcher({
  readPage,
  totalMs = DEFAULT_TOTAL_MS,
}: SourcesResearcherOptions): Researcher {
  return {
    searchesWeb: false,
    async research({ sourceUrls, signal }) {
      signal.throwIfAborted()
      const deadline = startDeadline(signal, totalMs)
      try {
        const { notes, skipped } = await readSources(sourceUrls, { readPage, signal: deadline.signal })
        signal.throwIfAborted()
        return { kind: notes.length === 0 ? 'none' : 'sources', notes, skipped }
      } finally {
        deadline.clear()
      }
    },
  }
}
