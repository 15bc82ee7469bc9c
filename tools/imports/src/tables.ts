/** Features that write their half of the life cycle of a table, next to its owner in `apps/api/src/db/inventory.ts`. */
export const CO_OWNERS: Readonly<Record<string, readonly string[]>> = {
  posts: ['publishing'],
  post_items: ['publishing'],
  post_item_media: ['publishing'],
  publishing_pauses: ['publishing'],
}

/**
 * Tables that a feature names today though another one owns them. The list must only shrink: a new query of another feature's
 * table belongs in that feature, exported by its `index.ts`. A line that is no longer needed is refused.
 */
export const BORROWED: Readonly<Record<string, readonly string[]>> = {
  account: ['api_keys', 'workspaces'],
  'api-keys': ['workspaces'],
  connections: ['post_items', 'workspaces'],
  images: ['media'],
  media: ['generation_media'],
  posts: ['media'],
  publishing: ['workspaces'],
  runs: ['workspaces'],
  webhooks: ['workspaces'],
  'writing-styles': ['workspaces'],
}
