/** What operations change, and the field in which each has its id. */
export const RESOURCE_IDS = {
  api_key: 'key_id',
  brand: 'workspace_id',
  calendar_entry: 'entry_id',
  calendar_feed: 'feed_id',
  connection: 'connection_id',
  connection_request: 'request_id',
  generation: 'generation_id',
  image_generation: 'image_generation_id',
  media: 'media_id',
  post: 'post_id',
  queue: 'queue_id',
  video_generation: 'video_generation_id',
  webhook_delivery: 'delivery_id',
  webhook_endpoint: 'endpoint_id',
  workspace: 'workspace_id',
  writing_style: 'writing_style_id',
} as const

export type ResourceType = keyof typeof RESOURCE_IDS

export const RESOURCE_TYPES = Object.keys(RESOURCE_IDS) as [ResourceType, ...ResourceType[]]
