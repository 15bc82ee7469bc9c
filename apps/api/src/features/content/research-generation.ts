import type { Db, StoredResearch } from '#db/types.ts'
import type { Researcher } from '#research/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { ModelUsage } from '#shared/model-usage.ts'
import type { StoredGeneration } from './generations.repository.ts'
import { saveResearch } from './generations.repository.ts'

interface ResearchDependencies {
  readonly db: Db
  readonly researcher: Researcher
  readonly logger: Logger
  readonly onUsage: (usage: ModelUsage) => void
}

/**
 * Looks up what is to be known of a generation's subject before writing, and keeps it for further attempts. A source
 * that cannot be read, or a search that does not work, is logged and gone without.
 */
export async function researchGeneration(
  { db, researcher, logger, onUsage }: ResearchDependencies,
  generation: StoredGeneration,
  signal: AbortSignal,
): Promise<StoredResearch> {
  const { kind, notes, skipped, searchError } = await researcher.research({
    ...(generation.prompt !== null && { prompt: generation.prompt }),
    sourceUrls: generation.source_urls,
    mode: generation.research_mode,
    onUsage,
    signal,
  })
  const log = logger.child({ generation_id: generation.id })
  for (const { url, error } of skipped) log.warn({ err: error, url }, 'a source was not read')
  if (searchError) log.warn({ err: searchError }, 'the search did not work')
  const research = { kind, notes }
  await saveResearch(db, generation.id, research)
  return research
}
