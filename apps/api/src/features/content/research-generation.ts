import type { Db, StoredResearch } from '#db/types.ts'
import type { TextModel } from '#models/port.ts'
import type { Researcher } from '#research/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { ModelUsage } from '#shared/model-usage.ts'
import type { StoredGeneration } from './generations.repository.ts'
import { saveResearch } from './generations.repository.ts'

export interface ResearchDependencies {
  readonly db: Db
  readonly researcher: Researcher
  readonly logger: Logger
}

interface ResearchOptions {
  readonly generation: StoredGeneration
  /** The model that writes from it. */
  readonly model: TextModel
  readonly onUsage: (usage: ModelUsage) => void
  readonly signal: AbortSignal
}

const NO_RESEARCH: StoredResearch = { kind: 'none', notes: [] }

/**
 * Looks up what is to be known of a generation's subject before writing, once, and keeps it for further attempts and
 * regenerations. A source that cannot be read, or a search that does not work, is logged and left out.
 */
export async function researchGeneration(
  { db, researcher, logger }: ResearchDependencies,
  { generation, model, onUsage, signal }: ResearchOptions,
): Promise<StoredResearch> {
  // The built-in model says what the caller's own sources say of themselves; of what a search finds it cannot choose.
  const isSearched = !model.builtIn
  if (!isSearched && (generation.source_urls.length === 0 || !generation.livemode)) return NO_RESEARCH
  if (generation.research) return generation.research
  const { kind, notes, skipped, searchError } = await researcher.research({
    ...(isSearched && generation.prompt !== null && { prompt: generation.prompt }),
    sourceUrls: generation.source_urls,
    mode: isSearched ? generation.research_mode : 'regular',
    onUsage,
    signal,
  })
  const log = logger.child({ generation_id: generation.id })
  for (const { url, error } of skipped) log.warn({ err: error, url }, 'a source was not read')
  if (searchError) log.warn({ err: searchError }, 'the search did not work')
  const research = { kind, notes, ...(skipped.length > 0 && { skipped: skipped.map(({ url }) => url) }) }
  await saveResearch(db, generation.id, research)
  return research
}
