import { PageError } from './page/errors.ts'
import type { ResearchNote, SkippedSource } from './port.ts'
import type { ReadPage } from './read-page.ts'

/** Connections at a time, for one caller's sources. */
const PARALLEL = 4

/** Reads the pages a caller named, each once. One that cannot be read is skipped; it throws nothing. */
export async function readSources(
  urls: readonly string[],
  options: { readonly readPage: ReadPage; readonly signal: AbortSignal },
): Promise<{ readonly notes: readonly ResearchNote[]; readonly skipped: readonly SkippedSource[] }> {
  const outcomes = await readAll([...new Set(urls)], options)
  return {
    notes: outcomes.flatMap((outcome) => ('note' in outcome ? [outcome.note] : [])),
    skipped: outcomes.flatMap((outcome) => ('error' in outcome ? [outcome] : [])),
  }
}

/** Reads pages side by side, their outcomes in the order of the addresses. */
export async function readAll(
  urls: readonly string[],
  options: { readonly readPage: ReadPage; readonly signal: AbortSignal },
): Promise<readonly ({ readonly url: string; readonly note: ResearchNote } | SkippedSource)[]> {
  const { readPage, signal } = options
  const outcomes: ({ url: string; note: ResearchNote } | SkippedSource)[] = []
  const todo = urls.entries()
  const work = async () => {
    for (const [place, url] of todo) outcomes[place] = await readOne(url, readPage, signal)
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return outcomes
}

async function readOne(url: string, readPage: ReadPage, signal: AbortSignal) {
  try {
    return { url, note: await readPage(url, { signal }) }
  } catch (error) {
    if (signal.aborted) return { url, error: new PageError('busy', 'was not read in the time there was') }
    return { url, error: error instanceof Error ? error : new Error(String(error)) }
  }
}
