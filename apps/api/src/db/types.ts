import type { Kysely, Transaction } from 'kysely'
import type {
  AccountsTable,
  ApiKeysTable,
  CreditLedgerTable,
  IdempotencyKeysTable,
  WorkspacesTable,
} from './tables/account.ts'
import type { ItemMetricsTable, MetricCollectionsTable, MetricSnapshotsTable } from './tables/analytics.ts'
import type { AuditLogTable } from './tables/audit.ts'
import type { BrandProfilesTable } from './tables/brand.ts'
import type { CalendarEntriesTable, CalendarFeedsTable } from './tables/calendar.ts'
import type {
  GenerationMediaTable,
  GenerationOutputsTable,
  GenerationsTable,
  ModelCallsTable,
  WritingStylesTable,
} from './tables/content.ts'
import type { ImageGenerationImagesTable, ImageGenerationStylesTable, ImageGenerationsTable } from './tables/images.ts'
import type { ConnectionRequestsTable, ConnectionsTable } from './tables/connections.ts'
import type { PublishingPausesTable } from './tables/pauses.ts'
import type { KeyCheckTable } from './tables/key-check.ts'
import type { MediaRenditionsTable, MediaTable } from './tables/media.ts'
import type { QueuesTable } from './tables/queues.ts'
import type { PostFollowUpsTable, PostItemMediaTable, PostItemsTable, PostsTable } from './tables/posts.ts'
import type { AppQuotasTable } from './tables/quotas.ts'
import type { RunEventsTable, RunsTable } from './tables/runs.ts'
import type { VideoGenerationsTable, VideoGenerationVideosTable } from './tables/videos.ts'
import type { WebhookDeliveriesTable, WebhookEndpointsTable, WebhookEventsTable } from './tables/webhooks.ts'

export type * from './tables/account.ts'
export type * from './tables/analytics.ts'
export type * from './tables/audit.ts'
export type * from './tables/brand.ts'
export type * from './tables/calendar.ts'
export type * from './tables/connections.ts'
export type * from './tables/content.ts'
export type * from './tables/pauses.ts'
export type * from './tables/images.ts'
export type * from './tables/media.ts'
export type * from './tables/posts.ts'
export type * from './tables/queues.ts'
export type * from './tables/quotas.ts'
export type * from './tables/runs.ts'
export type * from './tables/videos.ts'
export type * from './tables/webhooks.ts'

export interface Database {
  accounts: AccountsTable
  workspaces: WorkspacesTable
  api_keys: ApiKeysTable
  credit_ledger: CreditLedgerTable
  media: MediaTable
  media_renditions: MediaRenditionsTable
  runs: RunsTable
  run_events: RunEventsTable
  brand_profiles: BrandProfilesTable
  writing_styles: WritingStylesTable
  generations: GenerationsTable
  generation_media: GenerationMediaTable
  generation_outputs: GenerationOutputsTable
  image_generations: ImageGenerationsTable
  image_generation_styles: ImageGenerationStylesTable
  image_generation_images: ImageGenerationImagesTable
  video_generations: VideoGenerationsTable
  video_generation_videos: VideoGenerationVideosTable
  model_calls: ModelCallsTable
  connections: ConnectionsTable
  connection_requests: ConnectionRequestsTable
  publishing_pauses: PublishingPausesTable
  queues: QueuesTable
  app_quotas: AppQuotasTable
  posts: PostsTable
  post_items: PostItemsTable
  post_item_media: PostItemMediaTable
  item_metrics: ItemMetricsTable
  metric_snapshots: MetricSnapshotsTable
  metric_collections: MetricCollectionsTable
  calendar_entries: CalendarEntriesTable
  calendar_feeds: CalendarFeedsTable
  post_follow_ups: PostFollowUpsTable
  webhook_endpoints: WebhookEndpointsTable
  webhook_events: WebhookEventsTable
  webhook_deliveries: WebhookDeliveriesTable
  idempotency_keys: IdempotencyKeysTable
  audit_log: AuditLogTable
  key_check: KeyCheckTable
}

/** The database outside of a transaction. */
export type Db = Kysely<Database>

/**
 * A transaction. What runs inside one takes this and never a `Db`: the embedded database has one session, and a second
 * one asked for inside a transaction would wait for itself for ever.
 */
export type Trx = Transaction<Database>
