import type { Migration } from 'kysely/migration'
import { Migrator } from 'kysely/migration'
import * as firstTables from './migrations/0001-first-tables.ts'
import * as writingStyles from './migrations/0002-writing-styles.ts'
import * as modelCalls from './migrations/0003-model-calls.ts'
import * as research from './migrations/0004-research.ts'
import * as keysAndLimits from './migrations/0005-keys-and-limits.ts'
import * as regenerations from './migrations/0006-regenerations.ts'
import * as webhooks from './migrations/0007-webhooks.ts'
import * as keyCheck from './migrations/0013-key-check.ts'
import * as generationEvents from './migrations/0014-generation-events.ts'
import * as media from './migrations/0015-media.ts'
import * as images from './migrations/0016-images.ts'
import * as posts from './migrations/0017-posts.ts'
import * as publishing from './migrations/0019-publishing.ts'
import * as connectionRequests from './migrations/0020-connection-requests.ts'
import * as runs from './migrations/0021-runs.ts'
import * as postItemNames from './migrations/0022-post-item-names.ts'
import * as mediaFacts from './migrations/0023-media-facts.ts'
import * as principalsAndAudit from './migrations/0024-principals-and-audit.ts'
import * as modes from './migrations/0025-modes.ts'
import * as connectionRequestsV2 from './migrations/0026-connection-requests-v2.ts'
import * as lastPosted from './migrations/0027-last-posted.ts'
import * as itemsByConnection from './migrations/0028-items-by-connection.ts'
import * as publishingHolds from './migrations/0029-publishing-holds.ts'
import * as bounds from './migrations/0030-bounds.ts'
import * as fairQueues from './migrations/0031-fair-queues.ts'
import * as describedMedia from './migrations/0032-described-media.ts'
import * as accountsOfConnections from './migrations/0033-accounts-of-connections.ts'
import * as publishingPauses from './migrations/0034-publishing-pauses.ts'
import * as warnings from './migrations/0035-warnings.ts'
import * as waiting from './migrations/0037-waiting.ts'
import * as brand from './migrations/0038-brand.ts'
import * as indexes from './migrations/0040-indexes.ts'
import * as platformExamples from './migrations/0041-platform-examples.ts'
import * as renditions from './migrations/0042-renditions.ts'
import * as firstComments from './migrations/0046-first-comments.ts'
import * as threads from './migrations/0047-threads.ts'
import * as followUps from './migrations/0048-follow-ups.ts'
import * as appQuotas from './migrations/0050-app-quotas.ts'
import * as youtubeDefaults from './migrations/0051-youtube-defaults.ts'
import * as documents from './migrations/0052-documents.ts'
import * as choices from './migrations/0054-choices.ts'
import * as queues from './migrations/0055-queues.ts'
import * as calendar from './migrations/0056-calendar.ts'
import * as analytics from './migrations/0057-analytics.ts'
import * as videos from './migrations/0059-videos.ts'
import * as oldRunEvents from './migrations/0062-old-run-events.ts'
import type { Db } from './types.ts'

/** Every migration in its order. One that has landed is never changed: the next one mends it. */
const MIGRATIONS = {
  '0001-first-tables': firstTables,
  '0002-writing-styles': writingStyles,
  '0003-model-calls': modelCalls,
  '0004-research': research,
  '0005-keys-and-limits': keysAndLimits,
  '0006-regenerations': regenerations,
  '0007-webhooks': webhooks,
  '0013-key-check': keyCheck,
  '0014-generation-events': generationEvents,
  '0015-media': media,
  '0016-images': images,
  '0017-posts': posts,
  '0019-publishing': publishing,
  '0020-connection-requests': connectionRequests,
  '0021-runs': runs,
  '0022-post-item-names': postItemNames,
  '0023-media-facts': mediaFacts,
  '0024-principals-and-audit': principalsAndAudit,
  '0025-modes': modes,
  '0026-connection-requests-v2': connectionRequestsV2,
  '0027-last-posted': lastPosted,
  '0028-items-by-connection': itemsByConnection,
  '0029-publishing-holds': publishingHolds,
  '0030-bounds': bounds,
  '0031-fair-queues': fairQueues,
  '0032-described-media': describedMedia,
  '0033-accounts-of-connections': accountsOfConnections,
  '0034-publishing-pauses': publishingPauses,
  '0035-warnings': warnings,
  '0037-waiting': waiting,
  '0038-brand': brand,
  '0040-indexes': indexes,
  '0041-platform-examples': platformExamples,
  '0042-renditions': renditions,
  '0046-first-comments': firstComments,
  '0047-threads': threads,
  '0048-follow-ups': followUps,
  '0050-app-quotas': appQuotas,
  '0051-youtube-defaults': youtubeDefaults,
  '0052-documents': documents,
  '0054-choices': choices,
  '0055-queues': queues,
  '0056-calendar': calendar,
  '0057-analytics': analytics,
  '0059-videos': videos,
  '0062-old-run-events': oldRunEvents,
} satisfies Record<string, Migration>

/** The names of all migrations that this version knows. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS)

/** Brings the schema up to date. Processes that start together wait for each other under the migrator's own lock. */
export async function migrate(db: Db): Promise<void> {
  const { error } = await createMigrator(db).migrateToLatest()
  if (error) throw error
}

/** What takes a database from one migration to another. */
export function createMigrator(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
}
