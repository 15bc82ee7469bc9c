/** The features whose code may name a table of the database. The first owns it; another one writes its half of the life cycle. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  accounts: ['account'],
  credit_ledger: ['account'],
  api_keys: ['api-keys'],
  workspaces: ['workspaces'],
  idempotency_keys: ['idempotency'],
  audit_log: ['audit'],
  media: ['media'],
  writing_styles: ['writing-styles'],
  runs: ['runs'],
  run_events: ['runs'],
  model_calls: ['runs'],
  generations: ['content'],
  generation_media: ['content'],
  generation_outputs: ['content'],
  image_generations: ['images'],
  image_generation_styles: ['images'],
  image_generation_images: ['images'],
  connections: ['connections'],
  connection_requests: ['connections'],
  posts: ['posts', 'publishing'],
  post_items: ['posts', 'publishing'],
  post_item_media: ['posts', 'publishing'],
  webhook_endpoints: ['webhooks'],
  webhook_events: ['webhooks'],
  webhook_deliveries: ['webhooks'],
  key_check: [],
}

/**
 * Tables that a feature names today though another one owns them. The list must only shrink: a new query of another feature's
 * table belongs in that feature, exported by its `index.ts`. A line that is no longer needed is refused.
 */
export const BORROWED: Readonly<Record<string, readonly string[]>> = {
  account: ['api_keys', 'workspaces'],
  'api-keys': ['accounts', 'workspaces'],
  connections: ['post_items', 'workspaces'],
  images: ['media'],
  media: ['accounts', 'generation_media'],
  posts: ['media'],
  publishing: ['workspaces'],
  runs: ['workspaces'],
  webhooks: ['workspaces'],
  'writing-styles': ['workspaces'],
}
