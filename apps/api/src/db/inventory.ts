import type { Database } from './types.ts'

/** What somebody must decide about a table. */
interface TableDuties {
  /** The folder of the feature that writes it; `server`: none does. */
  readonly owner: string
  /**
   * What a row says about its workspace. `by mode`: it is not empty, in the row's mode;
   * `nothing`: it may be deleted.
   */
  readonly holds: 'by mode' | 'nothing'
  /**
   * What happens to the rows of a deleted workspace. `in batches`: the owner's `purgeInBatches` removes them; `at the end`: its
   * `purgeRows` does, in the transaction that removes the workspace; `with its parent`: they go with the row that they belong to; `as the last`: the job that purges does; `kept`: they are the account's, or nobody's.
   */
  readonly purge: 'in batches' | 'at the end' | 'with its parent' | 'as the last' | 'kept'
  /** Whether a sweep of the owner removes rows that nobody needs any more. */
  readonly swept: boolean
}

/**
 * Every table, each after those that it refers to: in this order rows are copied to another database. A table that is missing
 * here does not compile, and neither does a feature that does not do what stands here.
 *
 * What the job queue and the rate limits keep is not moved: jobs are enqueued again on the target, and limits start from zero.
 */
const TABLES = {
  accounts: { owner: 'account', holds: 'nothing', purge: 'kept', swept: false },
  workspaces: { owner: 'workspaces', holds: 'nothing', purge: 'as the last', swept: false },
  api_keys: { owner: 'api-keys', holds: 'nothing', purge: 'kept', swept: false },
  credit_ledger: { owner: 'account', holds: 'nothing', purge: 'kept', swept: false },
  media: { owner: 'media', holds: 'by mode', purge: 'in batches', swept: true },
  media_renditions: { owner: 'media', holds: 'nothing', purge: 'with its parent', swept: false },
  runs: { owner: 'runs', holds: 'nothing', purge: 'with its parent', swept: false },
  run_events: { owner: 'runs', holds: 'nothing', purge: 'with its parent', swept: false },
  brand_profiles: { owner: 'brand', holds: 'nothing', purge: 'at the end', swept: false },
  writing_styles: { owner: 'writing-styles', holds: 'by mode', purge: 'at the end', swept: false },
  generations: { owner: 'content', holds: 'by mode', purge: 'in batches', swept: false },
  generation_media: { owner: 'content', holds: 'nothing', purge: 'with its parent', swept: false },
  generation_outputs: { owner: 'content', holds: 'nothing', purge: 'with its parent', swept: false },
  image_generations: { owner: 'images', holds: 'by mode', purge: 'in batches', swept: false },
  image_generation_styles: { owner: 'images', holds: 'nothing', purge: 'with its parent', swept: false },
  image_generation_images: { owner: 'images', holds: 'nothing', purge: 'with its parent', swept: false },
  video_generations: { owner: 'videos', holds: 'by mode', purge: 'in batches', swept: false },
  video_generation_videos: { owner: 'videos', holds: 'nothing', purge: 'with its parent', swept: false },
  model_calls: { owner: 'runs', holds: 'nothing', purge: 'with its parent', swept: false },
  connections: { owner: 'connections', holds: 'by mode', purge: 'at the end', swept: false },
  connection_requests: { owner: 'connections', holds: 'nothing', purge: 'at the end', swept: true },
  publishing_pauses: { owner: 'pauses', holds: 'nothing', purge: 'with its parent', swept: true },
  queues: { owner: 'queues', holds: 'by mode', purge: 'at the end', swept: false },
  app_quotas: { owner: 'quotas', holds: 'nothing', purge: 'kept', swept: true },
  posts: { owner: 'posts', holds: 'by mode', purge: 'in batches', swept: true },
  post_items: { owner: 'posts', holds: 'nothing', purge: 'with its parent', swept: false },
  post_item_media: { owner: 'posts', holds: 'nothing', purge: 'with its parent', swept: false },
  item_metrics: { owner: 'analytics', holds: 'nothing', purge: 'with its parent', swept: false },
  metric_snapshots: { owner: 'analytics', holds: 'nothing', purge: 'with its parent', swept: true },
  metric_collections: { owner: 'analytics', holds: 'nothing', purge: 'with its parent', swept: true },
  calendar_entries: { owner: 'calendar', holds: 'by mode', purge: 'at the end', swept: false },
  calendar_feeds: { owner: 'calendar', holds: 'nothing', purge: 'at the end', swept: false },
  post_follow_ups: { owner: 'publishing', holds: 'nothing', purge: 'with its parent', swept: false },
  webhook_endpoints: { owner: 'webhooks', holds: 'by mode', purge: 'at the end', swept: false },
  webhook_events: { owner: 'webhooks', holds: 'nothing', purge: 'in batches', swept: true },
  webhook_deliveries: { owner: 'webhooks', holds: 'nothing', purge: 'with its parent', swept: false },
  idempotency_keys: { owner: 'idempotency', holds: 'nothing', purge: 'kept', swept: true },
  audit_log: { owner: 'audit', holds: 'nothing', purge: 'kept', swept: true },
  key_check: { owner: 'server', holds: 'nothing', purge: 'kept', swept: false },
} as const satisfies Record<keyof Database, TableDuties>

type Tables = typeof TABLES

/** The tables about which that is said. */
export type TablesWith<Duty extends Partial<TableDuties>> = {
  [Table in keyof Tables]: Tables[Table] extends Duty ? Table : never
}[keyof Tables]

/** The features that own a table about which that is said. */
export type OwnersWith<Duty extends Partial<TableDuties>> = Exclude<Tables[TablesWith<Duty>]['owner'], 'server'>

/** The features that own a table. */
export type Owner = OwnersWith<object>

/** The features that own a table which names media. */
export type OwnerNamingMedia = Tables[{
  [Table in keyof Tables]: 'media_id' extends keyof Database[Table] ? Table : never
}[keyof Tables]]['owner']

export const ALL_TABLES = Object.keys(TABLES) as (keyof Tables)[]

/** The tables that say this about a workspace which has a row in them. */
export function tablesHolding<Holds extends TableDuties['holds']>(holds: Holds): TablesWith<{ holds: Holds }>[] {
  return ALL_TABLES.filter((table): table is TablesWith<{ holds: Holds }> => TABLES[table].holds === holds)
}
