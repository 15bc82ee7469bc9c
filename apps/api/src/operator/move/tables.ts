import type { Database } from '#db/types.ts'

/**
 * Every table that is moved, each after those it refers to. A table that is missing here does not compile. What the job queue and
 * the rate limits keep is not moved: jobs are put on the target's queue anew, and limits begin anew.
 */
const TABLES = {
  accounts: true,
  workspaces: true,
  api_keys: true,
  credit_ledger: true,
  media: true,
  runs: true,
  run_events: true,
  writing_styles: true,
  generations: true,
  generation_media: true,
  generation_outputs: true,
  image_generations: true,
  image_generation_styles: true,
  image_generation_images: true,
  model_calls: true,
  connections: true,
  connection_requests: true,
  posts: true,
  post_items: true,
  post_item_media: true,
  webhook_endpoints: true,
  webhook_events: true,
  webhook_deliveries: true,
  idempotency_keys: true,
  audit_log: true,
  key_check: true,
} as const satisfies Record<keyof Database, true>

export const MOVED_TABLES = Object.keys(TABLES) as (keyof Database)[]
