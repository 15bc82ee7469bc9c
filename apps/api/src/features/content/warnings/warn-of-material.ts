import type { StoredResearch } from '#db/types.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { isFirstRun } from '#features/runs/index.ts'
import type { Generator, Warning } from '@powerpost/contract'
import type { StoredGeneration } from '../generations.repository.ts'

interface MaterialOptions {
  readonly run: StoredRun
  readonly generation: Pick<StoredGeneration, 'source_urls' | 'research_mode'>
  readonly research: StoredResearch
  readonly generator: Generator
  readonly onWarning: (warning: Warning) => void
}

export const RESEARCH_NOT_DONE: Warning = {
  code: 'research_not_done',
  message: 'The web was not searched: this server has no web search, or it did not work.',
  field: 'research_mode',
}

export const MEDIA_NOT_SEEN: Warning = {
  code: 'media_not_seen',
  message: 'The media were not looked at: the captions are written from the prompt and from facts about the files.',
  field: 'media_ids',
}

/** Warns of what was to be read or looked at before writing, and was not. */
export function warnOfMaterial({ run, generation, research, generator, onWarning }: MaterialOptions): void {
  const { source_urls: sources, research_mode: mode } = generation
  const skipped = new Set(research.skipped)
  // What was read was read for the first run; a regeneration reads nothing, and does not cost it.
  if (isFirstRun(run)) {
    for (const [index, url] of sources.entries()) {
      if (skipped.has(url) || research.kind === 'none') onWarning(sourceNotRead(index))
    }
    if (generator.media === 'facts') onWarning(MEDIA_NOT_SEEN)
  }
  if (mode === 'deep' && research.kind !== 'web') onWarning(RESEARCH_NOT_DONE)
}

/** @param index of the source in the request, from 0 */
export function sourceNotRead(index: number): Warning {
  return {
    code: 'source_not_read',
    message: 'This source could not be read; nothing was taken from it.',
    field: `source_urls[${index}]`,
  }
}
