// Made from packages/contract by `pnpm generate`: change it there.

import type { Uploadable } from '../core/upload/uploadable.ts'

/** The text, the pictures or the video are looked at, and the captions are written. */
export interface AnalyzingProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** What happened. Also the `event` of the stream. */
  event: 'analyzing'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** What is to be told of it. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** It has not ended. */
    status: 'processing'
  }
}

/** An API key, without the key itself: that is seen once, when it is created. */
export interface ApiKey {
  /**
   * Unique id of the key.
   * @format uuid
   */
  key_id: string
  /** What people call it. */
  name: string
  /** The first characters of the key, to know it by. */
  prefix: string
  /** What it may do. */
  scopes: Scope[]
  /** False for a sandbox key (`pp_test_sk_`). */
  livemode: boolean
  /** The workspaces it is bound to; null: all of the account. */
  workspace_ids: string[] | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * From when on it is refused; null: never.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  expires_at: string | null
  /**
   * When it was last used, to the minute; null: not yet.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  last_used_at: string | null
}

/** A page of API keys. */
export interface ApiKeyPage {
  /** The items of this page, newest first. */
  data: ApiKey[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** A caption, measured. */
export interface CaptionDetails {
  /**
   * The caption's length as the platform counts it; on YouTube the description's.
   * @minimum 0
   */
  length: number
  /**
   * What the platform allows, counted the same way.
   * @exclusiveMinimum 0
   */
  limit: number
  /** Its hashtags in their order, with the #. */
  hashtags: string[]
}

/** The captions, measured, by platform. */
export interface CaptionDetailsByPlatform {
  /** A caption, measured. */
  instagram?: CaptionDetails
  /** A caption, measured. */
  tiktok?: CaptionDetails
  /** A caption, measured. */
  youtube?: CaptionDetails
  /** A caption, measured. */
  x?: CaptionDetails
  /** A caption, measured. */
  facebook?: CaptionDetails
  /** A caption, measured. */
  linkedin?: CaptionDetails
}

/**
 * The caption of a platform is finished. When an attempt broke off, the next may write it otherwise: then it
 * comes again.
 */
export interface CaptionProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** What happened. Also the `event` of the stream. */
  event: 'caption'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** What is to be told of it. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** It has not ended. */
    status: 'processing'
    /** Where a caption is posted. */
    platform: Platform
    /** The caption, under the name of its platform, and no other. */
    outputs: Captions
  }
}

/** The captions by platform, hashtags inside: a text, on YouTube a title and a description. */
export interface Captions {
  instagram?: string
  tiktok?: string
  youtube?: {
    /** At most 100 characters. */
    title: string
    /** At most 5,000 bytes, hashtags inside. */
    description: string
  }
  x?: string
  facebook?: string
  linkedin?: string
}

/** All captions are there. It is the last event. */
export interface CompletedProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** What happened. Also the `event` of the stream. */
  event: 'completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** What is to be told of it. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** All of it is there. */
    status: 'completed'
    /** The captions by platform, hashtags inside: a text, on YouTube a title and a description. */
    outputs: Captions
  }
}

/** An account on a platform that posts go to. */
export interface Connection {
  /**
   * Unique id of the connection.
   * @format uuid
   */
  connection_id: string
  /** Where a caption is posted. */
  platform: Platform
  /** Whether it publishes to nothing. */
  sandbox: boolean
  /** The name of the account, as people know it. */
  display_name: string
  /** The platform's own id of the account; null in the sandbox. */
  platform_account_id: string | null
  /**
   * `active`: it publishes. `expiring`: it does for less than seven days more, unless it is connected anew.
   * `expired`, `revoked`: it does not until then.
   */
  status: ConnectionStatus
  /**
   * When it ends unless it is connected anew; null: it does not.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  expires_at: string | null
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /**
   * When it was connected.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
}

/** What a person has to do for the connection to be made. */
export interface ConnectionAuthorization {
  /**
   * Where a person signs in to the platform and lets this server publish.
   * @format uri
   */
  authorize_url: string
  /**
   * Until when it can be used, once.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  expires_at: string
}

/** A platform no longer lets a connection publish. */
export interface ConnectionExpiredEvent {
  /** What happened. */
  event: 'connection.expired'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The connection.
     * @format uuid
     */
    connection_id: string
    /** Where a caption is posted. */
    platform: Platform
    /** The name of the account on the platform. */
    display_name: string
    /** Nothing can be published to it until it is connected anew. */
    status: 'expired'
  }
}

/** A page of connections. */
export interface ConnectionPage {
  /** The items of this page, newest first. */
  data: Connection[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/**
 * `active`: it publishes. `expiring`: it does for less than seven days more, unless it is connected anew.
 * `expired`, `revoked`: it does not until then.
 */
export type ConnectionStatus = 'active' | 'expiring' | 'expired' | 'revoked'

/** A new API key: it can do and reach only what the key that creates it can. */
export interface CreateApiKeyRequest {
  /**
   * What people call it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   */
  name: string
  /**
   * `read_write`: everything. `read_draft`: everything but publishing, managing the account and changing settings.
   * `read_only`: reading.
   */
  preset?: ScopePreset | undefined
  /**
   * What it may do, one by one. Duplicates are folded.
   * @minItems 1
   * @maxItems 100
   */
  scopes?: readonly Scope[] | undefined
  /** Whether it is a sandbox key (`pp_test_sk_`). Omitted: as the key that creates it. */
  sandbox?: boolean | undefined
  /**
   * The workspaces it is bound to. Omitted: as the key that creates it, usually all.
   * @minItems 1
   * @maxItems 100
   */
  workspace_ids?: readonly string[] | undefined
  /**
   * From when on it is refused, in the future. Omitted: when the key that creates it is, usually never.
   * @format date-time
   * @example "2027-01-01T00:00:00Z"
   */
  expires_at?: string | undefined
}

/** The new API key, with the key itself: the only time it is seen. */
export interface CreateApiKeyResponse {
  /**
   * Unique id of the key.
   * @format uuid
   */
  key_id: string
  /** What people call it. */
  name: string
  /** The first characters of the key, to know it by. */
  prefix: string
  /** What it may do. */
  scopes: Scope[]
  /** False for a sandbox key (`pp_test_sk_`). */
  livemode: boolean
  /** The workspaces it is bound to; null: all of the account. */
  workspace_ids: string[] | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * From when on it is refused; null: never.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  expires_at: string | null
  /**
   * When it was last used, to the minute; null: not yet.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  last_used_at: string | null
  /** The key: keep it now. Absent in an answer that is replayed by its `Idempotency-Key`. */
  key?: string
}

/** Which platform to connect. */
export interface CreateConnectionRequest {
  /** Where a caption is posted. */
  platform: Platform
  /**
   * Whether to make one that publishes to nothing, at once: to try everything out. A sandbox key makes no others.
   * @default false
   */
  sandbox?: boolean | undefined
  /**
   * What a sandbox connection is called; a real one has the name of its account.
   * @minLength 1
   * @maxLength 100
   */
  display_name?: string | undefined
}

/** A sandbox connection, or where a person makes a real one. */
export type CreateConnectionResponse = Connection | ConnectionAuthorization

/** A new draft. */
export interface CreatePostRequest {
  /**
   * A completed generation of this workspace. Content and titles that are not given are filled from its captions.
   * @minLength 1
   * @maxLength 64
   */
  generation_id?: string | undefined
  /**
   * What is posted where: at most one of each post type.
   * @minItems 1
   * @maxItems 12
   */
  items: readonly PostItemInput[]
}

/** A new webhook endpoint. */
export interface CreateWebhookEndpointRequest {
  /**
   * Where events are sent: HTTPS, and no private address.
   * @minLength 1
   * @maxLength 2048
   * @example "https://example.com/webhooks/powerpost"
   */
  url: string
  /**
   * What is sent there. Duplicates are folded.
   * @minItems 1
   * @maxItems 11
   */
  events: readonly WebhookEventName[]
}

/** The new endpoint, with its secret: the only time it is seen. */
export interface CreateWebhookEndpointResponse {
  /**
   * Unique id of the endpoint.
   * @format uuid
   */
  endpoint_id: string
  /** Where events are sent. */
  url: string
  /** What is sent there. */
  events: WebhookEventName[]
  /** Whether nothing is sent there. What happens meanwhile is kept as failed, and can be replayed. */
  disabled: boolean
  /**
   * Why it is disabled: by a request, because it answered 410, or because for five days every delivery failed.
   * Null while it is not.
   */
  disabled_reason: 'requested' | 'gone' | 'failing' | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * What deliveries are signed with, `whsec_...`: keep it now. Absent in an answer that is replayed by its
   * `Idempotency-Key`.
   * @example "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
   */
  secret?: string
}

/** A new workspace. */
export interface CreateWorkspaceRequest {
  /**
   * What people call it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   */
  name: string
}

/** A new writing style. Not active unless it says so. */
export interface CreateWritingStyleRequest {
  /**
   * What people call it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Our voice"
   */
  name: string
  /**
   * How to write, in your own words. At most 5,000 characters.
   * @minLength 1
   * @maxLength 5000
   * @example "Short sentences. Dry humour. Never say \"excited\"."
   */
  instructions: string
  /**
   * Texts written in this voice, at most 10 of at most 3,000 characters.
   * @maxItems 10
   */
  examples?: readonly string[] | undefined
  /** Whether generations that name no style use this one. At most one of a workspace is active. */
  active?: boolean | undefined
}

/** The account's balance. */
export interface Credits {
  /**
   * Credits left to spend.
   * @minimum 0
   */
  balance: number
}

/** The query of `DELETE /account/workspaces/:id`. */
export interface DeleteWorkspaceQuery {
  /** `true` deletes all that the workspace holds with it, for good. */
  force?: 'true' | 'false' | undefined
}

/** It was deleted. */
export interface Deleted {
  /** Always true: a failure has another status. */
  success: true
}

/** What every answer that is not 200 holds. */
export interface ErrorBody {
  error: {
    /** What went wrong, for a person. */
    message: string
    /** What went wrong, for a program. */
    code: ErrorCode
    /** With VALIDATION_ERROR and POST_NOT_PUBLISHABLE: every field that is wrong. */
    details?: ErrorDetail[]
    /**
     * With RATE_LIMIT_EXCEEDED: in how many seconds to try again.
     * @exclusiveMinimum 0
     */
    retryAfter?: number
    /** The same as the `X-Request-Id` header. Name it in a report. */
    request_id: string
    /**
     * Where this error is explained, on the server itself.
     * @format uri
     */
    doc_url: string
  }
}

/** What is wrong with one field of a request. */
export interface ErrorDetail {
  /**
   * The field, as one would write it in code.
   * @example "post_types[1]"
   * @example "prompt"
   */
  path: string
  /**
   * What is wrong with it.
   * @example "must have at least 3 characters"
   */
  message: string
}

/** What a generation would cost. Nothing was started. */
export interface Estimate {
  /**
   * What it would cost.
   * @minimum 0
   */
  credits: number
  /** What a generation is written from: it follows from the fields that were given. */
  input_type: InputType
  /** The unique platforms, in the order asked for. */
  platforms: Platform[]
  /** What the credits are for. They add up. */
  breakdown: EstimateItem[]
}

/** One line of an estimate. */
export interface EstimateItem {
  /** What is counted. */
  item: 'first_platform' | 'further_platforms' | 'images' | 'video_minutes' | 'source_urls'
  /**
   * How many of it.
   * @exclusiveMinimum 0
   */
  quantity: number
  /**
   * Credits for one.
   * @minimum 0
   */
  credits_each: number
  /**
   * Credits for all of them.
   * @minimum 0
   */
  credits: number
}

/** It ended without new captions: of a rewriting, the old ones stand. It is the last event. */
export interface FailedProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** What happened. Also the `event` of the stream. */
  event: 'failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** What is to be told of it. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Its credits were given back. */
    status: 'failed'
    /**
     * Why, for a program.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why, for a person. */
    error_message: string
  }
}

/** What to write, and for which platforms. Unknown fields are ignored. */
export interface GenerateContentRequest {
  /**
   * What to post about, or context for the media. 3-500 characters, at least 3 of them from the first to the last
   * non-space. Needed when there are no media.
   * @minLength 3
   * @maxLength 500
   * @example "We just shipped dark mode across all our apps"
   */
  prompt?: string | undefined
  /**
   * 1-10 images, or exactly one video. Needed when there is no prompt; an empty list is as good as none.
   * @maxItems 10
   */
  media_ids?: readonly string[] | undefined
  /**
   * What to write for, 1-100. Duplicates are folded.
   * @minItems 1
   * @maxItems 100
   */
  post_types: readonly PostType[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /**
   * A writing style of this workspace. Omitted: the workspace's active style, if there is one.
   * @minLength 1
   * @maxLength 64
   */
  writing_style_id?: string | undefined
  /**
   * Pages to read before writing, at most 10; HTTPS, and none of a private network. Duplicates are folded.
   * @maxItems 10
   * @example ["https://example.com/press/dark-mode"]
   */
  source_urls?: readonly string[] | undefined
  /**
   * A call to action that stands in every caption, character for character. At most 100 characters.
   * @maxLength 100
   * @example "Update now in the app store"
   */
  cta_text?: string | undefined
  /**
   * The most it may cost: a dearer run is refused, and nothing is started.
   * @minimum 0
   */
  max_credits?: number | undefined
}

/** A generation that was started. */
export interface GenerateContentResponse {
  /**
   * Unique id to track this generation.
   * @format uuid
   */
  generation_id: string
  /** Always `processing`. */
  status: 'processing'
  /**
   * Credits deducted for this generation.
   * @minimum 0
   */
  credits_used: number
  /**
   * The balance after the deduction.
   * @minimum 0
   */
  remaining_credits: number
  /**
   * Where to poll for the result, relative to the server.
   * @example "/api/v1/content/generations/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
   */
  status_url: string
}

/** What to draw. Unknown fields are ignored. */
export interface GenerateImagesRequest {
  /**
   * What to show, at most 2000 characters. Needed when there is no generation_id; with one it adds to the caption.
   * @minLength 1
   * @maxLength 2000
   * @example "A coffee cup on a wooden table in morning light"
   */
  prompt?: string | undefined
  /** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
  size?: ImageSize | undefined
  /**
   * How many images, 1-4. No two are alike.
   * @minimum 1
   * @maximum 4
   * @default 1
   */
  quantity?: number | undefined
  /**
   * Who draws, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
   * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
   */
  model?: ImageModel | undefined
  /**
   * Whether a text model may rewrite the prompt first. The answer shows what was drawn by.
   * @default false
   */
  enhance_prompt?: boolean | undefined
  /**
   * Images whose look is to be taken up, at most 4. An empty list is as good as none.
   * @maxItems 4
   */
  style_images?: readonly string[] | undefined
  /**
   * A completed generation of this workspace, one of whose captions is illustrated.
   * @minLength 1
   * @maxLength 64
   */
  generation_id?: string | undefined
  /** Whose caption to illustrate: one of the generation's. By default its first. */
  source_post_type?: PostType | undefined
  /**
   * The most it may cost: a dearer run is refused, and nothing is started.
   * @minimum 0
   */
  max_credits?: number | undefined
}

/** An image generation that was started. */
export interface GenerateImagesResponse {
  /**
   * Unique id to track this image generation.
   * @format uuid
   */
  image_generation_id: string
  /** Always `processing`. */
  status: 'processing'
  /**
   * Credits deducted for this image generation.
   * @minimum 0
   */
  credits_used: number
  /**
   * The balance after the deduction.
   * @minimum 0
   */
  remaining_credits: number
  /**
   * Where to poll for the result, relative to the server.
   * @example "/api/v1/images/generations/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2b"
   */
  status_url: string
}

/** An image that was drawn, a file of the workspace. */
export interface GeneratedImage {
  /**
   * Its id, for good: give it as one of `media_ids`.
   * @format uuid
   */
  media_id: string
  /**
   * Where the file is for 7 days.
   * @format uri
   */
  url: string
  /**
   * Where a small picture of it is for 7 days.
   * @format uri
   */
  thumbnail_url: string
  /**
   * In pixels.
   * @exclusiveMinimum 0
   */
  width: number
  /**
   * In pixels.
   * @exclusiveMinimum 0
   */
  height: number
}

/** A generation with what came of it. */
export interface Generation {
  /**
   * Unique id of the generation.
   * @format uuid
   */
  generation_id: string
  /**
   * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`, and again
   * while captions of it are written anew. `pending` is part of the documented set; this server never answers it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only media were given. */
  prompt?: string
  /** The unique platforms, in the order asked for. */
  platforms: Platform[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /** What a generation is written from: it follows from the fields that were given. */
  input_type: InputType
  /**
   * Credits deducted at the start. Given back when the generation failed.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * When it was accepted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it ended, `completed` or `failed`. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  completed_at?: string
  /** Absent until the generation is `completed`. */
  generator?: Generator
  /** Present when the status is `completed`. */
  outputs?: Captions
  /** Present when the status is `completed`. */
  details?: CaptionDetailsByPlatform
  /** The last rewriting. Absent when there was none. */
  regeneration?: Regeneration
  /** Present when the status is `failed`. */
  error?: JobError
}

/** The captions of a generation are there. */
export interface GenerationCompletedEvent {
  /** What happened. */
  event: 'generation.completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** All of it is there. */
    status: 'completed'
    /** The captions by platform, hashtags inside: a text, on YouTube a title and a description. */
    outputs: Captions
  }
}

/** What happened to a generation: `event` says what `data` is. Ignore events that you do not know. */
export type GenerationEvent = 
  | QueuedProgress
  | ResearchingProgress
  | AnalyzingProgress
  | CaptionProgress
  | CompletedProgress
  | FailedProgress

/** A generation ended without captions; or a rewriting of some of them did, and the old ones stand. */
export interface GenerationFailedEvent {
  /** What happened. */
  event: 'generation.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Its credits were given back. */
    status: 'failed'
    /**
     * Why, for a program.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why, for a person. */
    error_message: string
  }
}

/** A page of generations. */
export interface GenerationPage {
  /** The items of this page, newest first. */
  data: GenerationSummary[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/**
 * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`, and again
 * while captions of it are written anew. `pending` is part of the documented set; this server never answers it.
 */
export type GenerationStatus = 'pending' | 'processing' | 'completed' | 'failed'

/** A generation as lists show it, without its captions. */
export interface GenerationSummary {
  /**
   * Unique id of the generation.
   * @format uuid
   */
  generation_id: string
  /**
   * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`, and again
   * while captions of it are written anew. `pending` is part of the documented set; this server never answers it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only media were given. */
  prompt?: string
  /** The unique platforms, in the order asked for. */
  platforms: Platform[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /** What a generation is written from: it follows from the fields that were given. */
  input_type: InputType
  /**
   * Credits deducted at the start. Given back when the generation failed.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * When it was accepted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it ended, `completed` or `failed`. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  completed_at?: string
  /** Absent until the generation is `completed`. */
  generator?: Generator
}

/** What wrote the captions. */
export interface Generator {
  /**
   * The model that wrote the captions.
   * @example "built-in"
   */
  model: string
  /** Whether that is the rule-based model that needs no key. */
  built_in: boolean
  /** What the model could look up: nothing, the sources it was given, or the web. */
  research: 'none' | 'sources' | 'web'
  /**
   * What the model knew of the media: facts about the files alone (names, sizes, colours), the pictures, or frames
   * of the video. Absent when there were none.
   */
  media?: 'facts' | 'pictures' | 'frames'
}

/** An image generation with what came of it. */
export interface ImageGeneration {
  /**
   * Unique id of the image generation.
   * @format uuid
   */
  image_generation_id: string
  /**
   * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`, and again
   * while captions of it are written anew. `pending` is part of the documented set; this server never answers it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only a generation was given. */
  prompt?: string
  /** What was drawn by instead of `prompt`. Absent unless it was rewritten. */
  prompt_used?: string
  /**
   * What came of `enhance_prompt`: `enhanced` into `prompt_used`; or the prompt was drawn by as it is, since no
   * text model is set up or the built-in drawer draws (`unavailable`), or it could not be asked (`failed`). Absent
   * when it was not asked for, and until it is decided.
   */
  prompt_enhancement?: 'enhanced' | 'unavailable' | 'failed'
  /**
   * What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation. It
   * follows from the fields that were given.
   */
  mode: ImageMode
  /** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
  size: ImageSize
  /**
   * How many images were asked for.
   * @exclusiveMinimum 0
   */
  quantity: number
  /**
   * Who draws, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
   * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
   */
  model: ImageModel
  /**
   * The generation whose caption is illustrated. Absent in other modes.
   * @format uuid
   */
  generation_id?: string
  /** Whose caption of the generation is illustrated. Absent in other modes. */
  source_post_type?: PostType
  /**
   * Credits deducted at the start. Those of images that failed were given back.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * When it was accepted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it ended, `completed` or `failed`. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  completed_at?: string
  /** Absent until the first image was drawn. */
  generator?: ImageGenerator
  /**
   * The images that are done, in their order: all of them once the status is `completed`, the good ones when it is
   * `failed`. One whose file was deleted is no longer listed.
   */
  images: GeneratedImage[]
  /**
   * What was given back for images that failed. Absent unless it `failed`.
   * @minimum 0
   */
  credits_refunded?: number
  /** Present when the status is `failed`. */
  error?: ImageGenerationError
}

/** All images of an image generation are there. */
export interface ImageGenerationCompletedEvent {
  /** What happened. */
  event: 'image_generation.completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** All of it is there. */
    status: 'completed'
    /** The images that were made. */
    images: ({
      /**
       * Its id, for good.
       * @format uuid
       */
      media_id: string
      /**
       * Where the file is for 7 days.
       * @format uri
       */
      url: string
      /**
       * Where a small picture of it is for 7 days.
       * @format uri
       */
      thumbnail_url: string
      /**
       * In pixels.
       * @exclusiveMinimum 0
       */
      width: number
      /**
       * In pixels.
       * @exclusiveMinimum 0
       */
      height: number
    })[]
  }
}

/** Why some or all of the images could not be drawn. The credits of what failed were given back. */
export interface ImageGenerationError {
  /** Why it failed, for a program. */
  code: 'IMAGE_GENERATION_FAILED'
  /** Why it failed, for a person. */
  message: string
}

/** An image generation ended without some or all of its images. */
export interface ImageGenerationFailedEvent {
  /** What happened. */
  event: 'image_generation.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** Its credits were given back. */
    status: 'failed'
    /**
     * Why, for a program.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why, for a person. */
    error_message: string
    /** The images that were made. */
    images: ({
      /**
       * Its id, for good.
       * @format uuid
       */
      media_id: string
      /**
       * Where the file is for 7 days.
       * @format uri
       */
      url: string
      /**
       * Where a small picture of it is for 7 days.
       * @format uri
       */
      thumbnail_url: string
      /**
       * In pixels.
       * @exclusiveMinimum 0
       */
      width: number
      /**
       * In pixels.
       * @exclusiveMinimum 0
       */
      height: number
    })[]
  }
}

/** A page of image generations. */
export interface ImageGenerationPage {
  /** The items of this page, newest first. */
  data: ImageGenerationSummary[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** An image generation as lists show it, without its images. */
export interface ImageGenerationSummary {
  /**
   * Unique id of the image generation.
   * @format uuid
   */
  image_generation_id: string
  /**
   * A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`, and again
   * while captions of it are written anew. `pending` is part of the documented set; this server never answers it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only a generation was given. */
  prompt?: string
  /** What was drawn by instead of `prompt`. Absent unless it was rewritten. */
  prompt_used?: string
  /**
   * What came of `enhance_prompt`: `enhanced` into `prompt_used`; or the prompt was drawn by as it is, since no
   * text model is set up or the built-in drawer draws (`unavailable`), or it could not be asked (`failed`). Absent
   * when it was not asked for, and until it is decided.
   */
  prompt_enhancement?: 'enhanced' | 'unavailable' | 'failed'
  /**
   * What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation. It
   * follows from the fields that were given.
   */
  mode: ImageMode
  /** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
  size: ImageSize
  /**
   * How many images were asked for.
   * @exclusiveMinimum 0
   */
  quantity: number
  /**
   * Who draws, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
   * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
   */
  model: ImageModel
  /**
   * The generation whose caption is illustrated. Absent in other modes.
   * @format uuid
   */
  generation_id?: string
  /** Whose caption of the generation is illustrated. Absent in other modes. */
  source_post_type?: PostType
  /**
   * Credits deducted at the start. Those of images that failed were given back.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * When it was accepted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it ended, `completed` or `failed`. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  completed_at?: string
  /** Absent until the first image was drawn. */
  generator?: ImageGenerator
}

/** What drew the images. */
export interface ImageGenerator {
  /**
   * The model that drew.
   * @example "built-in"
   */
  model: string
  /** Whether that is the drawer that needs no key, and draws cards. */
  built_in: boolean
}

/**
 * What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation. It
 * follows from the fields that were given.
 */
export type ImageMode = 'text' | 'reference' | 'post'

/**
 * Who draws, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
 * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
 */
export type ImageModel = 'flux2-flex' | 'ideogram-3' | 'nano-banana-2' | 'gpt-image-1.5'

/** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
export type ImageSize = 'square' | 'feed' | 'portrait' | 'landscape'

/** Where a file is to be fetched. */
export interface ImportMediaRequest {
  /**
   * Where the file is: an HTTPS address that anyone can read, and none of a private network.
   * @minLength 1
   * @maxLength 2048
   * @example "https://example.com/press/launch.jpg"
   */
  url: string
  /** What it must be; another file is refused. Omitted: whatever its bytes are. */
  type?: MediaType | undefined
}

/** What a generation is written from: it follows from the fields that were given. */
export type InputType = 'text' | 'images' | 'video'

/** Why a job ended `failed`. Its credits were given back. */
export interface JobError {
  /** Why it failed, for a program. */
  code: 'GENERATION_FAILED'
  /** Why it failed, for a person. */
  message: string
}

/** One change of the balance. All of them together are the balance. */
export interface LedgerEntry {
  /**
   * Unique id of the entry.
   * @format uuid
   */
  entry_id: string
  /** `grant`: given. `debit`: taken for an operation. `refund`: an operation gave it back. */
  kind: 'grant' | 'debit' | 'refund'
  /** Credits: positive when given, negative when taken. */
  amount: number
  /**
   * The balance after this entry.
   * @minimum 0
   */
  balance_after: number
  /** What it was taken for; null for a grant. */
  operation: 
    | {
    /**
     * What kind of operation.
     * @example "generation"
     */
    type: string
    /**
     * Its id.
     * @format uuid
     */
    id: string
  }
    | null
  /** Why it was granted; null otherwise. */
  note: string | null
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
}

/** A page of the account's ledger. */
export interface LedgerPage {
  /** The items of this page, newest first. */
  data: LedgerEntry[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** The query of `GET /account/api-keys`. */
export interface ListApiKeysQuery {
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /connections`. */
export interface ListConnectionsQuery {
  /** Only connections of this platform. */
  platform?: Platform | undefined
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /content/generations`. */
export interface ListGenerationsQuery {
  /** Only generations of this status. */
  status?: GenerationStatus | undefined
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /images/generations`. */
export interface ListImageGenerationsQuery {
  /** Only image generations of this status. */
  status?: GenerationStatus | undefined
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /account/credits/ledger`. */
export interface ListLedgerEntriesQuery {
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /media`. */
export interface ListMediaQuery {
  /** Only images, or only videos. */
  type?: MediaType | undefined
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /posts`. */
export interface ListPostsQuery {
  /** Only posts of this status. */
  status?: PostStatus | undefined
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /webhooks/deliveries`. */
export interface ListWebhookDeliveriesQuery {
  /**
   * Only deliveries to this endpoint.
   * @minLength 1
   * @maxLength 64
   */
  endpoint_id?: string | undefined
  /** Only deliveries of this event. */
  event?: WebhookEventName | undefined
  /** Only deliveries of this status. */
  status?: WebhookDeliveryStatus | undefined
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /webhooks/endpoints`. */
export interface ListWebhookEndpointsQuery {
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /account/workspaces`. */
export interface ListWorkspacesQuery {
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /writing-styles`. */
export interface ListWritingStylesQuery {
  /**
   * How many items a page holds, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the page before. Opaque, and good for this list with the same filters.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** An uploaded picture or video. */
export interface Media {
  /**
   * Unique id of the file. Give it as one of `media_ids`.
   * @format uuid
   */
  media_id: string
  /** What a file is. */
  type: MediaType
  /**
   * The name it was uploaded under.
   * @example "launch.jpg"
   */
  file_name: string
  /**
   * In bytes.
   * @exclusiveMinimum 0
   */
  file_size: number
  /** The format, as its bytes say. */
  mime_type: 'image/jpeg' | 'image/png' | 'image/webp' | 'video/mp4' | 'video/quicktime' | 'video/webm'
  /**
   * In pixels, as shown: after the rotation the file asks for.
   * @exclusiveMinimum 0
   */
  width: number
  /**
   * In pixels, as shown: after the rotation the file asks for.
   * @exclusiveMinimum 0
   */
  height: number
  /**
   * Of a video, in seconds. Absent for an image.
   * @exclusiveMinimum 0
   */
  duration_seconds?: number
  /**
   * When it was uploaded.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * Where the file itself can be fetched, without a key, for at least seven days. Whoever has it can use it.
   * @format uri
   */
  url: string
  /**
   * Where a small picture of it can be fetched, a JPEG of 480 pixels along its longer side, without a key, for at
   * least seven days. Whoever has it can use it.
   * @format uri
   */
  thumbnail_url: string
}

/** A page of media. */
export interface MediaPage {
  /** The items of this page, newest first. */
  data: Media[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** What a file is. */
export type MediaType = 'image' | 'video'

/** Where a caption is posted. */
export type Platform = 'instagram' | 'tiktok' | 'youtube' | 'x' | 'facebook' | 'linkedin'

/** A post: a draft, or what became of one. */
export interface Post {
  /**
   * Unique id of the post.
   * @format uuid
   */
  post_id: string
  /**
   * `draft`: it can be changed. `scheduled`: it is published at its time. `publishing`: its items are being
   * posted. `published`: at least one was posted. `failed`: none was.
   */
  status: PostStatus
  /** Absent until the post is `published` or `failed`. */
  outcome?: PostOutcome
  /**
   * The generation it was made from. Absent when there was none.
   * @format uuid
   */
  generation_id?: string
  /**
   * Credits that publishing took so far. 0 for a draft.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last changed.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
  /**
   * When it is published. Present while it is `scheduled`, and after.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  scheduled_at?: string
  /**
   * When publishing ended. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  published_at?: string
  /** What is posted where, in the order given. */
  items: PostItem[]
}

/** Why an item was not posted. It is not charged. */
export interface PostError {
  /** Why it failed, for a program. */
  code: 'PUBLISH_FAILED' | 'OUTCOME_UNKNOWN'
  /** Why it failed and what mends it, for a person. */
  message: string
  /**
   * `retry`: try the item again. `reconnect`: connect the account anew, then try again. `change`: the platform
   * does not take it as it is. `check`: look whether the platform has it, then try again with `not_posted`.
   */
  action: 'retry' | 'reconnect' | 'change' | 'check'
  /** What the platform said. Absent when it said nothing. */
  platform_error?: string
}

/** Nothing of a post could be published. */
export interface PostFailedEvent {
  /** What happened. */
  event: 'post.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The post.
     * @format uuid
     */
    post_id: string
    /** No item was posted. */
    status: 'failed'
    /** What is posted where. */
    items: ({
      /**
       * The item.
       * @format uuid
       */
      item_id: string
      /** What the caption is for. The platform follows from it; post types of one platform share one caption. */
      post_type: PostType
      /** Where a caption is posted. */
      platform: Platform
      /** How far it is. */
      status: 'draft' | 'posting' | 'posted' | 'failed'
      /** The platform's own id of it. Absent until posted. */
      platform_post_id?: string
      /**
       * Where people see it. Absent until posted.
       * @format uri
       */
      platform_url?: string
      /** Present when the status is `failed`. */
      error?: {
        /** Why it failed, for a program. */
        code: string
        /** Why it failed, for a person. */
        message: string
        /** What the platform said. */
        platform_error?: string
      }
    })[]
  }
}

/** What is posted in one place. */
export interface PostItem {
  /**
   * Unique id of the item.
   * @format uuid
   */
  item_id: string
  /** What the caption is for. The platform follows from it; post types of one platform share one caption. */
  post_type: PostType
  /** Where a caption is posted. */
  platform: Platform
  /** The text as it is posted. */
  content: string
  /** Absent where there is none. */
  title?: string
  /** What is posted with it, in this order. */
  media_ids: string[]
  /**
   * Where it is posted. Absent until it was chosen.
   * @format uuid
   */
  connection_id?: string
  /** What the platform is told. */
  options?: PostOptions
  /** How far an item is. */
  status: PostItemStatus
  /** The platform's own id of it. Absent until posted. */
  platform_post_id?: string
  /**
   * Where people see it. Absent until posted.
   * @format uri
   */
  platform_url?: string
  /**
   * When the platform had it. Absent until posted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  posted_at?: string
  /**
   * How often it was begun to be posted.
   * @minimum 0
   */
  attempts: number
  /** Present when the status is `failed`. */
  error?: PostError
}

/** What is to be posted in one place. */
export interface PostItemInput {
  /** What the caption is for. The platform follows from it; post types of one platform share one caption. */
  post_type: PostType
  /**
   * The text as it is posted, hashtags inside. Needed without a generation. A story shows none.
   * @maxLength 63206
   */
  content?: string | undefined
  /**
   * YouTube needs one; it is filled from the generation. TikTok's photos may have one.
   * @maxLength 500
   */
  title?: string | undefined
  /**
   * What is posted with it, in this order. Which media a platform takes, preflight says.
   * @maxItems 35
   */
  media_ids?: readonly string[] | undefined
  /**
   * Where it is posted. Needed only where a workspace has several for the platform.
   * @minLength 1
   * @maxLength 64
   */
  connection_id?: string | undefined
  /** What a platform wants to be told by a person. Options of other platforms than the item's are ignored. */
  options?: PostOptionsInput | undefined
}

/** How far an item is. */
export type PostItemStatus = 'draft' | 'posting' | 'posted' | 'failed'

/** What the platform is told. */
export interface PostOptions {
  /** Tells the platform that the media were made by AI, where it can be told. @default false */
  ai_generated?: boolean
  /** TikTok: who may see it. TikTok wants a person to choose, so there is no default. */
  privacy_level?: 'PUBLIC_TO_EVERYONE' | 'MUTUAL_FOLLOW_FRIENDS' | 'FOLLOWER_OF_CREATOR' | 'SELF_ONLY'
  /** TikTok: whether people may comment. @default false */
  allow_comment?: boolean
  /** TikTok: whether people may make duets with it. @default false */
  allow_duet?: boolean
  /** TikTok: whether people may use parts of it. @default false */
  allow_stitch?: boolean
  /** YouTube: who may see it. @default public */
  privacy_status?: 'public' | 'unlisted' | 'private'
  /** YouTube: whether it is made for children. @default false */
  made_for_kids?: boolean
  /**
   * YouTube: keywords, 500 characters together.
   * @maxItems 100
   */
  tags?: string[]
  /** Instagram: whether a reel is shown in the feed too. @default true */
  share_to_feed?: boolean
  /**
   * Instagram: the picture in words, for those who cannot see it.
   * @maxLength 1000
   */
  alt_text?: string
  /** LinkedIn: who may see it. @default PUBLIC */
  visibility?: 'PUBLIC' | 'CONNECTIONS'
}

/** What a platform wants to be told by a person. Options of other platforms than the item's are ignored. */
export interface PostOptionsInput {
  /** Tells the platform that the media were made by AI, where it can be told. @default false */
  ai_generated?: boolean | undefined
  /** TikTok: who may see it. TikTok wants a person to choose, so there is no default. */
  privacy_level?: 'PUBLIC_TO_EVERYONE' | 'MUTUAL_FOLLOW_FRIENDS' | 'FOLLOWER_OF_CREATOR' | 'SELF_ONLY' | undefined
  /** TikTok: whether people may comment. @default false */
  allow_comment?: boolean | undefined
  /** TikTok: whether people may make duets with it. @default false */
  allow_duet?: boolean | undefined
  /** TikTok: whether people may use parts of it. @default false */
  allow_stitch?: boolean | undefined
  /** YouTube: who may see it. @default public */
  privacy_status?: 'public' | 'unlisted' | 'private' | undefined
  /** YouTube: whether it is made for children. @default false */
  made_for_kids?: boolean | undefined
  /**
   * YouTube: keywords, 500 characters together.
   * @maxItems 100
   */
  tags?: readonly string[] | undefined
  /** Instagram: whether a reel is shown in the feed too. @default true */
  share_to_feed?: boolean | undefined
  /**
   * Instagram: the picture in words, for those who cannot see it.
   * @maxLength 1000
   */
  alt_text?: string | undefined
  /** LinkedIn: who may see it. @default PUBLIC */
  visibility?: 'PUBLIC' | 'CONNECTIONS' | undefined
}

/** How many of the items were posted. */
export type PostOutcome = 'all' | 'partial' | 'none'

/** A page of posts. */
export interface PostPage {
  /** The items of this page, newest first. */
  data: Post[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** A post was published, at least in part. */
export interface PostPublishedEvent {
  /** What happened. */
  event: 'post.published'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The post.
     * @format uuid
     */
    post_id: string
    /** At least one item was posted. */
    status: 'published'
    /** What is posted where. */
    items: ({
      /**
       * The item.
       * @format uuid
       */
      item_id: string
      /** What the caption is for. The platform follows from it; post types of one platform share one caption. */
      post_type: PostType
      /** Where a caption is posted. */
      platform: Platform
      /** How far it is. */
      status: 'draft' | 'posting' | 'posted' | 'failed'
      /** The platform's own id of it. Absent until posted. */
      platform_post_id?: string
      /**
       * Where people see it. Absent until posted.
       * @format uri
       */
      platform_url?: string
      /** Present when the status is `failed`. */
      error?: {
        /** Why it failed, for a program. */
        code: string
        /** Why it failed, for a person. */
        message: string
        /** What the platform said. */
        platform_error?: string
      }
    })[]
  }
}

/** A post was given a time to be published at. */
export interface PostScheduledEvent {
  /** What happened. */
  event: 'post.scheduled'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The post.
     * @format uuid
     */
    post_id: string
    /** It will be published at its time. */
    status: 'scheduled'
    /** What is posted where. */
    items: ({
      /**
       * The item.
       * @format uuid
       */
      item_id: string
      /** What the caption is for. The platform follows from it; post types of one platform share one caption. */
      post_type: PostType
      /** Where a caption is posted. */
      platform: Platform
      /** How far it is. */
      status: 'draft' | 'posting' | 'posted' | 'failed'
      /** The platform's own id of it. Absent until posted. */
      platform_post_id?: string
      /**
       * Where people see it. Absent until posted.
       * @format uri
       */
      platform_url?: string
      /** Present when the status is `failed`. */
      error?: {
        /** Why it failed, for a program. */
        code: string
        /** Why it failed, for a person. */
        message: string
        /** What the platform said. */
        platform_error?: string
      }
    })[]
    /**
     * When it will be published.
     * @format date-time
     * @example "2026-11-22T18:53:52.000Z"
     */
    scheduled_at: string
  }
}

/**
 * `draft`: it can be changed. `scheduled`: it is published at its time. `publishing`: its items are being
 * posted. `published`: at least one was posted. `failed`: none was.
 */
export type PostStatus = 'draft' | 'scheduled' | 'publishing' | 'published' | 'failed'

/** What the caption is for. The platform follows from it; post types of one platform share one caption. */
export type PostType = 
  | 'instagram-feed'
  | 'instagram-reel'
  | 'instagram-story'
  | 'tiktok-video'
  | 'tiktok-photos'
  | 'youtube-video'
  | 'youtube-short'
  | 'x-post'
  | 'facebook-post'
  | 'facebook-reel'
  | 'facebook-story'
  | 'linkedin-post'

/** Whether the platforms would take a post. */
export interface Preflight {
  /** Whether no item has an `error`. */
  publishable: boolean
  /** Every rule that an item breaks; best empty. */
  problems: PreflightProblem[]
}

/** A draft by its id, or what would be one. */
export interface PreflightPostRequest {
  /**
   * A draft of this workspace. Instead of `items`.
   * @minLength 1
   * @maxLength 64
   */
  post_id?: string | undefined
  /**
   * A completed generation of this workspace. Content and titles that are not given are filled from its captions.
   * @minLength 1
   * @maxLength 64
   */
  generation_id?: string | undefined
  /**
   * What is posted where: at most one of each post type.
   * @minItems 1
   * @maxItems 12
   */
  items?: readonly PostItemInput[] | undefined
}

/** A platform's rule that an item breaks. */
export interface PreflightProblem {
  /**
   * Which item, counted from 0.
   * @minimum 0
   */
  item: number
  /** What the caption is for. The platform follows from it; post types of one platform share one caption. */
  post_type: PostType
  /**
   * The field, as one would write it in code.
   * @example "items[0].content"
   * @example "items[1].media_ids[2]"
   */
  path: string
  /**
   * `error`: the platform would refuse it, or show it as something else, so it is not published. `warning`: it is
   * published.
   */
  severity: 'error' | 'warning'
  /**
   * Which rule, for a program.
   * @example "text_length"
   */
  rule: string
  /**
   * What the platform takes.
   * @example 280
   */
  limit: number | string
  /**
   * What the item has.
   * @example 312
   */
  actual: number | string
  /**
   * What is wrong and what mends it, for a person.
   * @example "A Facebook post takes pictures as JPEG or PNG; this one is WebP. Convert it, and upload that."
   */
  message: string
}

/** Publishing has begun. */
export interface PublishPostResponse {
  /**
   * The post.
   * @format uuid
   */
  post_id: string
  /** Always `publishing`. */
  status: 'publishing'
  /**
   * Credits deducted now. What turns out not to be posted is given back at the end.
   * @minimum 0
   */
  credits_used: number
  /**
   * The balance after the deduction.
   * @minimum 0
   */
  remaining_credits: number
  /**
   * Where to poll for the result, relative to the server.
   * @example "/api/v1/posts/0199a1b2-0000-7000-8000-000000000031"
   */
  status_url: string
}

/** It was accepted, and waits for a worker. A rewriting begins with it, too. */
export interface QueuedProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** What happened. Also the `event` of the stream. */
  event: 'queued'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** What is to be told of it. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** It has not ended. */
    status: 'processing'
    /** What captions are written for. */
    platforms: Platform[]
  }
}

/** Which captions of a completed generation to write anew, and how. */
export interface RegenerateRequest {
  /**
   * Which captions to write anew: platforms of the generation. Duplicates are folded.
   * @minItems 1
   * @maxItems 100
   */
  platforms: readonly Platform[]
  /**
   * What is to be different, in your own words. At most 500 characters.
   * @minLength 1
   * @maxLength 500
   * @example "Shorter, and without emoji"
   */
  instruction?: string | undefined
  /**
   * The most it may cost: a dearer run is refused, and nothing is started.
   * @minimum 0
   */
  max_credits?: number | undefined
}

/** A rewriting of some of the captions. */
export interface Regeneration {
  /** How far it is. */
  status: 'processing' | 'completed' | 'failed'
  /** Whose captions are written anew. */
  platforms: Platform[]
  /** What is to be different. Absent when nothing was said. */
  instruction?: string
  /**
   * Credits deducted for it. Given back when it failed.
   * @minimum 0
   */
  credits_used: number
  /**
   * When it was accepted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it ended. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  completed_at?: string
  /** Present when it failed: the captions are as they were. */
  error?: JobError
}

/** Which deliveries of an endpoint to send again. */
export interface ReplayWebhookDeliveriesRequest {
  /**
   * Deliveries of what happened from then on.
   * @format date-time
   * @example "2026-11-22T18:00:00Z"
   */
  since: string
  /** Only deliveries that ended so. Omitted: both. */
  status?: 'delivered' | 'failed' | undefined
}

/** What is sent again. */
export interface ReplayWebhookDeliveriesResponse {
  /**
   * How many are sent again.
   * @minimum 0
   */
  replayed: number
  /** Whether there are more than the 10,000 oldest, which one request sends again. */
  has_more: boolean
  /**
   * The `since` of the request that sends the next ones; null: there are no more.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  next_since: string | null
}

/** `regular`: quick, with basic research. `deep`: extended research. */
export type ResearchMode = 'regular' | 'deep'

/**
 * What is to be known is gathered: the sources that were given, what a search finds. Where there is nothing to
 * look up, it is over at once.
 */
export interface ResearchingProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** What happened. Also the `event` of the stream. */
  event: 'researching'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** What is to be told of it. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** It has not ended. */
    status: 'processing'
  }
}

/** How to try a failed item again. */
export interface RetryPostItemRequest {
  /**
   * That somebody looked and the platform does not have it. Needed when the item failed with OUTCOME_UNKNOWN: it
   * would be posted twice if it were there.
   */
  not_posted?: boolean | undefined
}

/** The endpoint, with its new secret: the only time it is seen. */
export interface RotateWebhookSecretResponse {
  /**
   * Unique id of the endpoint.
   * @format uuid
   */
  endpoint_id: string
  /** Where events are sent. */
  url: string
  /** What is sent there. */
  events: WebhookEventName[]
  /** Whether nothing is sent there. What happens meanwhile is kept as failed, and can be replayed. */
  disabled: boolean
  /**
   * Why it is disabled: by a request, because it answered 410, or because for five days every delivery failed.
   * Null while it is not.
   */
  disabled_reason: 'requested' | 'gone' | 'failing' | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * What deliveries are signed with, `whsec_...`: keep it now. Absent in an answer that is replayed by its
   * `Idempotency-Key`.
   * @example "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
   */
  secret?: string
  /**
   * Until when deliveries are signed with the secret before as well.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  previous_secret_expires_at: string
}

/** When to publish a draft, or a scheduled post instead. */
export interface SchedulePostRequest {
  /**
   * When it is published: in the future, and at most 60 days ahead.
   * @format date-time
   * @example "2026-12-24T18:00:00Z"
   */
  scheduled_at: string
}

/** What a key may do. */
export type Scope = 
  | 'account:read'
  | 'account:manage'
  | 'content:read'
  | 'content:generate'
  | 'images:read'
  | 'images:generate'
  | 'videos:read'
  | 'videos:generate'
  | 'media:read'
  | 'media:write'
  | 'posts:read'
  | 'posts:write'
  | 'posts:publish'
  | 'calendar:read'
  | 'calendar:write'
  | 'analytics:read'
  | 'settings:read'
  | 'settings:write'

/**
 * `read_write`: everything. `read_draft`: everything but publishing, managing the account and changing settings.
 * `read_only`: reading.
 */
export type ScopePreset = 'read_write' | 'read_draft' | 'read_only'

/** What a draft's items are from now on: all of them. */
export interface UpdatePostRequest {
  /**
   * What is posted where: at most one of each post type.
   * @minItems 1
   * @maxItems 12
   */
  items: readonly PostItemInput[]
}

/** What to change of a webhook endpoint; `disabled: false` enables one that was disabled for failing. */
export interface UpdateWebhookEndpointRequest {
  /**
   * Where events are sent: HTTPS, and no private address.
   * @minLength 1
   * @maxLength 2048
   * @example "https://example.com/webhooks/powerpost"
   */
  url?: string | undefined
  /**
   * What is sent there. Duplicates are folded.
   * @minItems 1
   * @maxItems 11
   */
  events?: readonly WebhookEventName[] | undefined
  /** Whether nothing is sent there. What happens meanwhile is kept as failed, and can be replayed. */
  disabled?: boolean | undefined
}

/** What to change of a workspace. */
export interface UpdateWorkspaceRequest {
  /**
   * What people call it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   */
  name: string
}

/** What to change of a writing style; `active: true` puts the others of the workspace out. */
export interface UpdateWritingStyleRequest {
  /**
   * What people call it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Our voice"
   */
  name?: string | undefined
  /**
   * How to write, in your own words. At most 5,000 characters.
   * @minLength 1
   * @maxLength 5000
   * @example "Short sentences. Dry humour. Never say \"excited\"."
   */
  instructions?: string | undefined
  /**
   * Texts written in this voice, at most 10 of at most 3,000 characters.
   * @maxItems 10
   */
  examples?: readonly string[] | undefined
  /** Whether generations that name no style use this one. At most one of a workspace is active. */
  active?: boolean | undefined
}

/** A file and what it is, in either order. */
export interface UploadMediaRequest {
  /** The file: JPEG, PNG or WebP up to 10 MiB; MP4, MOV or WebM up to 500 MiB. */
  file: Uploadable
  /** What a file is. */
  type: MediaType
}

/** The video of a video generation is there. */
export interface VideoGenerationCompletedEvent {
  /** What happened. */
  event: 'video_generation.completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** All of it is there. */
    status: 'completed'
    /** The video that was made. */
    video: {
      /**
       * Its id, for good.
       * @format uuid
       */
      media_id: string
      /**
       * Where the file is for 7 days.
       * @format uri
       */
      url: string
      /**
       * Where a small picture of it is for 7 days.
       * @format uri
       */
      thumbnail_url: string
      /**
       * In pixels.
       * @exclusiveMinimum 0
       */
      width: number
      /**
       * In pixels.
       * @exclusiveMinimum 0
       */
      height: number
      /**
       * In seconds.
       * @exclusiveMinimum 0
       */
      duration: number
    }
  }
}

/** A video generation ended without a video. */
export interface VideoGenerationFailedEvent {
  /** What happened. */
  event: 'video_generation.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** Its credits were given back. */
    status: 'failed'
    /**
     * Why, for a program.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why, for a person. */
    error_message: string
  }
}

/** One request to an endpoint. */
export interface WebhookAttempt {
  /**
   * When it began.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  at: string
  /** What the endpoint answered; null when it did not. */
  status_code: number | null
  /**
   * How long it took, in milliseconds.
   * @minimum 0
   */
  duration_ms: number
  /** Why it failed, for a person; null when it did not. */
  error: string | null
  /** The first 1,024 bytes of the answer; null when there was none. */
  response_excerpt: string | null
}

/** An event on its way to an endpoint. Kept for 30 days. */
export interface WebhookDelivery {
  /**
   * Unique id of the delivery.
   * @format uuid
   */
  delivery_id: string
  /**
   * The `webhook-id` header: the same through all attempts and replays.
   * @format uuid
   */
  webhook_id: string
  /**
   * Where it is sent.
   * @format uuid
   */
  endpoint_id: string
  /** What a webhook tells of. */
  event: WebhookEventName
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * `pending`: it is tried, or will be again. `delivered`: the endpoint answered 2xx. `failed`: it was tried to
   * the end, or the endpoint was disabled.
   */
  status: WebhookDeliveryStatus
  /** What was tried, oldest first: the last 30. */
  attempts: WebhookAttempt[]
  /**
   * When it is tried next; null: no more.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  next_attempt_at: string | null
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
}

/** A page of webhook deliveries. */
export interface WebhookDeliveryPage {
  /** The items of this page, newest first. */
  data: WebhookDelivery[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/**
 * `pending`: it is tried, or will be again. `delivered`: the endpoint answered 2xx. `failed`: it was tried to
 * the end, or the endpoint was disabled.
 */
export type WebhookDeliveryStatus = 'pending' | 'delivered' | 'failed'

/** Where events of a workspace are sent. */
export interface WebhookEndpoint {
  /**
   * Unique id of the endpoint.
   * @format uuid
   */
  endpoint_id: string
  /** Where events are sent. */
  url: string
  /** What is sent there. */
  events: WebhookEventName[]
  /** Whether nothing is sent there. What happens meanwhile is kept as failed, and can be replayed. */
  disabled: boolean
  /**
   * Why it is disabled: by a request, because it answered 410, or because for five days every delivery failed.
   * Null while it is not.
   */
  disabled_reason: 'requested' | 'gone' | 'failing' | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
}

/** A page of webhook endpoints. */
export interface WebhookEndpointPage {
  /** The items of this page, newest first. */
  data: WebhookEndpoint[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** The body of a webhook: `event` says what `data` is. Ignore events that you do not know. */
export type WebhookEvent = 
  | GenerationCompletedEvent
  | GenerationFailedEvent
  | ImageGenerationCompletedEvent
  | ImageGenerationFailedEvent
  | VideoGenerationCompletedEvent
  | VideoGenerationFailedEvent
  | PostPublishedEvent
  | PostFailedEvent
  | PostScheduledEvent
  | ConnectionExpiredEvent
  | WebhookTestEvent

/** What a webhook tells of. */
export type WebhookEventName = 
  | 'generation.completed'
  | 'generation.failed'
  | 'image_generation.completed'
  | 'image_generation.failed'
  | 'video_generation.completed'
  | 'video_generation.failed'
  | 'post.published'
  | 'post.failed'
  | 'post.scheduled'
  | 'connection.expired'
  | 'webhook.test'

/** Somebody asked for a test. It comes to the endpoint that is tested, subscribed or not. */
export interface WebhookTestEvent {
  /** What happened. */
  event: 'webhook.test'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * Where it happened.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** What it happened to. */
  data: {
    /**
     * The endpoint that is tested.
     * @format uuid
     */
    endpoint_id: string
    /** A sentence for a person. */
    message: string
  }
}

/** What media, styles and generations belong to. Credits belong to the account. */
export interface Workspace {
  /**
   * Unique id of the workspace, for `X-Workspace-Id`.
   * @format uuid
   */
  workspace_id: string
  /** What people call it. */
  name: string
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
}

/** A page of workspaces. */
export interface WorkspacePage {
  /** The items of this page, newest first. */
  data: Workspace[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** A brand's voice: generated captions sound like it. */
export interface WritingStyle {
  /**
   * Unique id of the writing style.
   * @format uuid
   */
  writing_style_id: string
  /** What people call it. */
  name: string
  /** How to write. */
  instructions: string
  /** Texts written in this voice. */
  examples: string[]
  /** Whether generations that name no style use this one. At most one of a workspace is active. */
  active: boolean
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last changed.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
}

/** A page of writing styles. */
export interface WritingStylePage {
  /** The items of this page, newest first. */
  data: WritingStyle[]
  /** Give it as `cursor` to get the next page; null on the last one. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** What an answer that is not 200 says went wrong, for a program. */
export type ErrorCode =
  /** 400. The request is invalid. */
  | 'VALIDATION_ERROR'
  /** 401. The API key is missing, malformed, unknown, expired or revoked. */
  | 'INVALID_API_KEY'
  /** 402. The balance is below the cost. */
  | 'INSUFFICIENT_CREDITS'
  /** 403. The workspace is not one of yours. */
  | 'FORBIDDEN'
  /** 403. The key may not do this. */
  | 'INSUFFICIENT_SCOPE'
  /** 404. There is no such thing in this workspace. */
  | 'NOT_FOUND'
  /** 405. The route does not know the method. */
  | 'METHOD_NOT_ALLOWED'
  /** 409. The post is no draft any more. */
  | 'ALREADY_PUBLISHED'
  /** 409. The request conflicts with the state of the resource. */
  | 'CONFLICT'
  /** 409. The first request with this Idempotency-Key is still running. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** 413. The file is too large. */
  | 'FILE_TOO_LARGE'
  /** 413. The account's storage is full. */
  | 'STORAGE_QUOTA_EXCEEDED'
  /** 413. The JSON body is too large. */
  | 'PAYLOAD_TOO_LARGE'
  /** 415. The content type is not supported, or the bytes are not the format they claim. */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** 422. The Idempotency-Key was used for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** 422. This server cannot connect accounts of the platform. */
  | 'PLATFORM_NOT_CONFIGURED'
  /** 422. The workspace has no connection for a platform of the post. */
  | 'PLATFORM_NOT_CONNECTED'
  /** 422. The post breaks a platform's rules. */
  | 'POST_NOT_PUBLISHABLE'
  /** 429. Too many requests in a minute. */
  | 'RATE_LIMIT_EXCEEDED'
  /** 500. Something broke on our side. */
  | 'INTERNAL_ERROR'
  /** 503. The server is starting, stopping, or has lost its database or its disk space. */
  | 'UNAVAILABLE'
