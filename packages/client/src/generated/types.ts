// Made from packages/contract by `pnpm generate`: change it there.

import type { Uploadable } from '../core/upload/uploadable.ts'

/**
 * `profile`: a person or a professional account. `page`: a Facebook page. `organization`: a LinkedIn page of an
 * organization. `channel`: a YouTube channel.
 */
export type AccountKind = 'profile' | 'page' | 'organization' | 'channel'

/** A quota of a platform, as it stood when the platform said it last. */
export interface AccountLimit {
  /**
   * The quota, as a code.
   * @example "posts_24h"
   */
  name: string
  /**
   * How much of it is used up.
   * @minimum 0
   */
  used: number
  /**
   * How much of it there is.
   * @minimum 0
   */
  total: number
  /**
   * When it is reset; null: it is counted over a moving window, or the platform does not say.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  resets_at: string | null
  /** `account`: of this platform account. `app`: of this server's app, which all accounts share. */
  scope: 'account' | 'app'
  /**
   * The post types that count. Absent: all of the platform.
   * @example ["facebook-reel"]
   */
  post_types?: PostType[]
  /**
   * Where the figures are from.
   * @example "the headers of X"
   */
  source: string
}

/** What an account may choose of one option. */
export interface AllowedOption {
  /**
   * The name of the option, as in `options` of an item.
   * @example "privacy_level"
   */
  name: string
  /**
   * The values that the account may choose from.
   * @example ["SELF_ONLY"]
   */
  allowed: (string | boolean)[]
}

/** A description of an image for people who cannot see it. */
export interface AltText {
  /**
   * The image.
   * @format uuid
   */
  media_id: string
  /** What is to be seen. */
  text: string
}

/** By what items are grouped: by the day on which they were posted, ... */
export type AnalyticsGroup = 'day' | 'platform' | 'post_type' | 'connection'

/** The metrics of the items that were posted in a range of days. */
export interface AnalyticsSummary {
  /**
   * The first day. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  from: string
  /**
   * The last day, included. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  to: string
  /**
   * The time zone in which days are counted.
   * @example "Europe/Berlin"
   */
  time_zone: string
  /** By what items are grouped: by the day on which they were posted, ... */
  group_by: AnalyticsGroup
  /** All items together. */
  totals: AnalyticsTotals
  /**
   * Days in their order, those without items too; others by views, the most first. Without a connection: the key
   * is empty.
   */
  groups: AnalyticsSums[]
}

/** The latest metrics of a group of items, added up. */
export interface AnalyticsSums {
  /**
   * A date, a platform, a post type or a `connection_id`, by `group_by`.
   * @example "2026-12-24"
   */
  key: string
  /**
   * Of a connection: the name of its account.
   * @example "@powerpost"
   */
  name?: string
  /**
   * How many items were posted.
   * @minimum 0
   */
  items: number
  /**
   * Of them: how many have metrics.
   * @minimum 0
   */
  measured: number
  /**
   * How often it was seen: views of a video, impressions of a post. The sum.
   * @minimum 0
   */
  views: number
  /**
   * Likes; where a platform has several reactions, all of them. The sum.
   * @minimum 0
   */
  likes: number
  /**
   * Comments and replies. The sum.
   * @minimum 0
   */
  comments: number
  /**
   * Shares, reposts and quotes. The sum.
   * @minimum 0
   */
  shares: number
  /**
   * Saves and bookmarks. The sum.
   * @minimum 0
   */
  saves: number
  /**
   * How many accounts saw it. The sum: who saw two items counts twice.
   * @minimum 0
   */
  reach: number
  /**
   * Clicks on the post or its links. The sum.
   * @minimum 0
   */
  clicks: number
  /**
   * For how long it was watched in all, in seconds. The sum.
   * @minimum 0
   */
  watch_seconds: number
}

/** All items together. */
export interface AnalyticsTotals {
  /**
   * How many items were posted.
   * @minimum 0
   */
  items: number
  /**
   * Of them: how many have metrics.
   * @minimum 0
   */
  measured: number
  /**
   * How often it was seen: views of a video, impressions of a post. The sum.
   * @minimum 0
   */
  views: number
  /**
   * Likes; where a platform has several reactions, all of them. The sum.
   * @minimum 0
   */
  likes: number
  /**
   * Comments and replies. The sum.
   * @minimum 0
   */
  comments: number
  /**
   * Shares, reposts and quotes. The sum.
   * @minimum 0
   */
  shares: number
  /**
   * Saves and bookmarks. The sum.
   * @minimum 0
   */
  saves: number
  /**
   * How many accounts saw it. The sum: who saw two items counts twice.
   * @minimum 0
   */
  reach: number
  /**
   * Clicks on the post or its links. The sum.
   * @minimum 0
   */
  clicks: number
  /**
   * For how long it was watched in all, in seconds. The sum.
   * @minimum 0
   */
  watch_seconds: number
}

/** The text, images or video are analyzed, and the captions are written. */
export interface AnalyzingProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'analyzing'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Not finished yet. */
    status: 'processing'
  }
}

/** An API key, without the secret key itself, which is shown once, when it is created. */
export interface ApiKey {
  /**
   * Unique id of the key.
   * @format uuid
   */
  key_id: string
  /** The display name. */
  name: string
  /** The first characters of the key, to recognise it. */
  prefix: string
  /** What the key may do. */
  scopes: Scope[]
  /** False for a sandbox key (`pp_test_sk_`). */
  livemode: boolean
  /** The workspaces the key is limited to; null: all of the account. */
  workspace_ids: string[] | null
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it expires; null: never.
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
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** One change, with who made it. Entries never change. */
export interface AuditEntry {
  /**
   * Unique id of the entry.
   * @format uuid
   */
  entry_id: string
  /**
   * What was done: the `operationId`, or `authenticate` for a revoked or expired API key that was refused.
   * @example "updateWebhookEndpoint"
   */
  action: string
  /** Who did something. It stays as it was, whatever becomes of the key. */
  principal: Principal
  /** The API key that was used, or that asked for the link that was opened. */
  key_id: string | null
  /** What was changed. */
  resource: {
    /** What kind of resource was changed. */
    type: ResourceType
    /** Its id; null: the change made none yet. */
    id: string | null
  }
  /** In which workspace; null: it belongs to the account. */
  workspace_id: string | null
  /**
   * The resource before the change, without secrets and shortened: at most 4,000 characters of JSON. Null: it is
   * new, or not kept.
   */
  before: Record<string, unknown> | null
  /** The same after the change. Null: it was deleted, or nothing was changed. */
  after: Record<string, unknown> | null
  /** The remote address that the request came from. */
  address: string | null
  /** The `X-Request-Id` of the request. */
  request_id: string | null
  /** False for what a sandbox key (`pp_test_sk_`) did. */
  livemode: boolean
  /**
   * When it was done.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
}

/** A page of the audit log. */
export interface AuditPage {
  /** The items of this page, newest first. */
  data: AuditEntry[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** A workspace's brand profile. Captions and pictures follow it. */
export interface Brand {
  /**
   * The workspace.
   * @format uuid
   */
  workspace_id: string
  /**
   * The name of the brand. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Copper Pot"
   */
  name?: string
  /**
   * Its name on the platforms, as it is to be printed. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "@copperpot"
   */
  handle?: string
  /**
   * Who its posts are for. At most 200 characters.
   * @minLength 1
   * @maxLength 200
   * @example "people who cook at home"
   */
  audience?: string
  /**
   * Where its readers live: a language tag with a region. Dates, prices and spelling follow it.
   * @maxLength 35
   * @example "en-GB"
   */
  locale?: string
  /**
   * A time zone of the IANA database: what is today there.
   * @maxLength 64
   * @example "Europe/London"
   */
  time_zone?: string
  /**
   * Its slogan, known to the model. It is printed only where a prompt or writing style asks for it. At most 200
   * characters.
   * @minLength 1
   * @maxLength 200
   * @example "Slow roasts, good days."
   */
  slogan?: string
  /**
   * Words and phrases that no caption may contain. At most 50, of at most 60 characters each.
   * @maxItems 50
   * @example ["cheap"]
   */
  avoid?: string[]
  /**
   * Hashtags that every caption has, as far as its platform allows. At most 10.
   * @maxItems 10
   * @example ["#CopperPot"]
   */
  fixed_hashtags?: string[]
  /**
   * Its colours, the most important first. At most 5.
   * @maxItems 5
   * @example ["#b87333","#1d1d1f"]
   */
  colors?: string[]
  /**
   * An image of this workspace: its logo.
   * @minLength 1
   * @maxLength 64
   */
  logo_media_id?: string
  /** What a generation uses unless its request says otherwise. */
  defaults?: {
    /**
     * The language of the captions, a tag of BCP 47. Default: the language of the prompt.
     * @maxLength 35
     * @example "pt-BR"
     */
    language?: string
    /**
     * How it should sound. At most 100 characters. Only a model can follow it.
     * @minLength 1
     * @maxLength 100
     * @example "warm and dry"
     */
    tone?: string
    /** How long the captions are, within the limits of their platforms. */
    length?: 'short' | 'medium' | 'long'
    /** `none`: no emoji. `few`: at most three in a caption. `many`: at least one. */
    emoji?: 'none' | 'few' | 'many'
    /**
     * How many hashtags a caption has, 0-30: as many as its platform allows. Those of the call to action are not
     * counted.
     * @minimum 0
     * @maximum 30
     */
    hashtags?: number
  }
  /** False for what a sandbox key (`pp_test_sk_`) saved. */
  livemode: boolean
  /**
   * When it was last saved. Absent: never.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at?: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** The entries of a range of days. */
export interface CalendarEntries {
  /** The entries of these days, in the order of time. */
  entries: CalendarEntry[]
  /** With `include=posts`: what is scheduled and posted on these days, in the order of time. */
  posts?: CalendarPost[]
  /** With `include=posts`: false when there are more than 1,000 items, of which the first are listed. */
  posts_complete?: boolean
  /**
   * With `include=posts`: the time zone of their days.
   * @example "Europe/Berlin"
   */
  time_zone?: string
}

/** Something that is planned for a day. */
export interface CalendarEntry {
  /**
   * Unique id of the entry.
   * @format uuid
   */
  entry_id: string
  /** What is planned. */
  title: string
  /** More about it. Absent when there is nothing. */
  description?: string
  /**
   * The day, as it was given. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  scheduled_date: string
  /**
   * When on that day, as it was given; null: at no certain time.
   * @example "18:30"
   */
  scheduled_time: string | null
  /** The platforms it is planned for. */
  platforms: Platform[]
  /** Always `planned`: an entry publishes nothing. */
  status: 'planned'
  /**
   * The post that it is about. Absent when there is none, or when it was deleted.
   * @format uuid
   */
  post_id?: string
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last updated.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A link by which a calendar program reads the calendar. Without the link. */
export interface CalendarFeed {
  /**
   * Unique id of the feed.
   * @format uuid
   */
  feed_id: string
  /** The name of the calendar. */
  name: string
  /** Whether it shows the scheduled and published posts, too. Needs the scope `posts:read`. */
  include_posts: boolean
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When its link was last read, to the hour. Absent: never.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  last_read_at?: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A page of feeds. */
export interface CalendarFeedPage {
  /** The items of this page, newest first. */
  data: CalendarFeed[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** An item of a post at its time. */
export interface CalendarPost {
  /**
   * The post.
   * @format uuid
   */
  post_id: string
  /**
   * The item of the post.
   * @format uuid
   */
  item_id: string
  /**
   * The kind of post a caption is written for. It determines the platform; post types of one platform share one
   * caption.
   */
  post_type: PostType
  /** A platform that captions are written for. */
  platform: Platform
  /** `scheduled`: not yet begun. `posting`: begun. `posted`: it is on the platform. */
  status: 'scheduled' | 'posting' | 'posted'
  /**
   * When it was posted, or is to be.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  at: string
  /**
   * The day of that in `time_zone`. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  date: string
  /**
   * The time of that in `time_zone`.
   * @example "18:30"
   */
  time: string
  /** How its text begins: at most 200 characters. */
  excerpt: string
  /**
   * The public address of the post. Absent until posted.
   * @format uri
   */
  platform_url?: string
}

/** A caption, measured. */
export interface CaptionDetails {
  /**
   * The length of the caption (on YouTube: of the description), as the platform counts it.
   * @minimum 0
   */
  length: number
  /**
   * The platform's limit, counted the same way.
   * @exclusiveMinimum 0
   */
  limit: number
  /** Its hashtags in order, with the #. */
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
 * The caption of a platform is finished. If an attempt was interrupted, the next one may write it differently:
 * then this event is sent again.
 */
export interface CaptionProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'caption'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Not finished yet. */
    status: 'processing'
    /** A platform that captions are written for. */
    platform: Platform
    /** The caption, under the name of its platform, and no other. */
    outputs: Captions
  }
}

/** The further captions of each platform, besides the first one in `outputs`. */
export interface CaptionVariants {
  instagram?: string[]
  tiktok?: string[]
  youtube?: ({
    title: string
    description: string
  })[]
  x?: string[]
  facebook?: string[]
  linkedin?: string[]
}

/** The captions by platform, hashtags included: a text, on YouTube a title and a description. */
export interface Captions {
  instagram?: string
  tiktok?: string
  youtube?: {
    /** At most 100 characters. */
    title: string
    /** At most 5,000 bytes, hashtags included. */
    description: string
  }
  x?: string
  facebook?: string
  linkedin?: string
}

/**
 * `categories`, `playlists`: of YouTube. `creator_info`: what TikTok lets the creator choose: who can see a
 * post, and whether people may comment, duet and stitch. `organizations`: the organizations that a member of
 * LinkedIn may post for.
 */
export type ChoiceName = 'categories' | 'creator_info' | 'organizations' | 'playlists'

/** Which accounts of a sign-in to connect. */
export interface ChooseAccountsRequest {
  /**
   * The accounts to connect. The others are forgotten.
   * @minItems 1
   * @maxItems 100
   */
  choice_ids: readonly string[]
}

/** All images are finished. The last event. */
export interface CompletedImages {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** Everything was generated. */
    status: 'completed'
    /** The generated images. */
    images: ({
      /**
       * The permanent id of the file.
       * @format uuid
       */
      media_id: string
      /**
       * Link to the file, valid for 7 days.
       * @format uri
       */
      url: string
      /**
       * Link to a thumbnail, valid for 7 days.
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

/** All captions are finished. The last event. */
export interface CompletedProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Everything was generated. */
    status: 'completed'
    /** The captions by platform, hashtags included: a text, on YouTube a title and a description. */
    outputs: Captions
  }
}

/** The video is finished. The last event. */
export interface CompletedVideo {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** Everything was generated. */
    status: 'completed'
    /** A generated video, stored as a media file of the workspace. */
    video: GeneratedVideo
  }
}

/** A platform account that posts are published to. */
export interface Connection {
  /**
   * Unique id of the connection.
   * @format uuid
   */
  connection_id: string
  /** A platform that captions are written for. */
  platform: Platform
  /** Whether it is a sandbox connection, which publishes nothing. */
  sandbox: boolean
  /** The display name of the platform account. */
  display_name: string
  /** The platform's id of the account; null for a sandbox connection made without a sign-in. */
  platform_account_id: string | null
  /** What the account is; null for a sandbox connection made without a sign-in. */
  account_kind: AccountKind | null
  /** The account's picture, at the platform; null: the platform named none. */
  picture_url: string | null
  /**
   * `active`: can publish. `expiring`: expires in less than seven days unless it is reconnected. `expired`,
   * `revoked`: cannot publish until it is reconnected.
   */
  status: ConnectionStatus
  /**
   * When it expires unless it is reconnected; null: never.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  expires_at: string | null
  /**
   * A quota of the platform is used up: nothing is posted to it before this time, and items wait. Absent
   * otherwise.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  held_until?: string
  /** Which quota is used up, as text. Absent when there is no `held_until`. */
  held_reason?: string
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was connected.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** The sign-in page that a person opens to create the connection. */
export interface ConnectionAuthorization {
  /**
   * Unique id of the request. `GET /connections/requests/{id}` shows what became of it.
   * @format uuid
   */
  request_id: string
  /** Nobody has signed in yet. No connection has this status, so that it tells the two apart. */
  status: 'waiting'
  /**
   * The page where a person signs in to the platform and allows this server to publish.
   * @format uri
   */
  authorize_url: string
  /**
   * When it expires. It can be used once.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  expires_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** What holds for one platform account, where it differs from the limits of the platform. */
export interface ConnectionCapabilities {
  /**
   * The connection.
   * @format uuid
   */
  connection_id: string
  /**
   * The longest text of a post, as the platform counts. Absent: the limit of the post type.
   * @exclusiveMinimum 0
   */
  text_length?: number
  /**
   * The longest video, in seconds. Absent: the limit of the post type.
   * @exclusiveMinimum 0
   */
  video_seconds?: number
  /** The options of which the account may not choose every value. Empty: of all it may. */
  options: AllowedOption[]
  /**
   * When the platform was asked; null: it says nothing about single accounts, or could not be asked yet. An answer
   * older than an hour is asked for again.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  checked_at: string | null
  /** Why the platform could not be asked now, as text. What it said before is still here. */
  error?: string
}

/** An account that a sign-in reaches. */
export interface ConnectionChoice {
  /** What to choose it by. */
  choice_id: string
  /** A platform that captions are written for. */
  platform: Platform
  /**
   * `profile`: a person or a professional account. `page`: a Facebook page. `organization`: a LinkedIn page of an
   * organization. `channel`: a YouTube channel.
   */
  kind: AccountKind
  /** The name of the account on the platform. */
  display_name: string
  /**
   * The account's picture, at the platform. Absent: the platform names none.
   * @format uri
   */
  picture_url?: string
}

/** A connection expired: the platform no longer lets it publish. */
export interface ConnectionExpiredEvent {
  /** The name of the event. */
  event: 'connection.expired'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The connection.
     * @format uuid
     */
    connection_id: string
    /** A platform that captions are written for. */
    platform: Platform
    /** The name of the account on the platform. */
    display_name: string
    /** Nothing can be published to it until it is reconnected. */
    status: 'expired'
  }
}

/** A connection expires in less than seven days, and cannot be renewed: a person must reconnect it. */
export interface ConnectionExpiringEvent {
  /** The name of the event. */
  event: 'connection.expiring'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The connection.
     * @format uuid
     */
    connection_id: string
    /** A platform that captions are written for. */
    platform: Platform
    /** The name of the account on the platform. */
    display_name: string
    /** A person must reconnect it before `expires_at`. */
    status: 'expiring'
    /**
     * When it expires.
     * @format date-time
     * @example "2026-11-22T18:53:52.000Z"
     */
    expires_at: string
  }
}

/** Whether a connection works, and for how long. */
export interface ConnectionHealth {
  /**
   * Unique id of the connection.
   * @format uuid
   */
  connection_id: string
  /**
   * `active`: can publish. `expiring`: expires in less than seven days unless it is reconnected. `expired`,
   * `revoked`: cannot publish until it is reconnected.
   */
  status: ConnectionStatus
  /**
   * When the current token expires; null: never, or there is none.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  token_expires_at: string | null
  /**
   * When the server renews the tokens at the latest, whether the connection is used or not; null: they need no
   * renewal, or cannot be renewed.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  renews_at: string | null
  /**
   * When the tokens were last renewed; null: not since it was connected.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  last_renewed_at: string | null
  /** Why the last renewal failed; null: it did not fail. */
  last_error: 
    | {
    /** What went wrong, as text. */
    message: string
    /** `wait`: the server tries again by itself. `reconnect`: a person must connect the account again. */
    action: 'wait' | 'reconnect'
    /**
     * When it went wrong.
     * @format date-time
     * @example "2026-11-22T18:53:52.000Z"
     */
    at: string
  }
    | null
  /** The permissions of the connection. Both are empty in the sandbox. */
  scopes: {
    /** The permissions that were granted, by the platform's names. */
    granted: string[]
    /** Those that publishing needs and that were not granted. */
    missing: string[]
  }
  /**
   * When something was last posted to it; null: nothing was.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  last_posted_at: string | null
}

/** How much of the quotas of its platform a connection has left. */
export interface ConnectionLimits {
  /**
   * The connection.
   * @format uuid
   */
  connection_id: string
  /** The quotas that its platform said anything about. Empty: of none so far. */
  limits: AccountLimit[]
  /**
   * When the platform said it last; null: it has not.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  checked_at: string | null
  /**
   * Until when nothing is posted to it, because a quota is used up. Absent when nothing is held up.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  held_until?: string
  /** Why the platform could not be asked now, as text. */
  error?: string
}

/** A page of connections. */
export interface ConnectionPage {
  /** The items of this page, newest first. */
  data: Connection[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** What became of the sign-in of a person. */
export interface ConnectionRequest {
  /**
   * Unique id of the request.
   * @format uuid
   */
  request_id: string
  /** A platform that captions are written for. */
  platform: Platform
  /** Whether its connections publish nothing. */
  sandbox: boolean
  /**
   * `waiting`: nobody has signed in yet. `choosing`: the sign-in reaches several accounts, of which some must be
   * chosen. `connected`: done. `failed`: see `error`. `expired`: nobody signed in, or chose, in time. The last
   * three are final.
   */
  status: ConnectionRequestStatus
  /** The `reference` it was created with. */
  reference?: string
  /** With `choosing`: the accounts that the sign-in reaches. */
  choices?: ConnectionChoice[]
  /** With `connected`: the connections that were created or renewed. */
  connection_ids?: string[]
  /** With `failed`: why. */
  error?: {
    /**
     * `ACCESS_DENIED`: the person did not allow access. `NO_ACCOUNTS`: the sign-in reaches no account that can be
     * published to. `NOT_ALLOWED`: the API key or the workspace of the request is gone, or the workspace has too
     * many connections. `PLATFORM_REFUSED`: the platform gave no access, or could not be reached. `INTERRUPTED`: the
     * server stopped during the sign-in.
     */
    code: ConnectionRequestErrorCode
    /** Why it failed, as text. */
    message: string
  }
  /**
   * When the link, or the choice, expires. A day later the request is deleted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  expires_at: string
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/**
 * `ACCESS_DENIED`: the person did not allow access. `NO_ACCOUNTS`: the sign-in reaches no account that can be
 * published to. `NOT_ALLOWED`: the API key or the workspace of the request is gone, or the workspace has too
 * many connections. `PLATFORM_REFUSED`: the platform gave no access, or could not be reached. `INTERRUPTED`: the
 * server stopped during the sign-in.
 */
export type ConnectionRequestErrorCode = 'ACCESS_DENIED' | 'NO_ACCOUNTS' | 'NOT_ALLOWED' | 'PLATFORM_REFUSED' | 'INTERRUPTED'

/**
 * `waiting`: nobody has signed in yet. `choosing`: the sign-in reaches several accounts, of which some must be
 * chosen. `connected`: done. `failed`: see `error`. `expired`: nobody signed in, or chose, in time. The last
 * three are final.
 */
export type ConnectionRequestStatus = 'waiting' | 'choosing' | 'connected' | 'failed' | 'expired'

/**
 * `active`: can publish. `expiring`: expires in less than seven days unless it is reconnected. `expired`,
 * `revoked`: cannot publish until it is reconnected.
 */
export type ConnectionStatus = 'active' | 'expiring' | 'expired' | 'revoked'

/** A new API key, with either a `preset` or `scopes`. It cannot do more than the key that creates it. */
export interface CreateApiKeyRequest {
  /**
   * The display name. At most 100 characters.
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
   * What the key may do. Duplicates are ignored.
   * @minItems 1
   * @maxItems 100
   */
  scopes?: readonly Scope[] | undefined
  /** Whether it is a sandbox key (`pp_test_sk_`). Default: the same as the key that creates it. */
  sandbox?: boolean | undefined
  /**
   * The workspaces the key is limited to. Default: those of the key that creates it, usually all.
   * @minItems 1
   * @maxItems 100
   */
  workspace_ids?: readonly string[] | undefined
  /**
   * When it expires, in the future. Default: when the key that creates it expires, usually never.
   * @format date-time
   * @example "2027-01-01T00:00:00Z"
   */
  expires_at?: string | undefined
}

/** The new API key, with the secret key. It is shown only this once. */
export interface CreateApiKeyResponse {
  /**
   * Unique id of the key.
   * @format uuid
   */
  key_id: string
  /** The display name. */
  name: string
  /** The first characters of the key, to recognise it. */
  prefix: string
  /** What the key may do. */
  scopes: Scope[]
  /** False for a sandbox key (`pp_test_sk_`). */
  livemode: boolean
  /** The workspaces the key is limited to; null: all of the account. */
  workspace_ids: string[] | null
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it expires; null: never.
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
  /** The secret key: save it now. Absent in a response that is replayed for an `Idempotency-Key`. */
  key?: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** Something to plan. It publishes nothing. */
export interface CreateCalendarEntryRequest {
  /**
   * What is planned. At most 500 characters.
   * @minLength 1
   * @maxLength 500
   * @example "Product launch"
   */
  title: string
  /**
   * More about it. At most 5,000 characters.
   * @maxLength 5000
   * @example "Show the new oven, link the shop"
   */
  description?: string | null | undefined
  /**
   * The day. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  scheduled_date: string
  /**
   * When on that day: `HH:MM`, without a time zone.
   * @example "18:30"
   */
  scheduled_time?: string | null | undefined
  /**
   * The platforms it is planned for. Repeated ones count once.
   * @maxItems 6
   * @example ["instagram","x"]
   */
  platforms?: readonly Platform[] | undefined
  /**
   * A post of this workspace that the entry is about.
   * @minLength 1
   * @maxLength 64
   */
  post_id?: string | null | undefined
}

/** A link to the calendar. Without posts by default. */
export interface CreateCalendarFeedRequest {
  /**
   * The name of the calendar in the program that shows it. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Copper Pot"
   */
  name: string
  /** Whether it shows the scheduled and published posts, too. Needs the scope `posts:read`. */
  include_posts?: boolean | undefined
}

/** A new feed, with its link. */
export interface CreateCalendarFeedResponse {
  /**
   * Unique id of the feed.
   * @format uuid
   */
  feed_id: string
  /** The name of the calendar. */
  name: string
  /** Whether it shows the scheduled and published posts, too. Needs the scope `posts:read`. */
  include_posts: boolean
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When its link was last read, to the hour. Absent: never.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  last_read_at?: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /**
   * The link. It is a secret, shown only in the first response: who has it reads the calendar until the feed is
   * deleted.
   * @format uri
   * @example
   * "https://api.example.com/api/v1/calendar/feeds/0199a1b2-0000-7000-8000-000000000051/calendar.ics?token=cal_3yTq"
   */
  url?: string
}

/** Which platform to connect. */
export interface CreateConnectionRequest {
  /** A platform that captions are written for. */
  platform: Platform
  /**
   * Whether to create a sandbox connection at once. It publishes nothing, and is for testing. A sandbox key
   * creates only sandbox connections. @default false
   */
  sandbox?: boolean | undefined
  /**
   * With `sandbox`: whether a person signs in on a page of this server that acts as the platform and has several
   * accounts, instead of creating the connection at once. @default false
   */
  sign_in?: boolean | undefined
  /**
   * Where the browser goes after the sign-in, with `request_id`, `status` and `reference` in its query. Its origin
   * must be in `POWERPOST_RETURN_ORIGINS`. Default: a page of this server shows the result, and lets the person
   * choose.
   * @minLength 1
   * @maxLength 2048
   * @example "https://app.example.com/connected"
   */
  return_url?: string | undefined
  /**
   * Your own name for this sign-in, e.g. the id of your user. It is returned unchanged.
   * @minLength 1
   * @maxLength 200
   */
  reference?: string | undefined
  /**
   * How long the link is valid, in seconds, up to 7 days. @default 600
   * @minimum 60
   * @maximum 604800
   */
  expires_in_seconds?: number | undefined
  /**
   * The name of a sandbox connection. A real one has the name of its platform account.
   * @minLength 1
   * @maxLength 100
   */
  display_name?: string | undefined
}

/** A sandbox connection, or the sign-in page for a real one. */
export type CreateConnectionResponse = Connection | ConnectionAuthorization

/** A new draft. */
export interface CreatePostRequest {
  /**
   * A completed generation of this workspace. Missing content and titles are filled from its captions.
   * @minLength 1
   * @maxLength 64
   */
  generation_id?: string | undefined
  /**
   * The items of the post: at most one of each post type for each connection.
   * @minItems 1
   * @maxItems 12
   */
  items: readonly PostItemInput[]
}

/** A new queue. */
export interface CreateQueueRequest {
  /**
   * The display name. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Weekday mornings"
   */
  name: string
  /**
   * The time zone of its slots, by its IANA name.
   * @minLength 1
   * @maxLength 64
   * @example "Europe/Berlin"
   */
  timezone: string
  /** The slots of a week, at least one: times of day by weekday. */
  slots: QueueSlotsRequest
}

/** What a file is to fit. */
export interface CreateRenditionRequest {
  /** The post type it is to fit. */
  post_type: PostType
  /** `auto`, `pad` or `crop`, as `fit` of an item. @default auto */
  mode?: 'auto' | 'pad' | 'crop' | undefined
  /** The point of a picture or video that stays visible where it is cropped, as shares of its sides. */
  focus?: MediumFocusInput | undefined
}

/** A new webhook endpoint. */
export interface CreateWebhookEndpointRequest {
  /**
   * The URL that events are sent to: HTTPS, not a private address.
   * @minLength 1
   * @maxLength 2048
   * @example "https://example.com/webhooks/powerpost"
   */
  url: string
  /**
   * The events to send. Duplicates are ignored.
   * @minItems 1
   * @maxItems 13
   */
  events: readonly WebhookEventName[]
}

/** The new endpoint, with its secret. It is shown only this once. */
export interface CreateWebhookEndpointResponse {
  /**
   * Unique id of the endpoint.
   * @format uuid
   */
  endpoint_id: string
  /** The URL that events are sent to. */
  url: string
  /** The events that are sent. */
  events: WebhookEventName[]
  /** Whether sending is disabled. Events that happen meanwhile are kept as failed deliveries, and can be replayed. */
  disabled: boolean
  /**
   * Why it is disabled: by a request, because it returned 410, or because every delivery failed for five days.
   * Null when it is not disabled.
   */
  disabled_reason: 'requested' | 'gone' | 'failing' | null
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /**
   * The secret that signs deliveries, `whsec_...`: save it now. Absent in a response that is replayed for an
   * `Idempotency-Key`.
   * @example "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
   */
  secret?: string
}

/** A new workspace. */
export interface CreateWorkspaceRequest {
  /**
   * The display name. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   */
  name: string
}

/** A new writing style. Not active by default. */
export interface CreateWritingStyleRequest {
  /**
   * The display name. At most 100 characters.
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
   * Sample texts in this voice: at most 10, each of at most 3,000 characters.
   * @maxItems 10
   */
  examples?: readonly string[] | undefined
  /**
   * Sample texts in this voice that belong to one platform: its captions take their form from them. At most 10,
   * each of at most 3,000 characters.
   * @maxItems 10
   */
  platform_examples?: readonly PlatformExampleRequest[] | undefined
  /** Whether generations without a style use this one. At most one style of a workspace is active. */
  active?: boolean | undefined
}

/** The account's balance. */
export interface Credits {
  /**
   * The credits that are left.
   * @minimum 0
   */
  balance: number
}

/** The query of `DELETE /account/api-keys/:id`. */
export interface DeleteApiKeyQuery {
  /** `true` also revokes the keys that it created, and those that they created. */
  with_children?: 'true' | 'false' | undefined
}

/** The query of `DELETE /account/workspaces/:id`. */
export interface DeleteWorkspaceQuery {
  /** `true` permanently deletes everything in the workspace too. */
  force?: 'true' | 'false' | undefined
}

/** The resource was deleted. */
export interface Deleted {
  /** Always true: an error has another status. */
  success: true
}

/** A worker has started: the prompt is prepared, and the images are generated. */
export interface DrawingImages {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'drawing'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** Not finished yet. */
    status: 'processing'
  }
}

/** How files have to be encoded, as far as the platform says it. */
export interface EncodingRules {
  /** By FFmpeg's names. */
  video_codecs?: RuleList
  /** By FFmpeg's names. */
  audio_codecs?: RuleList
  /** Frames per second. */
  frame_rate?: RuleBounds
  /** Of the sound, in hertz. */
  sample_rate?: RuleBounds
  /** Channels of the sound. */
  audio_channels?: RuleBounds
  /** Chroma subsampling, e.g. `4:2:0`. */
  chroma?: RuleList
  /** Present where pixels have to be square. */
  square_pixels?: RuleSource
  /** Present where the index has to be at the front of the file, without edit lists. */
  plain_layout?: RuleSource
  /** Present where high dynamic range is shown as such. */
  hdr?: RuleSource
  /** Present where a JPEG with further pictures behind the first is refused. */
  single_picture?: RuleSource
}

/** The body of every response that is not 200. */
export interface ErrorBody {
  error: {
    /** What went wrong, as text. */
    message: string
    /** What went wrong, as a code. */
    code: ErrorCode
    /** With VALIDATION_ERROR and POST_NOT_PUBLISHABLE: every field that is wrong. */
    details?: ErrorDetail[]
    /**
     * With RATE_LIMIT_EXCEEDED: the seconds to wait before trying again.
     * @exclusiveMinimum 0
     */
    retryAfter?: number
    /** The same as the `X-Request-Id` header. Include it in a bug report. */
    request_id: string
    /**
     * A page of this server that explains the error.
     * @format uri
     */
    doc_url: string
  }
}

/** What is wrong with one field of a request. */
export interface ErrorDetail {
  /**
   * The path of the field, as in code.
   * @example "post_types[1]"
   * @example "prompt"
   */
  path: string
  /**
   * What is wrong with the field.
   * @example "must have at least 3 characters"
   */
  message: string
}

/** What a generation would cost. Nothing was started. */
export interface Estimate {
  /**
   * The cost in credits.
   * @minimum 0
   */
  credits: number
  /** What a generation is written from, determined by the fields in the request. */
  input_type: InputType
  /** The platforms without duplicates, in the requested order. */
  platforms: Platform[]
  /** The parts of the cost. They add up to `credits`. */
  breakdown: EstimateItem[]
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** One line of an estimate. */
export interface EstimateItem {
  /** What is counted. */
  item: 
    | 'first_platform'
    | 'further_platforms'
    | 'further_variants'
    | 'images'
    | 'video_minutes'
    | 'source_urls'
  /**
   * How many.
   * @exclusiveMinimum 0
   */
  quantity: number
  /**
   * Credits for each.
   * @minimum 0
   */
  credits_each: number
  /**
   * Credits for all of them.
   * @minimum 0
   */
  credits: number
}

/**
 * Some or all images failed; `images` has the finished ones, after a regeneration also the old ones. The last
 * event.
 */
export interface FailedImages {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** The credits were refunded. */
    status: 'failed'
    /**
     * Why it failed, as a code.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why it failed, as text. */
    error_message: string
    /** The generated images. */
    images: ({
      /**
       * The permanent id of the file.
       * @format uuid
       */
      media_id: string
      /**
       * Link to the file, valid for 7 days.
       * @format uri
       */
      url: string
      /**
       * Link to a thumbnail, valid for 7 days.
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

/** It failed without new captions; after a failed regeneration the old ones are unchanged. The last event. */
export interface FailedProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** The credits were refunded. */
    status: 'failed'
    /**
     * Why it failed, as a code.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why it failed, as text. */
    error_message: string
  }
}

/** The video failed; after a regeneration the old one is unchanged. The last event. */
export interface FailedVideo {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** The credits were refunded. */
    status: 'failed'
    /**
     * Why it failed, as a code.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why it failed, as text. */
    error_message: string
  }
}

/** Which pictures, videos or documents a post type accepts. */
export interface FileRules {
  /** Formats. */
  formats: {
    /** The media types it accepts. */
    allowed: (
      | 'image/jpeg'
      | 'image/png'
      | 'image/webp'
      | 'video/mp4'
      | 'video/quicktime'
      | 'video/webm'
      | 'application/pdf')[]
    /**
     * Where the figure was read: an address of the platform's own documentation, or `third parties`.
     * @example "https://docs.x.com/x-api/media/quickstart/best-practices"
     */
    source: string
    /**
     * When it was read: year and month.
     * @example "2026-11"
     */
    checked: string
  }
  /** How many of them. */
  count: RuleBounds
  /** The size of each file, in bytes. */
  bytes?: RuleBounds
  /** In pixels. */
  width?: RuleBounds
  /** In pixels. */
  height?: RuleBounds
  /** Width divided by height. */
  ratio?: RuleBounds
  /** Width divided by height, where others are cut or framed. */
  best_ratio?: RuleBounds
  /** The length of a video. */
  seconds?: RuleBounds
  /** How many pages a document has. */
  pages?: RuleBounds
  /** The length of a description for people who cannot see it, in UTF-16 code units. Absent: it has none. */
  alt_text?: RuleBounds
  /** What a video can show before it plays. Absent: nothing can be chosen. */
  cover?: ('moment' | 'picture')[]
  /** How files have to be encoded, as far as the platform says it. */
  encoding?: EncodingRules
}

/**
 * `auto`: what a person does not see is changed: the format, the encoding, the size of the file. `pad`: also the
 * shape, by bars. `crop`: also the shape, by cutting around the focus. `none`: nothing is changed.
 */
export type Fit = 'auto' | 'none' | 'pad' | 'crop'

/** What to write, and for which platforms: from a `prompt`, from `media_ids`, or from both. */
export interface GenerateContentRequest {
  /**
   * What to post about, or context for the media. 3-500 characters, at least 3 without leading and trailing
   * spaces. Required without media.
   * @minLength 3
   * @maxLength 500
   * @example "We just shipped dark mode across all our apps"
   */
  prompt?: string | undefined
  /**
   * 1-10 images, or exactly one video. Required without a prompt. An empty list is the same as no list.
   * @maxItems 10
   */
  media_ids?: readonly string[] | undefined
  /**
   * The post types to write captions for, 1-100. Duplicates are ignored.
   * @minItems 1
   * @maxItems 100
   */
  post_types: readonly PostType[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /**
   * A writing style of this workspace. Default: the workspace's active style, if there is one.
   * @minLength 1
   * @maxLength 64
   */
  writing_style_id?: string | undefined
  /**
   * Web pages to read before writing, at most 10: public HTTPS addresses. Duplicates are ignored.
   * @maxItems 10
   * @example ["https://example.com/press/dark-mode"]
   */
  source_urls?: readonly string[] | undefined
  /**
   * A call to action that is included in every caption, unchanged. At most 100 characters.
   * @maxLength 100
   * @example "Update now in the app store"
   */
  cta_text?: string | undefined
  /**
   * The language of the captions, a tag of BCP 47. Default: the language of the prompt.
   * @maxLength 35
   * @example "pt-BR"
   */
  language?: string | undefined
  /**
   * How it should sound. At most 100 characters. Only a model can follow it.
   * @minLength 1
   * @maxLength 100
   * @example "warm and dry"
   */
  tone?: string | undefined
  /**
   * Who reads it. At most 200 characters. Only a model can follow it.
   * @minLength 1
   * @maxLength 200
   * @example "first-time founders"
   */
  audience?: string | undefined
  /** How long the captions are, within the limits of their platforms. */
  length?: 'short' | 'medium' | 'long' | undefined
  /** `none`: no emoji. `few`: at most three in a caption. `many`: at least one. */
  emoji?: 'none' | 'few' | 'many' | undefined
  /**
   * How many hashtags a caption has, 0-30: as many as its platform allows. Those of the call to action are not
   * counted.
   * @minimum 0
   * @maximum 30
   */
  hashtags?: number | undefined
  /**
   * Words and phrases that no caption may contain, in addition to those of the brand profile. At most 50, of at
   * most 60 characters each.
   * @maxItems 50
   * @example ["game changer"]
   */
  avoid?: readonly string[] | undefined
  /**
   * How many captions to write for each platform, 1-5. Default: 1. Each further one costs 1 credit per platform;
   * one that cannot be written is refunded.
   * @minimum 1
   * @maximum 5
   */
  variants?: number | undefined
  /**
   * One of the text models that are configured on the server, or `built-in`. Default: the first, and the next if
   * it fails.
   * @minLength 1
   * @maxLength 250
   * @example "built-in"
   */
  model?: string | undefined
  /**
   * What to write in addition, free of charge. `alt_text`: a description of each image, if the model sees images.
   * `first_comment`: a comment for under the post. `thread`: the text as a thread for X, in parts of at most 280
   * characters as X counts them.
   * @maxItems 10
   */
  include?: readonly ('alt_text' | 'first_comment' | 'thread')[] | undefined
  /**
   * The most it may cost. The request is refused if it would cost more, and nothing is started.
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
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** Which images to generate: from a `prompt`, for a `generation_id`, or both. */
export interface GenerateImagesRequest {
  /**
   * What the image shows, at most 2000 characters. Required without a `generation_id`; with one it is added to the
   * caption.
   * @minLength 1
   * @maxLength 2000
   * @example "Two coffees for the price of one"
   */
  prompt?: string | undefined
  /** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
  size?: ImageSize | undefined
  /**
   * How many images, 1-4. Each one is different.
   * @minimum 1
   * @maximum 4
   * @default 1
   */
  quantity?: number | undefined
  /**
   * The image model, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
   * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
   */
  model?: ImageModel | undefined
  /**
   * Whether a text model may rewrite the prompt first. `prompt_used` shows the prompt that was used.
   * @default false
   */
  enhance_prompt?: boolean | undefined
  /**
   * Reference images whose style the new images take on, at most 4. An empty list is the same as no list.
   * @maxItems 4
   */
  style_images?: readonly string[] | undefined
  /**
   * A completed generation of this workspace. The images illustrate one of its captions.
   * @minLength 1
   * @maxLength 64
   */
  generation_id?: string | undefined
  /** The post type whose caption to illustrate, one of the generation's. Default: its first. */
  source_post_type?: PostType | undefined
  /**
   * The most it may cost. The request is refused if it would cost more, and nothing is started.
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
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** Which video to generate. */
export interface GenerateVideoRequest {
  /**
   * What the video shows: at most 2500 characters with kling-3.0-pro, 3000 with veo-3.1, 1000 with runway-gen-4.5.
   * @minLength 1
   * @maxLength 3000
   * @example "Two coffees for the price of one"
   */
  prompt: string
  /**
   * The length in seconds: 5 or 10 with kling-3.0-pro and runway-gen-4.5, 4 or 8 with veo-3.1.
   * @example 5
   */
  duration: number
  /** The shape, in pixels: `landscape` 1920 x 1080, `portrait` 1080 x 1920. */
  size?: VideoSize | undefined
  /**
   * The video model, with its lengths in seconds, credits, and longest prompt: `kling-3.0-pro` Kling 3.0 Pro, 5 s
   * for 15 or 22 with audio, 10 s for 30 or 44 with audio, 2500 characters; `veo-3.1` Veo 3.1, 4 s for 20 or 32
   * with audio, 8 s for 40 or 64 with audio, 3000 characters; `runway-gen-4.5` Runway Gen-4.5, 5 s for 15, 10 s
   * for 30, no audio, 1000 characters.
   */
  model?: VideoModel | undefined
  /**
   * Whether the video has sound. runway-gen-4.5 makes none. Where the server cannot make it, the video is silent,
   * a warning says so, and only a silent video is charged.
   * @default false
   */
  has_audio?: boolean | undefined
  /**
   * Whether a text model may rewrite the prompt first. `prompt_used` shows the prompt that was used.
   * @default false
   */
  enhance_prompt?: boolean | undefined
  /**
   * The `media_id` of an image in this workspace, which the video begins with.
   * @minLength 1
   * @maxLength 64
   */
  source_image?: string | undefined
  /**
   * The most it may cost. The request is refused if it would cost more, and nothing is started.
   * @minimum 0
   */
  max_credits?: number | undefined
}

/** A video generation that was started. */
export interface GenerateVideoResponse {
  /**
   * Unique id to track this video generation.
   * @format uuid
   */
  video_generation_id: string
  /** Always `processing`. */
  status: 'processing'
  /**
   * Credits deducted for this video.
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
   * @example "/api/v1/videos/generations/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a3b"
   */
  status_url: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A generated image, stored as a media file of the workspace. */
export interface GeneratedImage {
  /**
   * The permanent id of the file. Pass it in `media_ids`.
   * @format uuid
   */
  media_id: string
  /**
   * Link to the file, valid for 7 days.
   * @format uri
   */
  url: string
  /**
   * Link to a thumbnail, valid for 7 days.
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

/** A generated video, stored as a media file of the workspace. */
export interface GeneratedVideo {
  /**
   * The permanent id of the file.
   * @format uuid
   */
  media_id: string
  /**
   * Link to the file, valid for 7 days.
   * @format uri
   */
  url: string
  /**
   * Link to a thumbnail, valid for 7 days.
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

/** A worker has started: the prompt is prepared, and the video is generated. */
export interface GeneratingVideo {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'generating'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** Not finished yet. */
    status: 'processing'
  }
}

/** A generation and its result. */
export interface Generation {
  /**
   * Unique id of the generation.
   * @format uuid
   */
  generation_id: string
  /**
   * A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while
   * captions are regenerated. `pending` is reserved: this server never returns it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only media were given. */
  prompt?: string
  /** The platforms without duplicates, in the requested order. */
  platforms: Platform[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /** What a generation is written from, determined by the fields in the request. */
  input_type: InputType
  /**
   * Credits deducted at the start. Refunded when the generation fails.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
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
  /** Present when `variants` were requested and written. */
  variants?: CaptionVariants
  /** Present when it was to be included, and could be written. */
  alt_text?: AltText[]
  /** A comment for under the post. Present when it was to be included, and could be written. */
  first_comment?: string
  /**
   * The parts of a thread for X, each of at most 280 characters as X counts them. Present when it was to be
   * included.
   */
  thread?: string[]
  /**
   * Credits refunded, because it failed or for what was not done. Absent when there were none.
   * @minimum 0
   */
  credits_refunded?: number
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /** The last regeneration of captions. Absent when there was none. */
  regeneration?: Regeneration
  /** Present when the status is `failed`. */
  error?: JobError
}

/** A generation completed: its captions are available. */
export interface GenerationCompletedEvent {
  /** The name of the event. */
  event: 'generation.completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Everything was generated. */
    status: 'completed'
    /** The captions by platform, hashtags included: a text, on YouTube a title and a description. */
    outputs: Captions
  }
}

/** A progress event of a generation: `event` determines `data`. Ignore events that you do not know. */
export type GenerationEvent = 
  | QueuedProgress
  | ResearchingProgress
  | AnalyzingProgress
  | WaitingProgress
  | CaptionProgress
  | CompletedProgress
  | FailedProgress

/** A generation failed without captions; or a regeneration failed, and the old captions are unchanged. */
export interface GenerationFailedEvent {
  /** The name of the event. */
  event: 'generation.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** The credits were refunded. */
    status: 'failed'
    /**
     * Why it failed, as a code.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why it failed, as text. */
    error_message: string
  }
}

/** A page of generations. */
export interface GenerationPage {
  /** The items of this page, newest first. */
  data: GenerationSummary[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/**
 * A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while
 * captions are regenerated. `pending` is reserved: this server never returns it.
 */
export type GenerationStatus = 'pending' | 'processing' | 'completed' | 'failed'

/** A generation in a list, without its captions. */
export interface GenerationSummary {
  /**
   * Unique id of the generation.
   * @format uuid
   */
  generation_id: string
  /**
   * A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while
   * captions are regenerated. `pending` is reserved: this server never returns it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only media were given. */
  prompt?: string
  /** The platforms without duplicates, in the requested order. */
  platforms: Platform[]
  /** `regular`: quick, with basic research. `deep`: extended research. */
  research_mode: ResearchMode
  /** What a generation is written from, determined by the fields in the request. */
  input_type: InputType
  /**
   * Credits deducted at the start. Refunded when the generation fails.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
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

/** Which model wrote the captions. */
export interface Generator {
  /**
   * The model that wrote the captions.
   * @example "built-in"
   */
  model: string
  /** Whether it is the built-in, rule-based model, which needs no API key. */
  built_in: boolean
  /** What the model could research: nothing, the given sources, or the web. */
  research: 'none' | 'sources' | 'web'
  /**
   * What the model saw of the media: only facts about the files (names, sizes, colours), the images, or frames of
   * the video. Absent when there were no media.
   */
  media?: 'facts' | 'pictures' | 'frames'
}

/** The query of `GET /analytics/summary`. */
export interface GetAnalyticsSummaryQuery {
  /**
   * The first day on which items were posted. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  from: string
  /**
   * The last day, included. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  to: string
  /**
   * A time zone of the IANA database in which days are counted. Default: that of the brand profile, else UTC.
   * @minLength 1
   * @maxLength 64
   * @example "Europe/Berlin"
   */
  time_zone?: string | undefined
  /** By what items are grouped: by the day on which they were posted, ... */
  group_by?: AnalyticsGroup | undefined
}

/** The query of `GET /post-items/:id/analytics`. */
export interface GetItemAnalyticsQuery {
  /** `history`: also what was read before. */
  include?: 'history' | undefined
}

/** The query of `GET /queues/:id/slots`. */
export interface GetQueueSlotsQuery {
  /**
   * How many to return, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
}

/** One image is finished. Images finish in any order, each once. */
export interface ImageFinished {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'image'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** Not finished yet. */
    status: 'processing'
    /**
     * The position of the image; the first is 0.
     * @minimum 0
     */
    position: number
    /** A generated image, stored as a media file of the workspace. */
    image: GeneratedImage
  }
}

/** An image generation and its result. */
export interface ImageGeneration {
  /**
   * Unique id of the image generation.
   * @format uuid
   */
  image_generation_id: string
  /**
   * A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while
   * captions are regenerated. `pending` is reserved: this server never returns it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only a generation was given. */
  prompt?: string
  /** The rewritten prompt that was used instead of `prompt`. Absent when it was not rewritten. */
  prompt_used?: string
  /**
   * The result of `enhance_prompt`. `enhanced`: the prompt was rewritten, see `prompt_used`. `unavailable`: used
   * unchanged, because no text model is configured or the built-in image model is used. `failed`: used unchanged,
   * because the text model failed. Absent when it was not requested, and until it is decided.
   */
  prompt_enhancement?: 'enhanced' | 'unavailable' | 'failed'
  /**
   * What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation.
   * Determined by the fields in the request.
   */
  mode: ImageMode
  /** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
  size: ImageSize
  /**
   * How many images were requested.
   * @exclusiveMinimum 0
   */
  quantity: number
  /**
   * The image model, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
   * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
   */
  model: ImageModel
  /**
   * The generation whose caption the images illustrate. Absent in other modes.
   * @format uuid
   */
  generation_id?: string
  /** The post type whose caption the images illustrate. Absent in other modes. */
  source_post_type?: PostType
  /**
   * Credits deducted at the start. The credits of failed images are refunded.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
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
  /** Absent until the first image is ready. */
  generator?: ImageGenerator
  /**
   * The finished images, in order: all of them when the status is `completed`, the successful ones when it is
   * `failed`. An image whose file was deleted is not listed.
   */
  images: GeneratedImage[]
  /** The last regeneration of images. Absent when there was none. */
  regeneration?: ImageRegeneration
  /**
   * Credits refunded, for failed images or for what was not done. Absent when there were none.
   * @minimum 0
   */
  credits_refunded?: number
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /** Present when the status is `failed`. */
  error?: ImageGenerationError
}

/** An image generation completed: all its images are available. */
export interface ImageGenerationCompletedEvent {
  /** The name of the event. */
  event: 'image_generation.completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** Everything was generated. */
    status: 'completed'
    /** The generated images. */
    images: ({
      /**
       * The permanent id of the file.
       * @format uuid
       */
      media_id: string
      /**
       * Link to the file, valid for 7 days.
       * @format uri
       */
      url: string
      /**
       * Link to a thumbnail, valid for 7 days.
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

/** Why some or all images failed. The credits of the failed images were refunded. */
export interface ImageGenerationError {
  /** Why it failed, as a code. */
  code: 'IMAGE_GENERATION_FAILED'
  /** Why it failed, as text. */
  message: string
}

/**
 * A progress event of an image generation: `event` determines `data`. Links are created when the event is sent.
 * Ignore events that you do not know.
 */
export type ImageGenerationEvent = QueuedImages | DrawingImages | ImageFinished | CompletedImages | FailedImages

/** An image generation failed for some or all of its images. */
export interface ImageGenerationFailedEvent {
  /** The name of the event. */
  event: 'image_generation.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** The credits were refunded. */
    status: 'failed'
    /**
     * Why it failed, as a code.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why it failed, as text. */
    error_message: string
    /** The generated images. */
    images: ({
      /**
       * The permanent id of the file.
       * @format uuid
       */
      media_id: string
      /**
       * Link to the file, valid for 7 days.
       * @format uri
       */
      url: string
      /**
       * Link to a thumbnail, valid for 7 days.
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
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** An image generation in a list, without its images. */
export interface ImageGenerationSummary {
  /**
   * Unique id of the image generation.
   * @format uuid
   */
  image_generation_id: string
  /**
   * A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while
   * captions are regenerated. `pending` is reserved: this server never returns it.
   */
  status: GenerationStatus
  /** As it was sent. Absent when only a generation was given. */
  prompt?: string
  /** The rewritten prompt that was used instead of `prompt`. Absent when it was not rewritten. */
  prompt_used?: string
  /**
   * The result of `enhance_prompt`. `enhanced`: the prompt was rewritten, see `prompt_used`. `unavailable`: used
   * unchanged, because no text model is configured or the built-in image model is used. `failed`: used unchanged,
   * because the text model failed. Absent when it was not requested, and until it is decided.
   */
  prompt_enhancement?: 'enhanced' | 'unavailable' | 'failed'
  /**
   * What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation.
   * Determined by the fields in the request.
   */
  mode: ImageMode
  /** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
  size: ImageSize
  /**
   * How many images were requested.
   * @exclusiveMinimum 0
   */
  quantity: number
  /**
   * The image model, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
   * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
   */
  model: ImageModel
  /**
   * The generation whose caption the images illustrate. Absent in other modes.
   * @format uuid
   */
  generation_id?: string
  /** The post type whose caption the images illustrate. Absent in other modes. */
  source_post_type?: PostType
  /**
   * Credits deducted at the start. The credits of failed images are refunded.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
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
  /** Absent until the first image is ready. */
  generator?: ImageGenerator
}

/** Which model generated the images. */
export interface ImageGenerator {
  /**
   * The model that generated the images.
   * @example "built-in"
   */
  model: string
  /** Whether it is the built-in model, which needs no API key and renders text cards. */
  built_in: boolean
}

/**
 * What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation.
 * Determined by the fields in the request.
 */
export type ImageMode = 'text' | 'reference' | 'post'

/**
 * The image model, and the credits for one image: `flux2-flex` FLUX.2 [flex], 5; `ideogram-3` Ideogram 3.0, 6;
 * `nano-banana-2` Nano Banana 2, 6; `gpt-image-1.5` GPT Image 1.5, 14, not in feed.
 */
export type ImageModel = 'flux2-flex' | 'ideogram-3' | 'nano-banana-2' | 'gpt-image-1.5'

/** A regeneration of some of the images. */
export interface ImageRegeneration {
  /** The current status. */
  status: 'processing' | 'completed' | 'failed'
  /** The positions of the images that are regenerated; the first is 0. */
  positions: number[]
  /** The new prompt. Absent when none was given. */
  prompt?: string
  /**
   * Credits deducted. Those of images that fail are refunded.
   * @minimum 0
   */
  credits_used: number
  /**
   * Credits refunded, for failed images or for what was not done. Absent when there were none.
   * @minimum 0
   */
  credits_refunded?: number
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
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
  /** Present when it failed: images that failed are unchanged. */
  error?: ImageGenerationError
}

/** The shape: `square` 1:1, `feed` 4:5, `portrait` 9:16, `landscape` 16:9. */
export type ImageSize = 'square' | 'feed' | 'portrait' | 'landscape'

/** The URL to download a file from. */
export interface ImportMediaRequest {
  /**
   * The URL of the file: a public HTTPS address, not one of a private network.
   * @minLength 1
   * @maxLength 2048
   * @example "https://example.com/press/launch.jpg"
   */
  url: string
  /** The expected kind; any other file is refused. Default: detected from the file. */
  type?: MediaType | undefined
}

/** What a generation is written from, determined by the fields in the request. */
export type InputType = 'text' | 'images' | 'video'

/** The metrics of an item. */
export interface ItemAnalytics {
  /**
   * The item.
   * @format uuid
   */
  post_item_id: string
  /**
   * The kind of post a caption is written for. It determines the platform; post types of one platform share one
   * caption.
   */
  post_type: PostType
  /** A platform that captions are written for. */
  platform: Platform
  /** The status of an item. */
  status: PostItemStatus
  /** The latest metrics; null when it is not posted, or nothing was read yet. */
  metrics: ItemMetrics | null
  /** The metrics that are not there, each with the reason. */
  unavailable: UnavailableMetric[]
  /** How the metrics of an item are collected. */
  collection: MetricCollection
  /** With `include=history`: all that was read, the oldest first. At most 92. */
  history?: ItemMetrics[]
}

/** What is different in what is posted from a file of the item. */
export interface ItemChange {
  /**
   * The file that is changed. It stays as it is: a rendition of it is posted.
   * @format uuid
   */
  media_id: string
  /**
   * What is changed, as a code.
   * @example "format"
   */
  change: string
  /**
   * What is changed, as text.
   * @example "PNG is converted to JPEG."
   */
  message: string
}

/** What a platform said of a posted item. */
export interface ItemMetrics {
  /**
   * How often it was seen: views of a video, impressions of a post. 0 if the platform does not give it.
   * @minimum 0
   */
  views: number
  /**
   * Likes; where a platform has several reactions, all of them. 0 if the platform does not give it.
   * @minimum 0
   */
  likes: number
  /**
   * Comments and replies. 0 if the platform does not give it.
   * @minimum 0
   */
  comments: number
  /**
   * Shares, reposts and quotes. Absent if the platform does not give it.
   * @minimum 0
   */
  shares?: number
  /**
   * Saves and bookmarks. Absent if the platform does not give it.
   * @minimum 0
   */
  saves?: number
  /**
   * How many accounts saw it. Absent if the platform does not give it.
   * @minimum 0
   */
  reach?: number
  /**
   * Clicks on the post or its links. Absent if the platform does not give it.
   * @minimum 0
   */
  clicks?: number
  /**
   * For how long it was watched in all, in seconds. Absent if the platform does not give it.
   * @minimum 0
   */
  watch_seconds?: number
  /**
   * When the platform was asked.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  fetched_at: string
}

/** How the media of an item are made to fit its platform. */
export interface ItemRendition {
  /** `queued`: it waits for its turn. `processing`: it is being made. `completed`: it is there. */
  status: RenditionStatus
  /** What is different in what is posted. */
  changes: ItemChange[]
}

/** Why it failed. The credits were refunded. */
export interface JobError {
  /** Why it failed, as a code. */
  code: 'GENERATION_FAILED'
  /** Why it failed, as text. */
  message: string
}

/**
 * The posts to learn a writing style from: either `texts`, or those that were published through a connection.
 * Without a `name` it is named by the date.
 */
export interface LearnWritingStyleRequest {
  /**
   * A connection of this workspace: what was published through it is read.
   * @minLength 1
   * @maxLength 64
   */
  connection_id?: string | undefined
  /**
   * Posts in the voice to learn, the newest first: at most 50, each of at most 3,000 characters.
   * @minItems 1
   * @maxItems 50
   * @example ["Dark mode is here. Your eyes may now rest."]
   */
  texts?: readonly string[] | undefined
  /**
   * The display name. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Our voice"
   */
  name?: string | undefined
  /** Whether generations without a style use this one. At most one style of a workspace is active. */
  active?: boolean | undefined
}

/** A writing style that was learned from posts, and from which. */
export interface LearnedWritingStyle {
  /**
   * Unique id of the writing style.
   * @format uuid
   */
  writing_style_id: string
  /** The display name. */
  name: string
  /** How to write. */
  instructions: string
  /** Sample texts in this voice. */
  examples: string[]
  /** Sample texts in this voice of one platform each. Absent when there are none. */
  platform_examples?: PlatformExample[]
  /** Whether generations without a style use this one. At most one style of a workspace is active. */
  active: boolean
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last updated.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /**
   * What read the posts: a text model as the operator named it, or `built-in` in the sandbox.
   * @example "openai:gpt-5-mini"
   */
  model: string
  /** The posts that were read. Those beyond 30,000 characters in all, and repeated ones, are not. */
  posts_read: ReadPost[]
}

/** One change of the balance. The balance is the sum of all entries. */
export interface LedgerEntry {
  /**
   * Unique id of the entry.
   * @format uuid
   */
  entry_id: string
  /** `grant`: granted. `debit`: charged for an operation. `refund`: refunded for an operation. */
  kind: 'grant' | 'debit' | 'refund'
  /** Credits: positive when added, negative when charged. */
  amount: number
  /**
   * The balance after this entry.
   * @minimum 0
   */
  balance_after: number
  /** The operation it belongs to; null for a grant. */
  operation: 
    | {
    /**
     * The kind of operation.
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
  /** Why it was granted, or refunded though the operation was completed; null otherwise. */
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
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** The query of `GET /account/api-keys`. */
export interface ListApiKeysQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /account/audit`. */
export interface ListAuditLogQuery {
  /**
   * Only what this API key did, or what links did that it asked for.
   * @minLength 1
   * @maxLength 64
   */
  principal_id?: string | undefined
  /**
   * Only this action.
   * @minLength 1
   * @maxLength 64
   */
  action?: string | undefined
  /** What kind of resource was changed. */
  resource_type?: ResourceType | undefined
  /**
   * Only changes of this resource.
   * @minLength 1
   * @maxLength 64
   */
  resource_id?: string | undefined
  /**
   * Only changes in this workspace.
   * @minLength 1
   * @maxLength 64
   */
  workspace_id?: string | undefined
  /**
   * Only from this time on.
   * @format date-time
   * @example "2026-11-22T18:00:00Z"
   */
  since?: string | undefined
  /**
   * Only before this time.
   * @format date-time
   * @example "2026-11-22T18:00:00Z"
   */
  until?: string | undefined
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /calendar/entries`. */
export interface ListCalendarEntriesQuery {
  /**
   * The first day. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  start_date: string
  /**
   * The last day, included. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  end_date: string
  /** `posts`: also the scheduled and published posts. Needs the scope `posts:read`. */
  include?: 'posts' | undefined
  /**
   * A time zone of the IANA database in which days are counted. Default: that of the brand profile, else UTC.
   * @minLength 1
   * @maxLength 64
   * @example "Europe/Berlin"
   */
  time_zone?: string | undefined
}

/** The query of `GET /calendar/feeds`. */
export interface ListCalendarFeedsQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
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
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
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
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
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
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /account/credits/ledger`. */
export interface ListLedgerEntriesQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
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
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
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
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /queues`. */
export interface ListQueuesQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /media/:id/renditions`. */
export interface ListRenditionsQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /videos/generations`. */
export interface ListVideoGenerationsQuery {
  /** Only video generations of this status. */
  status?: GenerationStatus | undefined
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
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
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /webhooks/endpoints`. */
export interface ListWebhookEndpointsQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /account/workspaces`. */
export interface ListWorkspacesQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** The query of `GET /writing-styles`. */
export interface ListWritingStylesQuery {
  /**
   * The maximum number of items on a page, 1-100.
   * @minimum 1
   * @maximum 100
   * @default 20
   * @example 20
   */
  limit?: number | undefined
  /**
   * The `next_cursor` of the previous page of this list, with the same filters. Opaque.
   * @minLength 1
   * @maxLength 256
   */
  cursor?: string | undefined
}

/** An uploaded image or video. */
export interface Media {
  /**
   * Unique id of the file. Pass it in `media_ids`.
   * @format uuid
   */
  media_id: string
  /** The kind of a media file. */
  type: MediaType
  /**
   * The name it was uploaded with.
   * @example "launch.jpg"
   */
  file_name: string
  /**
   * In bytes.
   * @exclusiveMinimum 0
   */
  file_size: number
  /** The format, detected from the bytes of the file. */
  mime_type: 
    | 'image/jpeg'
    | 'image/png'
    | 'image/webp'
    | 'video/mp4'
    | 'video/quicktime'
    | 'video/webm'
    | 'application/pdf'
  /**
   * In pixels, after applying the rotation set in the file. Of a document: of its first page, in points.
   * @exclusiveMinimum 0
   */
  width: number
  /**
   * In pixels, after applying the rotation set in the file. Of a document: of its first page, in points.
   * @exclusiveMinimum 0
   */
  height: number
  /**
   * Length of a video in seconds. Absent for an image and a document.
   * @exclusiveMinimum 0
   */
  duration_seconds?: number
  /**
   * How many pages a document has.
   * @exclusiveMinimum 0
   */
  pages?: number
  /**
   * Codec of a video's picture, by the name FFmpeg gives it: `h264`, `hevc`, `vp9`, `av1`.
   * @example "h264"
   */
  video_codec?: string
  /**
   * Average frames a second of a video.
   * @exclusiveMinimum 0
   */
  frame_rate?: number
  /** Whether a video has sound. */
  has_audio?: boolean
  /**
   * Codec of a video's sound, by the name FFmpeg gives it: `aac`, `opus`, `mp3`.
   * @example "aac"
   */
  audio_codec?: string
  /**
   * Samples a second of the sound, in hertz.
   * @exclusiveMinimum 0
   */
  audio_sample_rate?: number
  /**
   * Channels of the sound: 2 is stereo.
   * @exclusiveMinimum 0
   */
  audio_channels?: number
  /** How colors are stored. */
  color?: MediaColor
  /** The file that was uploaded, where another was made of it. It is not kept. */
  original?: OriginalFile
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was uploaded.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * Link to the file. Works without an API key for at least seven days; anyone who has it can use it.
   * @format uri
   */
  url: string
  /**
   * Link to a thumbnail, a JPEG of 480 pixels along its longer side. Works without an API key for at least seven
   * days; anyone who has it can use it.
   * @format uri
   */
  thumbnail_url: string
}

/** How colors are stored. */
export interface MediaColor {
  /** As ITU-T H.273 defines them: `bt709`, `bt2020`, `p3`. */
  primaries?: string
  /** Transfer function: `bt709`, `srgb`, `pq`, `hlg`. */
  transfer?: string
  /**
   * Bits of one channel.
   * @exclusiveMinimum 0
   */
  bit_depth?: number
  /** `4:2:0`, `4:2:2`, `4:4:4`, or `4:0:0` for gray. */
  chroma_subsampling?: string
  /** Whether it is of high dynamic range. */
  hdr: boolean
}

/** A page of media. */
export interface MediaPage {
  /** The items of this page, newest first. */
  data: Media[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** The kind of a media file. */
export type MediaType = 'image' | 'video' | 'document'

/** What people see of a video before it plays. */
export interface MediumCover {
  /** The moment of the video that is shown, in seconds. */
  at_seconds?: number
  /** The picture that is shown instead. */
  media_id?: string
}

/** What people see of a video before it plays: either a moment of it, or a picture. */
export interface MediumCoverInput {
  /**
   * The moment of the video that is shown, in seconds.
   * @minimum 0
   * @maximum 43200
   */
  at_seconds?: number | undefined
  /**
   * A picture of this workspace that is shown instead.
   * @minLength 1
   * @maxLength 64
   */
  media_id?: string | undefined
}

/** The point of a picture or video that stays visible where it is cropped, as shares of its sides. */
export interface MediumFocus {
  /**
   * From the left edge (0) to the right edge (1).
   * @minimum 0
   * @maximum 1
   */
  x: number
  /**
   * From the top edge (0) to the bottom edge (1).
   * @minimum 0
   * @maximum 1
   */
  y: number
}

/** The point of a picture or video that stays visible where it is cropped, as shares of its sides. */
export interface MediumFocusInput {
  /**
   * From the left edge (0) to the right edge (1).
   * @minimum 0
   * @maximum 1
   */
  x: number
  /**
   * From the top edge (0) to the bottom edge (1).
   * @minimum 0
   * @maximum 1
   */
  y: number
}

/** What is counted of a posted item. */
export type Metric = 'views' | 'likes' | 'comments' | 'shares' | 'saves' | 'reach' | 'clicks' | 'watch_seconds'

/** How the metrics of an item are collected. */
export interface MetricCollection {
  /**
   * `not_started`: the item is not posted. `collecting`: the platform is asked 1, 6 and 24 hours after posting,
   * then daily for 90 days. `ended`: it is asked no more.
   */
  status: 'not_started' | 'collecting' | 'ended'
  /**
   * When the platform is asked next, about. Absent unless `collecting`.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  next_at?: string
  /** Why the last try gave nothing new. `metrics` is what was read before. */
  problem?: {
    /**
     * `not_given`: the platform does not give it for this post. `not_collected`: this server does not collect the
     * metrics of this platform. `permission`: the account lacks the permission to read it. `connection`: the
     * connection was deleted or has expired. `gone`: the platform no longer has the post. `no_platform_id`: the
     * platform has not given the id of the post. `platform_error`: the platform did not answer. New ones may be
     * added.
     */
    reason: MetricProblem
    /** In one sentence. */
    message: string
  }
}

/**
 * `not_given`: the platform does not give it for this post. `not_collected`: this server does not collect the
 * metrics of this platform. `permission`: the account lacks the permission to read it. `connection`: the
 * connection was deleted or has expired. `gone`: the platform no longer has the post. `no_platform_id`: the
 * platform has not given the id of the post. `platform_error`: the platform did not answer. New ones may be
 * added.
 */
export type MetricProblem = 
  | 'not_given'
  | 'not_collected'
  | 'permission'
  | 'connection'
  | 'gone'
  | 'no_platform_id'
  | 'platform_error'

/**
 * What becomes of an item when a quota of its platform is used up. `wait`: it waits for the reset, up to 24
 * hours. `fail`: it fails at once. No attempt is counted before.
 */
export type OnLimit = 'wait' | 'fail'

/** The file that was uploaded, where another was made of it. It is not kept. */
export interface OriginalFile {
  /**
   * The name it was uploaded with.
   * @example "IMG_0001.HEIC"
   */
  file_name: string
  /**
   * In bytes.
   * @exclusiveMinimum 0
   */
  file_size: number
  /**
   * The format it was uploaded in.
   * @example "image/heic"
   */
  mime_type: string
  /**
   * In pixels, after applying the rotation set in the file.
   * @exclusiveMinimum 0
   */
  width: number
  /**
   * In pixels, after applying the rotation set in the file.
   * @exclusiveMinimum 0
   */
  height: number
}

/** A platform that captions are written for. */
export type Platform = 'instagram' | 'tiktok' | 'youtube' | 'x' | 'facebook' | 'linkedin'

/** One of the values that an account can choose between. */
export interface PlatformChoice {
  /**
   * The option of an item that takes the value. Absent: none does, and it is there to be read or shown.
   * @example "playlist_id"
   */
  option?: string
  /**
   * The value to send.
   * @example "PLx1"
   */
  value: string | boolean
  /** What people read, in the words of the platform where it has any. */
  label: string
  /** More about it, as text. Absent: nothing. */
  description?: string
}

/** A list that a platform keeps for an account. */
export interface PlatformChoices {
  /**
   * The connection.
   * @format uuid
   */
  connection_id: string
  /**
   * `categories`, `playlists`: of YouTube. `creator_info`: what TikTok lets the creator choose: who can see a
   * post, and whether people may comment, duet and stitch. `organizations`: the organizations that a member of
   * LinkedIn may post for.
   */
  name: ChoiceName
  /** In the order of the platform. Empty: there are none. */
  choices: PlatformChoice[]
  /**
   * When the platform was asked. An answer older than five minutes is asked for again, at most once a minute.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  checked_at: string
  /** Why the platform could not be asked now, as text. What it said before is still here. */
  error?: string
}

/** A sample text in a voice, as it is used on one platform. */
export interface PlatformExample {
  /** The platform it was written for. */
  platform: Platform
  /** The text. */
  text: string
}

/** A sample text in a voice, for one platform. */
export interface PlatformExampleRequest {
  /** The platform it was written for. */
  platform: Platform
  /**
   * The text, at most 3,000 characters.
   * @minLength 1
   * @maxLength 3000
   */
  text: string
}

/** A platform, and what it accepts. */
export interface PlatformInfo {
  /** A platform that captions are written for. */
  platform: Platform
  /**
   * What the platform calls itself.
   * @example "TikTok"
   */
  name: string
  /**
   * `ready`: accounts can be connected. `not_configured`: the operator has to set up an app first, by `settings`.
   * `sandbox_only`: this version publishes to its sandbox only.
   */
  publishing: 'ready' | 'not_configured' | 'sandbox_only'
  /**
   * What the operator has to set. Present with `not_configured`.
   * @example ["POWERPOST_X_CLIENT_ID"]
   */
  settings?: string[]
  /**
   * The lists of `GET /connections/{id}/choices/{name}` that it has. Empty: none.
   * @example ["categories","playlists"]
   */
  choices: ChoiceName[]
  /** Its post types. */
  post_types: PostTypeRules[]
}

/** All platforms, and what they accept. */
export interface PlatformList {
  /** All platforms. */
  platforms: PlatformInfo[]
}

/** The version of a platform API that this server uses. */
export interface PlatformVersion {
  /**
   * Whose API: `meta` is that of Instagram and Facebook.
   * @example "meta"
   */
  api: string
  /** The platforms that are reached by it. */
  platforms: Platform[]
  /**
   * The version that this server uses.
   * @example "v26.0"
   */
  version: string
  /**
   * The setting that names it.
   * @example "POWERPOST_META_API_VERSION"
   */
  setting: string
  /**
   * `ending`: it ends within 60 days. `ended`: nothing is sent by it any more; the operator has to set another.
   * `unknown`: this release has no date for it.
   */
  status: 'supported' | 'ending' | 'ended' | 'unknown'
  /** The last day it works on, as its owner announced it. Null: not announced, or unknown. */
  ends_on: string | null
  /**
   * The newest version that this release knows.
   * @example "v26.0"
   */
  newest: string
  /**
   * Where the figure was read: an address of the platform's own documentation, or `third parties`.
   * @example "https://docs.x.com/x-api/media/quickstart/best-practices"
   */
  source: string
  /**
   * When it was read: year and month.
   * @example "2026-11"
   */
  checked: string
}

/** The versions of platform APIs that this server uses. */
export interface PlatformVersionList {
  /** Each API that has versions. */
  platform_versions: PlatformVersion[]
}

/** A post: a draft, or a scheduled or published post. */
export interface Post {
  /**
   * Unique id of the post.
   * @format uuid
   */
  post_id: string
  /**
   * `draft`: can be changed. `scheduled`: is published at `scheduled_at`. `publishing`: its items are being
   * posted. `published`: at least one item was posted. `failed`: none was.
   */
  status: PostStatus
  /** Absent until the post is `published` or `failed`. */
  outcome?: PostOutcome
  /**
   * The generation it was created from. Absent when there was none.
   * @format uuid
   */
  generation_id?: string
  /**
   * Credits charged for publishing so far. 0 for a draft.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last updated.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
  /**
   * When it is published. Present from `scheduled` on.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  scheduled_at?: string
  /**
   * The queue whose slot it has, or was published at. Absent when it is in none.
   * @format uuid
   */
  queue_id?: string
  /**
   * When publishing ended. Absent until then, and when no item was posted.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  published_at?: string
  /** The items of the post, in the given order. */
  items: PostItem[]
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** Why an item was not posted. It is not charged. */
export interface PostError {
  /**
   * `PUBLISH_FAILED`: the platform did not accept it. `OUTCOME_UNKNOWN`: the platform may have it.
   * `API_VERSION_ENDED`: nothing was sent, because the platform no longer accepts the version of its API that this
   * server is set to.
   */
  code: 'PUBLISH_FAILED' | 'OUTCOME_UNKNOWN' | 'API_VERSION_ENDED'
  /** Why it failed and how to fix it, as text. */
  message: string
  /**
   * `retry`: retry the item. `reconnect`: reconnect the account, then retry; or retry with another
   * `connection_id`. `change`: the platform rejects it as it is. `check`: with `OUTCOME_UNKNOWN`, check whether
   * the platform has it, then retry with `not_posted`; with `API_VERSION_ENDED`, ask the operator to change the
   * setting that the message names, then retry.
   */
  action: 'retry' | 'reconnect' | 'change' | 'check'
  /** The platform's own error message. Absent when it sent none. */
  platform_error?: string
}

/** A post failed: none of its items was posted. */
export interface PostFailedEvent {
  /** The name of the event. */
  event: 'post.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The post.
     * @format uuid
     */
    post_id: string
    /** No item was posted. */
    status: 'failed'
    /** The items of the post. */
    items: ({
      /**
       * The item.
       * @format uuid
       */
      item_id: string
      /**
       * The kind of post a caption is written for. It determines the platform; post types of one platform share one
       * caption.
       */
      post_type: PostType
      /** A platform that captions are written for. */
      platform: Platform
      /** The current status. */
      status: 'draft' | 'posting' | 'posted' | 'failed'
      /** The platform's id of the post. Absent until the platform gives it. */
      platform_post_id?: string
      /**
       * The public address of the post. Absent until the platform gives it.
       * @format uri
       */
      platform_url?: string
      /** Present when the status is `failed`. */
      error?: {
        /** Why it failed, as a code. */
        code: string
        /** Why it failed, as text. */
        message: string
        /** The platform's own error message. */
        platform_error?: string
      }
      /** What was not done as requested when it was posted. Absent when there is nothing. */
      warnings?: Warning[]
    })[]
  }
}

/** What is posted as one post type. */
export interface PostItem {
  /**
   * Unique id of the item.
   * @format uuid
   */
  item_id: string
  /**
   * The kind of post a caption is written for. It determines the platform; post types of one platform share one
   * caption.
   */
  post_type: PostType
  /** A platform that captions are written for. */
  platform: Platform
  /** The text as it is posted. */
  content: string
  /** Absent when there is none. */
  title?: string
  /** The media to post, in this order. */
  media_ids: string[]
  /** The same with what is said about each: its alt text, focus and cover. */
  media: PostMedium[]
  /** What follows in the same thread. Absent when there is nothing. */
  thread?: ThreadPart[]
  /**
   * `auto`: what a person does not see is changed: the format, the encoding, the size of the file. `pad`: also the
   * shape, by bars. `crop`: also the shape, by cutting around the focus. `none`: nothing is changed.
   */
  fit: Fit
  /** From publishing on, if renditions of its media are posted instead of the files themselves. */
  rendition?: ItemRendition
  /** The comment of the account itself below the post. Absent when there is none. */
  first_comment?: string
  /**
   * The connection it is posted to: the given one, or the one chosen when the post was scheduled or published.
   * Absent until then.
   * @format uuid
   */
  connection_id?: string
  /**
   * The platform account it is posted to, also when its connection was deleted since.
   * @example "@powerpost"
   */
  platform_account_name?: string
  /** The options the item is posted with. */
  options?: PostOptions
  /**
   * When it is posted, if at another time than the post.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  scheduled_at?: string
  /**
   * What becomes of an item when a quota of its platform is used up. `wait`: it waits for the reset, up to 24
   * hours. `fail`: it fails at once. No attempt is counted before.
   */
  on_limit: OnLimit
  /** The status of an item. */
  status: PostItemStatus
  /** The platform's id of the post. Absent until the platform gives it: some do some time after it is posted. */
  platform_post_id?: string
  /**
   * The public address of the post. Absent until the platform gives it.
   * @format uri
   */
  platform_url?: string
  /**
   * When it was posted. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  posted_at?: string
  /**
   * How many times posting was attempted.
   * @minimum 0
   */
  attempts: number
  /** Present when the status is `failed`. */
  error?: PostError
  /** What was not done as requested when it was posted. Absent when there is nothing. */
  warnings?: Warning[]
}

/** What to post as one post type. */
export interface PostItemInput {
  /**
   * The kind of post a caption is written for. It determines the platform; post types of one platform share one
   * caption.
   */
  post_type: PostType
  /**
   * The text as it is posted, hashtags included. Required without a generation. A story shows no text.
   * @maxLength 63206
   */
  content?: string | undefined
  /**
   * Required on YouTube, where it is filled from the generation. Optional for TikTok photos.
   * @maxLength 500
   */
  title?: string | undefined
  /**
   * The media to post, in this order. Preflight tells which media a platform accepts.
   * @maxItems 35
   */
  media_ids?: readonly string[] | undefined
  /**
   * The same with what is said about each: its alt text, focus and cover. Instead of `media_ids`; if both are
   * given, they must name the same files in the same order.
   * @maxItems 35
   */
  media?: readonly PostMediumInput[] | undefined
  /**
   * What follows in the same thread, each as a reply to the one before. For X: preflight tells where a platform
   * takes none.
   * @maxItems 24
   */
  thread?: readonly ThreadPartInput[] | undefined
  /**
   * A comment of the account itself, posted once below the post. If it cannot be posted, the item stays posted and
   * has a warning. Preflight tells where a platform takes none.
   * @maxLength 10000
   */
  first_comment?: string | undefined
  /**
   * The connection to post to. Required if the workspace has several for the platform, and on each item of a post
   * type that the post has several items of. Otherwise it is chosen when the post is scheduled or published.
   * @minLength 1
   * @maxLength 64
   */
  connection_id?: string | undefined
  /** How its media are made to fit the platform. Preflight tells what is changed. @default auto */
  fit?: Fit | undefined
  /**
   * When to post it, if at another time than the post. It holds when the post is scheduled or published; what is
   * past is posted at once.
   * @format date-time
   * @example "2026-12-24T18:00:00Z"
   */
  scheduled_at?: string | undefined
  /**
   * What becomes of an item when a quota of its platform is used up. `wait`: it waits for the reset, up to 24
   * hours. `fail`: it fails at once. No attempt is counted before.
   */
  on_limit?: OnLimit | undefined
  /** Options of the platform. Options of other platforms than the item's are ignored. */
  options?: PostOptionsInput | undefined
}

/** The status of an item. */
export type PostItemStatus = 'draft' | 'posting' | 'posted' | 'failed'

/** A picture or video of an item, with what is said about it. */
export interface PostMedium {
  /** The picture or video. */
  media_id: string
  /** A description for people who cannot see it. */
  alt_text?: string
  /** The point of a picture or video that stays visible where it is cropped, as shares of its sides. */
  focus?: MediumFocus
  /** What people see of a video before it plays. */
  cover?: MediumCover
}

/** A picture or video of an item, with what is said about it. */
export interface PostMediumInput {
  /**
   * The `media_id` of a picture or video in this workspace.
   * @minLength 1
   * @maxLength 64
   */
  media_id: string
  /**
   * A description for people who cannot see it. Preflight tells where a platform takes none.
   * @maxLength 4086
   */
  alt_text?: string | undefined
  /** The point of a picture or video that stays visible where it is cropped, as shares of its sides. */
  focus?: MediumFocusInput | undefined
  /** What people see of a video before it plays: either a moment of it, or a picture. */
  cover?: MediumCoverInput | undefined
}

/** The options the item is posted with. */
export interface PostOptions {
  /**
   * Marks the media as made by AI, on platforms that support it; preflight warns where one does not. @default
   * false
   */
  ai_generated?: boolean
  /**
   * TikTok: `direct` posts it to the profile. `inbox` puts it into the inbox of the account, and a person finishes
   * the post in the app: for that TikTok need not have audited the app of the server, and no other option is
   * needed. @default direct
   */
  mode?: 'direct' | 'inbox'
  /**
   * TikTok: who can see it. Required in the mode `direct`: TikTok wants a person to choose, so there is no
   * default.
   */
  privacy_level?: 'PUBLIC_TO_EVERYONE' | 'MUTUAL_FOLLOW_FRIENDS' | 'FOLLOWER_OF_CREATOR' | 'SELF_ONLY'
  /** TikTok: whether people may comment. Required in the mode `direct`: there is no default. */
  allow_comment?: boolean
  /**
   * TikTok: whether people may make duets with a video. Required for videos in the mode `direct`: there is no
   * default.
   */
  allow_duet?: boolean
  /**
   * TikTok: whether people may stitch a video, that is, use parts of it. Required for videos in the mode `direct`:
   * there is no default.
   */
  allow_stitch?: boolean
  /**
   * TikTok: discloses a paid partnership that promotes the business of somebody else. Such a post cannot be
   * `SELF_ONLY`. @default false
   */
  brand_content_toggle?: boolean
  /** TikTok: discloses that it promotes the account's own business. @default false */
  brand_organic_toggle?: boolean
  /**
   * TikTok: which of the photos is the cover, counted from 0. @default 0
   * @minimum 0
   * @maximum 34
   */
  photo_cover_index?: number
  /** TikTok: whether TikTok adds music to photos, which a person can change in the app. Default: TikTok decides. */
  auto_add_music?: boolean
  /**
   * YouTube: who can see it. When it is left out, it is set as the item is stored, and shown: to `public`, or to
   * `private` with `publish_at`. @default public
   */
  privacy_status?: 'public' | 'unlisted' | 'private'
  /**
   * YouTube: whether it is made for kids, which is a statement by law in some countries. When it is left out, it
   * is set as the item is stored, and shown. @default false
   */
  made_for_kids?: boolean
  /**
   * YouTube: keywords, at most 500 characters together.
   * @maxItems 250
   */
  tags?: string[]
  /**
   * YouTube: the id of its category, e.g. `22` for People & Blogs. `GET /connections/{id}/choices/categories`
   * lists them. Default: what YouTube chooses.
   */
  category_id?: string
  /**
   * YouTube: a playlist of the channel that it is added to once it is there. `GET
   * /connections/{id}/choices/playlists` lists them.
   * @maxLength 100
   */
  playlist_id?: string
  /**
   * YouTube: the language of its title, its description and its sound, as a tag of BCP 47, e.g. `en`. Default:
   * none is said.
   */
  language?: string
  /** YouTube: whether subscribers are notified of a public video. @default true */
  notify_subscribers?: boolean
  /**
   * YouTube: the license it is under: the standard one of YouTube, or Creative Commons Attribution. @default
   * youtube
   */
  license?: 'youtube' | 'creativeCommon'
  /** YouTube: whether it can be embedded in other sites. @default true */
  embeddable?: boolean
  /**
   * YouTube: when YouTube itself makes it public. It is uploaded when the item is published, and private until
   * then: it needs `privacy_status` private. Most items do not need it: `scheduled_at` publishes them later.
   * @format date-time
   * @example "2026-12-24T18:00:00Z"
   */
  publish_at?: string
  /** Instagram: whether a reel is also shown in the feed. @default true */
  share_to_feed?: boolean
  /**
   * Instagram: a description of the first picture for people who cannot see it: the same as its `alt_text` in
   * `media`.
   * @maxLength 4086
   */
  alt_text?: string
  /**
   * Instagram: accounts that are invited as authors of a feed post or a reel.
   * @maxItems 3
   */
  collaborators?: string[]
  /**
   * Instagram: public accounts that are tagged on the media.
   * @maxItems 20
   */
  user_tags?: ({
    /**
     * The account that is tagged, without the @.
     * @minLength 1
     * @maxLength 30
     */
    username: string
    /**
     * From the left edge (0) to the right edge (1). Required on a picture of a feed post; not used on a video.
     * @minimum 0
     * @maximum 1
     */
    x?: number
    /**
     * From the top edge (0) to the bottom edge (1). Required on a picture of a feed post; not used on a video.
     * @minimum 0
     * @maximum 1
     */
    y?: number
    /**
     * Which of the media of a carousel it is on, counted from 0. @default 0
     * @minimum 0
     * @maximum 9
     */
    media_index?: number
  })[]
  /** Instagram, Facebook: the id of a Facebook page with a location. Stories show none. */
  location_id?: string
  /**
   * Instagram: the name of the sound of a reel. It can be set once.
   * @minLength 1
   * @maxLength 200
   */
  audio_name?: string
  /** Instagram: makes a reel a trial reel, which is shown to people who do not follow the account. */
  trial_params?: {
    /** `MANUAL`: a person shares it with followers in the app. `SS_PERFORMANCE`: Instagram does, if it performs well. */
    graduation_strategy: 'MANUAL' | 'SS_PERFORMANCE'
  }
  /** LinkedIn: who can see it. `CONNECTIONS`: of a member alone. @default PUBLIC */
  visibility?: 'PUBLIC' | 'CONNECTIONS'
  /** LinkedIn: whether people may not repost it. @default false */
  disable_reshare?: boolean
  /**
   * LinkedIn: an address that is shown as a card below the text. LinkedIn does not read the page: the card has
   * `article_title`, `article_description` and, as its picture, the one picture of the item.
   * @maxLength 2048
   * @format uri
   */
  article_url?: string
  /**
   * LinkedIn: the title of the card of `article_url`. Default: the address.
   * @minLength 1
   * @maxLength 400
   */
  article_title?: string
  /**
   * LinkedIn: what the card of `article_url` says below its title.
   * @minLength 1
   * @maxLength 4086
   */
  article_description?: string
  /**
   * LinkedIn: the title that is shown above a document. Default: the name of its file.
   * @minLength 1
   * @maxLength 400
   */
  document_title?: string
  /**
   * LinkedIn: members and organizations that are mentioned, wherever the content has `@` and their name. Any other
   * `@` is plain text.
   * @maxItems 30
   */
  mentions?: ({
    /**
     * The name as it stands in the content behind an `@`: an organization's whole name as LinkedIn has it, or a
     * member's first, last or whole name.
     * @minLength 1
     * @maxLength 200
     */
    name: string
    /** LinkedIn's id of the member or the organization, e.g. `urn:li:organization:2414183`. */
    urn: string
  })[]
  /**
   * Facebook: an address whose preview is shown below the text. Only in a post without media: with media, Facebook
   * shows none.
   * @maxLength 2048
   * @format uri
   */
  link?: string
  /**
   * X: who can reply: accounts that it follows, mentioned accounts, its subscribers, or verified accounts.
   * Default: everybody.
   */
  reply_settings?: 'following' | 'mentionedUsers' | 'subscribers' | 'verified'
}

/** Options of the platform. Options of other platforms than the item's are ignored. */
export interface PostOptionsInput {
  /**
   * Marks the media as made by AI, on platforms that support it; preflight warns where one does not. @default
   * false
   */
  ai_generated?: boolean | undefined
  /**
   * TikTok: `direct` posts it to the profile. `inbox` puts it into the inbox of the account, and a person finishes
   * the post in the app: for that TikTok need not have audited the app of the server, and no other option is
   * needed. @default direct
   */
  mode?: 'direct' | 'inbox' | undefined
  /**
   * TikTok: who can see it. Required in the mode `direct`: TikTok wants a person to choose, so there is no
   * default.
   */
  privacy_level?: 'PUBLIC_TO_EVERYONE' | 'MUTUAL_FOLLOW_FRIENDS' | 'FOLLOWER_OF_CREATOR' | 'SELF_ONLY' | undefined
  /** TikTok: whether people may comment. Required in the mode `direct`: there is no default. */
  allow_comment?: boolean | undefined
  /**
   * TikTok: whether people may make duets with a video. Required for videos in the mode `direct`: there is no
   * default.
   */
  allow_duet?: boolean | undefined
  /**
   * TikTok: whether people may stitch a video, that is, use parts of it. Required for videos in the mode `direct`:
   * there is no default.
   */
  allow_stitch?: boolean | undefined
  /**
   * TikTok: discloses a paid partnership that promotes the business of somebody else. Such a post cannot be
   * `SELF_ONLY`. @default false
   */
  brand_content_toggle?: boolean | undefined
  /** TikTok: discloses that it promotes the account's own business. @default false */
  brand_organic_toggle?: boolean | undefined
  /**
   * TikTok: which of the photos is the cover, counted from 0. @default 0
   * @minimum 0
   * @maximum 34
   */
  photo_cover_index?: number | undefined
  /** TikTok: whether TikTok adds music to photos, which a person can change in the app. Default: TikTok decides. */
  auto_add_music?: boolean | undefined
  /**
   * YouTube: who can see it. When it is left out, it is set as the item is stored, and shown: to `public`, or to
   * `private` with `publish_at`. @default public
   */
  privacy_status?: 'public' | 'unlisted' | 'private' | undefined
  /**
   * YouTube: whether it is made for kids, which is a statement by law in some countries. When it is left out, it
   * is set as the item is stored, and shown. @default false
   */
  made_for_kids?: boolean | undefined
  /**
   * YouTube: keywords, at most 500 characters together.
   * @maxItems 250
   */
  tags?: readonly string[] | undefined
  /**
   * YouTube: the id of its category, e.g. `22` for People & Blogs. `GET /connections/{id}/choices/categories`
   * lists them. Default: what YouTube chooses.
   */
  category_id?: string | undefined
  /**
   * YouTube: a playlist of the channel that it is added to once it is there. `GET
   * /connections/{id}/choices/playlists` lists them.
   * @maxLength 100
   */
  playlist_id?: string | undefined
  /**
   * YouTube: the language of its title, its description and its sound, as a tag of BCP 47, e.g. `en`. Default:
   * none is said.
   */
  language?: string | undefined
  /** YouTube: whether subscribers are notified of a public video. @default true */
  notify_subscribers?: boolean | undefined
  /**
   * YouTube: the license it is under: the standard one of YouTube, or Creative Commons Attribution. @default
   * youtube
   */
  license?: 'youtube' | 'creativeCommon' | undefined
  /** YouTube: whether it can be embedded in other sites. @default true */
  embeddable?: boolean | undefined
  /**
   * YouTube: when YouTube itself makes it public. It is uploaded when the item is published, and private until
   * then: it needs `privacy_status` private. Most items do not need it: `scheduled_at` publishes them later.
   * @format date-time
   * @example "2026-12-24T18:00:00Z"
   */
  publish_at?: string | undefined
  /** Instagram: whether a reel is also shown in the feed. @default true */
  share_to_feed?: boolean | undefined
  /**
   * Instagram: a description of the first picture for people who cannot see it: the same as its `alt_text` in
   * `media`.
   * @maxLength 4086
   */
  alt_text?: string | undefined
  /**
   * Instagram: accounts that are invited as authors of a feed post or a reel.
   * @maxItems 3
   */
  collaborators?: readonly string[] | undefined
  /**
   * Instagram: public accounts that are tagged on the media.
   * @maxItems 20
   */
  user_tags?: readonly ({
    /**
     * The account that is tagged, without the @.
     * @minLength 1
     * @maxLength 30
     */
    username: string
    /**
     * From the left edge (0) to the right edge (1). Required on a picture of a feed post; not used on a video.
     * @minimum 0
     * @maximum 1
     */
    x?: number | undefined
    /**
     * From the top edge (0) to the bottom edge (1). Required on a picture of a feed post; not used on a video.
     * @minimum 0
     * @maximum 1
     */
    y?: number | undefined
    /**
     * Which of the media of a carousel it is on, counted from 0. @default 0
     * @minimum 0
     * @maximum 9
     */
    media_index?: number | undefined
  })[] | undefined
  /** Instagram, Facebook: the id of a Facebook page with a location. Stories show none. */
  location_id?: string | undefined
  /**
   * Instagram: the name of the sound of a reel. It can be set once.
   * @minLength 1
   * @maxLength 200
   */
  audio_name?: string | undefined
  /** Instagram: makes a reel a trial reel, which is shown to people who do not follow the account. */
  trial_params?: {
    /** `MANUAL`: a person shares it with followers in the app. `SS_PERFORMANCE`: Instagram does, if it performs well. */
    graduation_strategy: 'MANUAL' | 'SS_PERFORMANCE'
  } | undefined
  /** LinkedIn: who can see it. `CONNECTIONS`: of a member alone. @default PUBLIC */
  visibility?: 'PUBLIC' | 'CONNECTIONS' | undefined
  /** LinkedIn: whether people may not repost it. @default false */
  disable_reshare?: boolean | undefined
  /**
   * LinkedIn: an address that is shown as a card below the text. LinkedIn does not read the page: the card has
   * `article_title`, `article_description` and, as its picture, the one picture of the item.
   * @maxLength 2048
   * @format uri
   */
  article_url?: string | undefined
  /**
   * LinkedIn: the title of the card of `article_url`. Default: the address.
   * @minLength 1
   * @maxLength 400
   */
  article_title?: string | undefined
  /**
   * LinkedIn: what the card of `article_url` says below its title.
   * @minLength 1
   * @maxLength 4086
   */
  article_description?: string | undefined
  /**
   * LinkedIn: the title that is shown above a document. Default: the name of its file.
   * @minLength 1
   * @maxLength 400
   */
  document_title?: string | undefined
  /**
   * LinkedIn: members and organizations that are mentioned, wherever the content has `@` and their name. Any other
   * `@` is plain text.
   * @maxItems 30
   */
  mentions?: readonly ({
    /**
     * The name as it stands in the content behind an `@`: an organization's whole name as LinkedIn has it, or a
     * member's first, last or whole name.
     * @minLength 1
     * @maxLength 200
     */
    name: string
    /** LinkedIn's id of the member or the organization, e.g. `urn:li:organization:2414183`. */
    urn: string
  })[] | undefined
  /**
   * Facebook: an address whose preview is shown below the text. Only in a post without media: with media, Facebook
   * shows none.
   * @maxLength 2048
   * @format uri
   */
  link?: string | undefined
  /**
   * X: who can reply: accounts that it follows, mentioned accounts, its subscribers, or verified accounts.
   * Default: everybody.
   */
  reply_settings?: 'following' | 'mentionedUsers' | 'subscribers' | 'verified' | undefined
}

/** Whether all, some or none of the items were posted. */
export type PostOutcome = 'all' | 'partial' | 'none'

/** A page of posts. */
export interface PostPage {
  /** The items of this page, newest first. */
  data: Post[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** A post was published: at least one of its items was posted. */
export interface PostPublishedEvent {
  /** The name of the event. */
  event: 'post.published'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The post.
     * @format uuid
     */
    post_id: string
    /** At least one item was posted. */
    status: 'published'
    /** The items of the post. */
    items: ({
      /**
       * The item.
       * @format uuid
       */
      item_id: string
      /**
       * The kind of post a caption is written for. It determines the platform; post types of one platform share one
       * caption.
       */
      post_type: PostType
      /** A platform that captions are written for. */
      platform: Platform
      /** The current status. */
      status: 'draft' | 'posting' | 'posted' | 'failed'
      /** The platform's id of the post. Absent until the platform gives it. */
      platform_post_id?: string
      /**
       * The public address of the post. Absent until the platform gives it.
       * @format uri
       */
      platform_url?: string
      /** Present when the status is `failed`. */
      error?: {
        /** Why it failed, as a code. */
        code: string
        /** Why it failed, as text. */
        message: string
        /** The platform's own error message. */
        platform_error?: string
      }
      /** What was not done as requested when it was posted. Absent when there is nothing. */
      warnings?: Warning[]
    })[]
  }
}

/** A post was scheduled, or rescheduled. */
export interface PostScheduledEvent {
  /** The name of the event. */
  event: 'post.scheduled'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The post.
     * @format uuid
     */
    post_id: string
    /** It is published at `scheduled_at`. */
    status: 'scheduled'
    /** The items of the post. */
    items: ({
      /**
       * The item.
       * @format uuid
       */
      item_id: string
      /**
       * The kind of post a caption is written for. It determines the platform; post types of one platform share one
       * caption.
       */
      post_type: PostType
      /** A platform that captions are written for. */
      platform: Platform
      /** The current status. */
      status: 'draft' | 'posting' | 'posted' | 'failed'
      /** The platform's id of the post. Absent until the platform gives it. */
      platform_post_id?: string
      /**
       * The public address of the post. Absent until the platform gives it.
       * @format uri
       */
      platform_url?: string
      /** Present when the status is `failed`. */
      error?: {
        /** Why it failed, as a code. */
        code: string
        /** Why it failed, as text. */
        message: string
        /** The platform's own error message. */
        platform_error?: string
      }
      /** What was not done as requested when it was posted. Absent when there is nothing. */
      warnings?: Warning[]
    })[]
    /**
     * When it is published.
     * @format date-time
     * @example "2026-11-22T18:53:52.000Z"
     */
    scheduled_at: string
  }
}

/**
 * `draft`: can be changed. `scheduled`: is published at `scheduled_at`. `publishing`: its items are being
 * posted. `published`: at least one item was posted. `failed`: none was.
 */
export type PostStatus = 'draft' | 'scheduled' | 'publishing' | 'published' | 'failed'

/**
 * The kind of post a caption is written for. It determines the platform; post types of one platform share one
 * caption.
 */
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

/** What a post type accepts, each figure with its source. */
export interface PostTypeRules {
  /**
   * The kind of post a caption is written for. It determines the platform; post types of one platform share one
   * caption.
   */
  post_type: PostType
  /** A platform that captions are written for. */
  platform: Platform
  /** Absent where people see no text: a story. */
  text?: TextRule
  /** Absent where it has no title of its own. */
  title?: TextRule
  /** Whether it needs a title. */
  title_required: boolean
  /** A comment of the account below its own post. Absent where it takes none. */
  first_comment?: TextRule
  /** How many hashtags it takes. Absent: no limit is known. */
  hashtags?: RuleBounds
  /**
   * How many of these an account can publish by an API in 24 hours. Absent: it is not said, or the platform is
   * asked.
   */
  per_day?: RuleBounds
  /** What a post cannot be without. */
  needs: 'media' | 'text or media'
  /** Absent where it takes no pictures. */
  images?: FileRules
  /** Absent where it takes no videos. */
  videos?: FileRules
  /** Absent where it takes no documents (PDF). */
  documents?: FileRules
  /** How many pictures and videos together. Absent where one post cannot have both. */
  mixed?: RuleBounds
  /**
   * The first of `required_options`. Absent: none.
   * @example "privacy_level"
   */
  required_option?: string
  /**
   * The options that a person has to choose: they have no default. Absent: none.
   * @example ["privacy_level","allow_comment"]
   */
  required_options?: string[]
  /** The JSON Schema (2020-12) of `options` of an item of this post type. */
  options_schema: Record<string, unknown>
}

/**
 * Something of a posted item became known afterwards: its id and address, or that the platform refused it after
 * all (a warning of the item).
 */
export interface PostUpdatedEvent {
  /** The name of the event. */
  event: 'post.updated'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The post.
     * @format uuid
     */
    post_id: string
    /** The status of the post. It did not change. */
    status: 'scheduled' | 'publishing' | 'published' | 'failed'
    /**
     * The item that changed: its platform gave its id and address, or refused it after it was posted.
     * @format uuid
     */
    item_id: string
    /** The items of the post. */
    items: ({
      /**
       * The item.
       * @format uuid
       */
      item_id: string
      /**
       * The kind of post a caption is written for. It determines the platform; post types of one platform share one
       * caption.
       */
      post_type: PostType
      /** A platform that captions are written for. */
      platform: Platform
      /** The current status. */
      status: 'draft' | 'posting' | 'posted' | 'failed'
      /** The platform's id of the post. Absent until the platform gives it. */
      platform_post_id?: string
      /**
       * The public address of the post. Absent until the platform gives it.
       * @format uri
       */
      platform_url?: string
      /** Present when the status is `failed`. */
      error?: {
        /** Why it failed, as a code. */
        code: string
        /** Why it failed, as text. */
        message: string
        /** The platform's own error message. */
        platform_error?: string
      }
      /** What was not done as requested when it was posted. Absent when there is nothing. */
      warnings?: Warning[]
    })[]
  }
}

/** Whether the platforms would accept a post. */
export interface Preflight {
  /** Whether no item has an `error`. */
  publishable: boolean
  /** Every rule that an item breaks. Empty when there is no problem. */
  problems: PreflightProblem[]
  /**
   * What publishing all items costs.
   * @minimum 0
   */
  credits: number
  /** What the credits are made of. What is not posted is refunded at the end. */
  breakdown: PublishingPriceItem[]
  /** What will be changed so that the media fit, as the `fit` of the items allows. */
  changes: PreflightChange[]
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** What will be different in what is posted from a file of an item. */
export interface PreflightChange {
  /**
   * Which item, counted from 0.
   * @minimum 0
   */
  item: number
  /**
   * The kind of post a caption is written for. It determines the platform; post types of one platform share one
   * caption.
   */
  post_type: PostType
  /**
   * The path of the file, as in code.
   * @example "items[0].media_ids[0]"
   */
  path: string
  /**
   * What is changed, as a code.
   * @example "format"
   */
  change: string
  /**
   * What is changed, as text.
   * @example "PNG is converted to JPEG."
   */
  message: string
}

/** Fields of the item that fix a problem. */
export interface PreflightFix {
  /**
   * `auto`: what a person does not see is changed: the format, the encoding, the size of the file. `pad`: also the
   * shape, by bars. `crop`: also the shape, by cutting around the focus. `none`: nothing is changed.
   */
  fit: Fit
}

/** Either a draft by its `post_id`, or the `items` of a draft that does not exist yet. */
export interface PreflightPostRequest {
  /**
   * A draft of this workspace. Instead of `items`.
   * @minLength 1
   * @maxLength 64
   */
  post_id?: string | undefined
  /**
   * A completed generation of this workspace. Missing content and titles are filled from its captions.
   * @minLength 1
   * @maxLength 64
   */
  generation_id?: string | undefined
  /**
   * The items of the post: at most one of each post type for each connection.
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
  /**
   * The kind of post a caption is written for. It determines the platform; post types of one platform share one
   * caption.
   */
  post_type: PostType
  /**
   * The path of the field, as in code.
   * @example "items[0].content"
   * @example "items[1].media_ids[2]"
   */
  path: string
  /**
   * `error`: the platform would reject it, or show it as something else, so it is not published. `warning`: it is
   * published.
   */
  severity: 'error' | 'warning'
  /**
   * The rule, as a code.
   * @example "text_length"
   */
  rule: string
  /**
   * What the platform accepts.
   * @example 280
   */
  limit: number | string
  /**
   * What the item has.
   * @example 312
   */
  actual: number | string
  /**
   * What is wrong and how to fix it, as text.
   * @example "A Facebook post takes pictures as JPEG or PNG; this one is WebP. Convert it, and upload the new
   * file."
   */
  message: string
  /** What to set in the item so that the problem is gone. Absent when no setting fixes it. */
  fix?: PreflightFix
  /**
   * The platform's own page that the rule is from. Absent when it is from elsewhere.
   * @format uri
   * @example "https://docs.x.com/x-api/media/quickstart/best-practices"
   */
  source?: string
}

/** Who did something. It stays as it was, whatever becomes of the key. */
export interface Principal {
  /**
   * `key`: an API key. `link`: a person who opened a link to connect an account. `user`, `agent`: for later
   * versions.
   */
  kind: 'key' | 'user' | 'agent' | 'link'
  /**
   * The `key_id`; of a link, the id of its request.
   * @format uuid
   */
  id: string
  /** The name of the API key; of a link, of the one that asked for it. */
  name: string
}

/** Publishing was started. */
export interface PublishPostResponse {
  /**
   * The post.
   * @format uuid
   */
  post_id: string
  /** Always `publishing`. */
  status: 'publishing'
  /**
   * Credits deducted now. The credits of items that are not posted are refunded at the end.
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
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A part of the price of publishing a post. */
export interface PublishingPriceItem {
  /**
   * `post`: the post. `x`: that it goes to X. `further_x_posts`: what follows in threads on X, and first comments
   * there. New items may be added.
   */
  item: 'post' | 'x' | 'further_x_posts'
  /**
   * How many of it.
   * @exclusiveMinimum 0
   */
  quantity: number
  /**
   * What one costs.
   * @minimum 0
   */
  credits_each: number
  /**
   * What all of them cost.
   * @minimum 0
   */
  credits: number
}

/** The whole brand profile: what is left out is removed. */
export interface PutBrandRequest {
  /**
   * The name of the brand. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Copper Pot"
   */
  name?: string | undefined
  /**
   * Its name on the platforms, as it is to be printed. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "@copperpot"
   */
  handle?: string | undefined
  /**
   * Who its posts are for. At most 200 characters.
   * @minLength 1
   * @maxLength 200
   * @example "people who cook at home"
   */
  audience?: string | undefined
  /**
   * Where its readers live: a language tag with a region. Dates, prices and spelling follow it.
   * @maxLength 35
   * @example "en-GB"
   */
  locale?: string | undefined
  /**
   * A time zone of the IANA database: what is today there.
   * @maxLength 64
   * @example "Europe/London"
   */
  time_zone?: string | undefined
  /**
   * Its slogan, known to the model. It is printed only where a prompt or writing style asks for it. At most 200
   * characters.
   * @minLength 1
   * @maxLength 200
   * @example "Slow roasts, good days."
   */
  slogan?: string | undefined
  /**
   * Words and phrases that no caption may contain. At most 50, of at most 60 characters each.
   * @maxItems 50
   * @example ["cheap"]
   */
  avoid?: readonly string[] | undefined
  /**
   * Hashtags that every caption has, as far as its platform allows. At most 10.
   * @maxItems 10
   * @example ["#CopperPot"]
   */
  fixed_hashtags?: readonly string[] | undefined
  /**
   * Its colours, the most important first. At most 5.
   * @maxItems 5
   * @example ["#b87333","#1d1d1f"]
   */
  colors?: readonly string[] | undefined
  /**
   * An image of this workspace: its logo.
   * @minLength 1
   * @maxLength 64
   */
  logo_media_id?: string | undefined
  /** What a generation uses unless its request says otherwise. */
  defaults?: {
    /**
     * The language of the captions, a tag of BCP 47. Default: the language of the prompt.
     * @maxLength 35
     * @example "pt-BR"
     */
    language?: string | undefined
    /**
     * How it should sound. At most 100 characters. Only a model can follow it.
     * @minLength 1
     * @maxLength 100
     * @example "warm and dry"
     */
    tone?: string | undefined
    /** How long the captions are, within the limits of their platforms. */
    length?: 'short' | 'medium' | 'long' | undefined
    /** `none`: no emoji. `few`: at most three in a caption. `many`: at least one. */
    emoji?: 'none' | 'few' | 'many' | undefined
    /**
     * How many hashtags a caption has, 0-30: as many as its platform allows. Those of the call to action are not
     * counted.
     * @minimum 0
     * @maximum 30
     */
    hashtags?: number | undefined
  } | undefined
}

/** Times of the week at which posts are published, one at each. */
export interface Queue {
  /**
   * Unique id of the queue.
   * @format uuid
   */
  queue_id: string
  /** The display name. */
  name: string
  /**
   * The time zone of its slots.
   * @example "Europe/Berlin"
   */
  timezone: string
  /** The slots of a week: times of day by weekday, as a clock in `timezone` shows them. */
  slots: QueueSlots
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last updated.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A page of queues. */
export interface QueuePage {
  /** The items of this page, newest first. */
  data: Queue[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** The next slots of a queue, and which posts have them. */
export interface QueuePreview {
  /**
   * The queue.
   * @format uuid
   */
  queue_id: string
  /** The time zone of the queue. */
  timezone: string
  /**
   * The next slots, and posts at former ones, the earliest first. Fewer than `limit` where the queue has no more
   * in the next 60 days.
   */
  slots: QueueSlot[]
}

/** A time at which a queue publishes a post. */
export interface QueueSlot {
  /**
   * When it is.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  time: string
  /**
   * The same as a clock in the `timezone` of the queue shows it.
   * @example "2026-12-24T18:00"
   */
  local: string
  /**
   * `free`: the next post that is scheduled takes the first of these. `taken`: a post has it. `former`: no slot of
   * the queue any more: a post got this time before the queue was changed, and keeps it.
   */
  status: QueueSlotStatus
  /**
   * The post that has it. Absent when it is free.
   * @format uuid
   */
  post_id?: string
  /**
   * `skipped`: the clocks are put forward over the time of the slot, and it is as much later. `repeated`: they are
   * put back and show it twice, and it is the first. Absent on all other days.
   */
  clock_change?: 'skipped' | 'repeated'
}

/**
 * `free`: the next post that is scheduled takes the first of these. `taken`: a post has it. `former`: no slot of
 * the queue any more: a post got this time before the queue was changed, and keeps it.
 */
export type QueueSlotStatus = 'free' | 'taken' | 'former'

/** The slots of a week: times of day by weekday, as a clock in `timezone` shows them. */
export interface QueueSlots {
  /**
   * The slots of each Monday, in their order. Absent: none.
   * @example ["09:00","17:30"]
   */
  monday?: string[]
  /**
   * The slots of each Tuesday, in their order. Absent: none.
   * @example ["09:00","17:30"]
   */
  tuesday?: string[]
  /**
   * The slots of each Wednesday, in their order. Absent: none.
   * @example ["09:00","17:30"]
   */
  wednesday?: string[]
  /**
   * The slots of each Thursday, in their order. Absent: none.
   * @example ["09:00","17:30"]
   */
  thursday?: string[]
  /**
   * The slots of each Friday, in their order. Absent: none.
   * @example ["09:00","17:30"]
   */
  friday?: string[]
  /**
   * The slots of each Saturday, in their order. Absent: none.
   * @example ["09:00","17:30"]
   */
  saturday?: string[]
  /**
   * The slots of each Sunday, in their order. Absent: none.
   * @example ["09:00","17:30"]
   */
  sunday?: string[]
}

/** The slots of a week, at least one: times of day by weekday. */
export interface QueueSlotsRequest {
  /**
   * The slots of each Monday, at most 24: times of day as a clock in `timezone` shows them, each once. Absent:
   * none.
   * @maxItems 24
   * @example ["09:00","17:30"]
   */
  monday?: readonly string[] | undefined
  /**
   * The slots of each Tuesday, at most 24: times of day as a clock in `timezone` shows them, each once. Absent:
   * none.
   * @maxItems 24
   * @example ["09:00","17:30"]
   */
  tuesday?: readonly string[] | undefined
  /**
   * The slots of each Wednesday, at most 24: times of day as a clock in `timezone` shows them, each once. Absent:
   * none.
   * @maxItems 24
   * @example ["09:00","17:30"]
   */
  wednesday?: readonly string[] | undefined
  /**
   * The slots of each Thursday, at most 24: times of day as a clock in `timezone` shows them, each once. Absent:
   * none.
   * @maxItems 24
   * @example ["09:00","17:30"]
   */
  thursday?: readonly string[] | undefined
  /**
   * The slots of each Friday, at most 24: times of day as a clock in `timezone` shows them, each once. Absent:
   * none.
   * @maxItems 24
   * @example ["09:00","17:30"]
   */
  friday?: readonly string[] | undefined
  /**
   * The slots of each Saturday, at most 24: times of day as a clock in `timezone` shows them, each once. Absent:
   * none.
   * @maxItems 24
   * @example ["09:00","17:30"]
   */
  saturday?: readonly string[] | undefined
  /**
   * The slots of each Sunday, at most 24: times of day as a clock in `timezone` shows them, each once. Absent:
   * none.
   * @maxItems 24
   * @example ["09:00","17:30"]
   */
  sunday?: readonly string[] | undefined
}

/** Accepted, and waiting for a worker. The first event of a regeneration, too. */
export interface QueuedImages {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'queued'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The image generation.
     * @format uuid
     */
    image_generation_id: string
    /** Not finished yet. */
    status: 'processing'
    /** The positions of the images that are generated; the first is 0. */
    positions: number[]
  }
}

/** Accepted, and waiting for a worker. The first event of a regeneration, too. */
export interface QueuedProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'queued'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Not finished yet. */
    status: 'processing'
    /** What captions are written for. */
    platforms: Platform[]
  }
}

/** Accepted, and waiting for a worker. The first event of a regeneration, too. */
export interface QueuedVideo {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'queued'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** Not finished yet. */
    status: 'processing'
  }
}

/** A post that a writing style was learned from. */
export interface ReadPost {
  /** How it begins: its first 80 characters. */
  excerpt: string
  /**
   * Its place in `texts`, from 0. Absent for a published post.
   * @minimum 0
   */
  text_index?: number
  /** The platform that it was published on. */
  platform?: Platform
  /**
   * The post that it is an item of.
   * @format uuid
   */
  post_id?: string
  /**
   * The item that was published.
   * @format uuid
   */
  item_id?: string
}

/** Which images of a completed image generation to regenerate. */
export interface RegenerateImagesRequest {
  /**
   * The positions of the images to regenerate: the first is 0, the last is `quantity` - 1. An image whose file was
   * deleted keeps its position. Duplicates are ignored.
   * @minItems 1
   * @maxItems 100
   * @example [1]
   */
  positions: readonly number[]
  /**
   * What to show instead, at most 2000 characters, used unchanged. Default: the same prompt as before. It does not
   * change other images or later regenerations.
   * @minLength 1
   * @maxLength 2000
   * @example "Two coffees for the price of one, every Friday"
   */
  prompt?: string | undefined
  /**
   * The maximum cost. If it would cost more, the request is refused and nothing starts.
   * @minimum 0
   */
  max_credits?: number | undefined
}

/** Which captions of a completed generation to regenerate, and how. */
export interface RegenerateRequest {
  /**
   * The platforms whose captions to regenerate. Duplicates are ignored.
   * @minItems 1
   * @maxItems 100
   */
  platforms: readonly Platform[]
  /**
   * What to change, in your own words. At most 500 characters.
   * @minLength 1
   * @maxLength 500
   * @example "Shorter, and without emoji"
   */
  instruction?: string | undefined
  /**
   * The language of the captions, a tag of BCP 47. Default: the language of the prompt.
   * @maxLength 35
   * @example "pt-BR"
   */
  language?: string | undefined
  /**
   * How it should sound. At most 100 characters. Only a model can follow it.
   * @minLength 1
   * @maxLength 100
   * @example "warm and dry"
   */
  tone?: string | undefined
  /**
   * Who reads it. At most 200 characters. Only a model can follow it.
   * @minLength 1
   * @maxLength 200
   * @example "first-time founders"
   */
  audience?: string | undefined
  /** How long the captions are, within the limits of their platforms. */
  length?: 'short' | 'medium' | 'long' | undefined
  /** `none`: no emoji. `few`: at most three in a caption. `many`: at least one. */
  emoji?: 'none' | 'few' | 'many' | undefined
  /**
   * How many hashtags a caption has, 0-30: as many as its platform allows. Those of the call to action are not
   * counted.
   * @minimum 0
   * @maximum 30
   */
  hashtags?: number | undefined
  /**
   * Words and phrases that no caption may contain, in addition to those of the brand profile. At most 50, of at
   * most 60 characters each.
   * @maxItems 50
   * @example ["game changer"]
   */
  avoid?: readonly string[] | undefined
  /**
   * How many captions to write for each platform, 1-5. Default: 1. Each further one costs 1 credit per platform;
   * one that cannot be written is refunded.
   * @minimum 1
   * @maximum 5
   */
  variants?: number | undefined
  /**
   * One of the text models that are configured on the server, or `built-in`. Default: the first, and the next if
   * it fails.
   * @minLength 1
   * @maxLength 250
   * @example "built-in"
   */
  model?: string | undefined
  /**
   * What to write in addition, free of charge. `alt_text`: a description of each image, if the model sees images.
   * `first_comment`: a comment for under the post. `thread`: the text as a thread for X, in parts of at most 280
   * characters as X counts them.
   * @maxItems 10
   */
  include?: readonly ('alt_text' | 'first_comment' | 'thread')[] | undefined
  /**
   * The most it may cost. The request is refused if it would cost more, and nothing is started.
   * @minimum 0
   */
  max_credits?: number | undefined
}

/** How to generate the video of a completed generation again. */
export interface RegenerateVideoRequest {
  /**
   * What to show instead, no longer than the model takes, used unchanged. Default: the same prompt as before. It
   * does not change later regenerations.
   * @minLength 1
   * @maxLength 3000
   * @example "Two coffees for the price of one, every Friday"
   */
  prompt?: string | undefined
  /**
   * The maximum cost. If it would cost more, the request is refused and nothing starts.
   * @minimum 0
   */
  max_credits?: number | undefined
}

/** A regeneration of some of the captions. */
export interface Regeneration {
  /** The current status. */
  status: 'processing' | 'completed' | 'failed'
  /** The platforms whose captions are regenerated. */
  platforms: Platform[]
  /** What to change. Absent when no instruction was given. */
  instruction?: string
  /**
   * Credits deducted. Refunded when it fails.
   * @minimum 0
   */
  credits_used: number
  /**
   * Credits refunded, because it failed or for what was not done. Absent when there were none.
   * @minimum 0
   */
  credits_refunded?: number
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
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
  /** Present when it failed: the captions are unchanged. */
  error?: JobError
}

/** A version of a file that fits a platform. */
export interface Rendition {
  /**
   * Unique id of the rendition. Absent when nothing is changed: the file itself is posted.
   * @format uuid
   */
  rendition_id?: string
  /**
   * The file it is made from, which stays as it is.
   * @format uuid
   */
  media_id: string
  /** `queued`: it waits for its turn. `processing`: it is being made. `completed`: it is there. */
  status: RenditionStatus
  /**
   * Its place among those that wait on this server, from 1. Present while it is `queued`.
   * @exclusiveMinimum 0
   */
  queue_position?: number
  /** What is different from the file. */
  changes: RenditionChange[]
  /** What is posted. Present once it is `completed`. */
  file?: RenditionFile
  /** Present when the status is `failed`. */
  error?: RenditionError
  /**
   * When it was first requested.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at?: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** What is different in a rendition from its original. */
export interface RenditionChange {
  /**
   * What is changed, as a code.
   * @example "format"
   */
  change: string
  /**
   * What is changed, as text.
   * @example "PNG is converted to JPEG."
   */
  message: string
}

/** Present when the status is `failed`. */
export interface RenditionError {
  /** Why it could not be made and how to fix it, as text. */
  message: string
  /** Whether the same request can succeed later. */
  retryable: boolean
}

/** What is posted. Present once it is `completed`. */
export interface RenditionFile {
  /**
   * In bytes.
   * @exclusiveMinimum 0
   */
  file_size: number
  /** The format, detected from the bytes of the file. */
  mime_type: 
    | 'image/jpeg'
    | 'image/png'
    | 'image/webp'
    | 'video/mp4'
    | 'video/quicktime'
    | 'video/webm'
    | 'application/pdf'
  /**
   * In pixels, after applying the rotation set in the file. Of a document: of its first page, in points.
   * @exclusiveMinimum 0
   */
  width: number
  /**
   * In pixels, after applying the rotation set in the file. Of a document: of its first page, in points.
   * @exclusiveMinimum 0
   */
  height: number
  /**
   * Length of a video in seconds. Absent for an image and a document.
   * @exclusiveMinimum 0
   */
  duration_seconds?: number
  /**
   * Link to the file. Works without an API key for at least seven days; anyone who has it can use it.
   * @format uri
   */
  url: string
  /**
   * Link to a thumbnail, a JPEG of 480 pixels along its longer side. Works without an API key for at least seven
   * days; anyone who has it can use it.
   * @format uri
   */
  thumbnail_url: string
}

/** A page of renditions. */
export interface RenditionPage {
  /** The items of this page, newest first. */
  data: Rendition[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** `queued`: it waits for its turn. `processing`: it is being made. `completed`: it is there. */
export type RenditionStatus = 'queued' | 'processing' | 'completed' | 'failed'

/** Which deliveries of an endpoint to send again. */
export interface ReplayWebhookDeliveriesRequest {
  /**
   * Replays deliveries of events from this time on.
   * @format date-time
   * @example "2026-11-22T18:00:00Z"
   */
  since: string
  /** Replays only deliveries of this status. Default: both. */
  status?: 'delivered' | 'failed' | undefined
}

/** How many deliveries are replayed. */
export interface ReplayWebhookDeliveriesResponse {
  /**
   * How many deliveries are sent again.
   * @minimum 0
   */
  replayed: number
  /** Whether there are more. One request replays the 10,000 oldest deliveries. */
  has_more: boolean
  /**
   * The `since` for the next request; null: there are no more.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  next_since: string | null
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** `regular`: quick, with basic research. `deep`: extended research. */
export type ResearchMode = 'regular' | 'deep'

/** The given sources are read, and the web is searched. Ends at once if there is nothing to research. */
export interface ResearchingProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'researching'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Not finished yet. */
    status: 'processing'
  }
}

/** What kind of resource was changed. */
export type ResourceType = 
  | 'api_key'
  | 'brand'
  | 'calendar_entry'
  | 'calendar_feed'
  | 'connection'
  | 'connection_request'
  | 'generation'
  | 'image_generation'
  | 'media'
  | 'post'
  | 'queue'
  | 'video_generation'
  | 'webhook_delivery'
  | 'webhook_endpoint'
  | 'workspace'
  | 'writing_style'

/** How to retry a failed item. */
export interface RetryPostItemRequest {
  /**
   * Another connection to post to, of the same platform. Default: the one of the item. Posting then starts from
   * the beginning.
   * @minLength 1
   * @maxLength 64
   */
  connection_id?: string | undefined
  /**
   * Confirms that you checked and the platform does not have the item. Required when it failed with
   * OUTCOME_UNKNOWN: otherwise it could be posted twice.
   */
  not_posted?: boolean | undefined
}

/** The endpoint, with its new secret. It is shown only this once. */
export interface RotateWebhookSecretResponse {
  /**
   * Unique id of the endpoint.
   * @format uuid
   */
  endpoint_id: string
  /** The URL that events are sent to. */
  url: string
  /** The events that are sent. */
  events: WebhookEventName[]
  /** Whether sending is disabled. Events that happen meanwhile are kept as failed deliveries, and can be replayed. */
  disabled: boolean
  /**
   * Why it is disabled: by a request, because it returned 410, or because every delivery failed for five days.
   * Null when it is not disabled.
   */
  disabled_reason: 'requested' | 'gone' | 'failing' | null
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /**
   * The secret that signs deliveries, `whsec_...`: save it now. Absent in a response that is replayed for an
   * `Idempotency-Key`.
   * @example "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
   */
  secret?: string
  /**
   * Until when deliveries are also signed with the previous secret.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  previous_secret_expires_at: string
}

/** Bounds of a figure. */
export interface RuleBounds {
  /** The least, inclusive. Absent: none. */
  min?: number
  /** The most, inclusive. Absent: none. */
  max?: number
  /**
   * Whether the platform may accept more all the same, or third parties alone name the figure: preflight warns,
   * and does not refuse.
   */
  tolerated: boolean
  /**
   * Where the figure was read: an address of the platform's own documentation, or `third parties`.
   * @example "https://docs.x.com/x-api/media/quickstart/best-practices"
   */
  source: string
  /**
   * When it was read: year and month.
   * @example "2026-11"
   */
  checked: string
}

/** Names that a platform accepts. */
export interface RuleList {
  /** What the platform accepts. */
  allowed: string[]
  /**
   * Whether the platform may accept more all the same, or third parties alone name the figure: preflight warns,
   * and does not refuse.
   */
  tolerated: boolean
  /**
   * Where the figure was read: an address of the platform's own documentation, or `third parties`.
   * @example "https://docs.x.com/x-api/media/quickstart/best-practices"
   */
  source: string
  /**
   * When it was read: year and month.
   * @example "2026-11"
   */
  checked: string
}

/** Where a rule was read. */
export interface RuleSource {
  /**
   * Where the figure was read: an address of the platform's own documentation, or `third parties`.
   * @example "https://docs.x.com/x-api/media/quickstart/best-practices"
   */
  source: string
  /**
   * When it was read: year and month.
   * @example "2026-11"
   */
  checked: string
}

/** When to publish a draft, or the new time of a scheduled post. */
export interface SchedulePostRequest {
  /**
   * When to publish it: in the future, and at most 60 days ahead. Instead of `scheduled_local` or `queue_id`.
   * @format date-time
   * @example "2026-12-24T18:00:00Z"
   */
  scheduled_at?: string | undefined
  /**
   * The same as people read it on a clock in `timezone`: in the future, and at most 60 days ahead. Where the
   * clocks are put forward over it, it is as much later; where they are put back and it is there twice, it is the
   * first: `warnings` say so.
   * @example "2026-12-24T18:00"
   */
  scheduled_local?: string | undefined
  /**
   * The time zone of `scheduled_local`, by its IANA name.
   * @minLength 1
   * @maxLength 64
   * @example "Europe/Berlin"
   */
  timezone?: string | undefined
  /**
   * A queue of this workspace: the post gets its first free slot. Instead of a time.
   * @minLength 1
   * @maxLength 64
   */
  queue_id?: string | undefined
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

/** The video model's vendor has accepted the request. Absent with the built-in model. */
export interface SubmittedVideo {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'submitted'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** Not finished yet. */
    status: 'processing'
    /**
     * When it fails if its vendor has not finished it, and the credits are refunded.
     * @format date-time
     * @example "2026-11-22T18:53:52.000Z"
     */
    fails_at: string
  }
}

/** How long a text can be. */
export interface TextRule {
  /**
   * The longest text, in `unit`.
   * @exclusiveMinimum 0
   */
  max: number
  /**
   * How its length is counted. `utf16`: UTF-16 code units. `utf8_bytes`: bytes. `x_weighted`: a link 23, an emoji
   * 2, CJK 2, most others 1.
   */
  unit: 'utf16' | 'utf8_bytes' | 'x_weighted'
  /**
   * Where the figure was read: an address of the platform's own documentation, or `third parties`.
   * @example "https://docs.x.com/x-api/media/quickstart/best-practices"
   */
  source: string
  /**
   * When it was read: year and month.
   * @example "2026-11"
   */
  checked: string
}

/** What follows in the same thread, as a reply to what comes before it. */
export interface ThreadPart {
  /** The text as it is posted. */
  content: string
  /** The media to post, in this order. */
  media_ids: string[]
  /** The same with what is said about each. */
  media: PostMedium[]
  /** The platform's id of it. Absent until posted. */
  platform_post_id?: string
  /**
   * The public address of it. Absent until posted.
   * @format uri
   */
  platform_url?: string
  /**
   * When it was posted. Absent until then.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  posted_at?: string
}

/** What follows in the same thread, as a reply to what comes before it. */
export interface ThreadPartInput {
  /**
   * The text as it is posted.
   * @maxLength 63206
   */
  content: string
  /**
   * The media to post, in this order. Preflight tells which media a platform accepts.
   * @maxItems 35
   */
  media_ids?: readonly string[] | undefined
  /**
   * The same with what is said about each: its alt text, focus and cover. Instead of `media_ids`; if both are
   * given, they must name the same files in the same order.
   * @maxItems 35
   */
  media?: readonly PostMediumInput[] | undefined
}

/** A metric that is not there. Of the documented three it is 0 in `metrics`. */
export interface UnavailableMetric {
  /** What is counted of a posted item. */
  metric: Metric
  /**
   * `not_given`: the platform does not give it for this post. `not_collected`: this server does not collect the
   * metrics of this platform. `permission`: the account lacks the permission to read it. `connection`: the
   * connection was deleted or has expired. `gone`: the platform no longer has the post. `no_platform_id`: the
   * platform has not given the id of the post. `platform_error`: the platform did not answer. New ones may be
   * added.
   */
  reason: MetricProblem
  /** Why, and what can be done, in one sentence. */
  message: string
}

/**
 * The fields to update, at least one. `null` clears `description`, `scheduled_time` and `post_id`; `[]` clears
 * `platforms`.
 */
export interface UpdateCalendarEntryRequest {
  /**
   * What is planned. At most 500 characters.
   * @minLength 1
   * @maxLength 500
   * @example "Product launch"
   */
  title?: string | undefined
  /**
   * More about it. At most 5,000 characters.
   * @maxLength 5000
   * @example "Show the new oven, link the shop"
   */
  description?: string | null | undefined
  /**
   * The day. `YYYY-MM-DD`, without a time zone.
   * @format date
   * @example "2026-12-24"
   */
  scheduled_date?: string | undefined
  /**
   * When on that day: `HH:MM`, without a time zone.
   * @example "18:30"
   */
  scheduled_time?: string | null | undefined
  /**
   * The platforms it is planned for. Repeated ones count once.
   * @maxItems 6
   * @example ["instagram","x"]
   */
  platforms?: readonly Platform[] | undefined
  /**
   * A post of this workspace that the entry is about.
   * @minLength 1
   * @maxLength 64
   */
  post_id?: string | null | undefined
}

/** The new items of a draft. They replace all existing ones. */
export interface UpdatePostRequest {
  /**
   * The items of the post: at most one of each post type for each connection.
   * @minItems 1
   * @maxItems 12
   */
  items: readonly PostItemInput[]
}

/** The fields of a queue to update, at least one. `slots` replaces those of the whole week. */
export interface UpdateQueueRequest {
  /**
   * The display name. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   * @example "Weekday mornings"
   */
  name?: string | undefined
  /**
   * The time zone of its slots, by its IANA name.
   * @minLength 1
   * @maxLength 64
   * @example "Europe/Berlin"
   */
  timezone?: string | undefined
  /** The slots of a week, at least one: times of day by weekday. */
  slots?: QueueSlotsRequest | undefined
}

/**
 * The fields of a webhook endpoint to update, at least one. `disabled: false` enables one that was disabled
 * because it failed.
 */
export interface UpdateWebhookEndpointRequest {
  /**
   * The URL that events are sent to: HTTPS, not a private address.
   * @minLength 1
   * @maxLength 2048
   * @example "https://example.com/webhooks/powerpost"
   */
  url?: string | undefined
  /**
   * The events to send. Duplicates are ignored.
   * @minItems 1
   * @maxItems 13
   */
  events?: readonly WebhookEventName[] | undefined
  /** Whether sending is disabled. Events that happen meanwhile are kept as failed deliveries, and can be replayed. */
  disabled?: boolean | undefined
}

/** The fields of a workspace to update. */
export interface UpdateWorkspaceRequest {
  /**
   * The display name. At most 100 characters.
   * @minLength 1
   * @maxLength 100
   */
  name: string
}

/**
 * The fields of a writing style to update, at least one. `active: true` makes it the only active style of the
 * workspace.
 */
export interface UpdateWritingStyleRequest {
  /**
   * The display name. At most 100 characters.
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
   * Sample texts in this voice: at most 10, each of at most 3,000 characters.
   * @maxItems 10
   */
  examples?: readonly string[] | undefined
  /**
   * Sample texts in this voice that belong to one platform: its captions take their form from them. At most 10,
   * each of at most 3,000 characters.
   * @maxItems 10
   */
  platform_examples?: readonly PlatformExampleRequest[] | undefined
  /** Whether generations without a style use this one. At most one style of a workspace is active. */
  active?: boolean | undefined
}

/** The file and its kind, in either order. */
export interface UploadMediaRequest {
  /** The file: JPEG, PNG, WebP or HEIC up to 10 MiB; MP4, MOV or WebM up to 500 MiB; PDF up to 100 MiB. */
  file: Uploadable
  /** The kind of a media file. */
  type: MediaType
}

/** What a video would cost. */
export interface VideoEstimate {
  /**
   * What the video would cost.
   * @minimum 0
   */
  credits: number
  /**
   * What it would cost without audio, which is what is charged where none could be made.
   * @minimum 0
   */
  credits_silent: number
  /**
   * The video model, with its lengths in seconds, credits, and longest prompt: `kling-3.0-pro` Kling 3.0 Pro, 5 s
   * for 15 or 22 with audio, 10 s for 30 or 44 with audio, 2500 characters; `veo-3.1` Veo 3.1, 4 s for 20 or 32
   * with audio, 8 s for 40 or 64 with audio, 3000 characters; `runway-gen-4.5` Runway Gen-4.5, 5 s for 15, 10 s
   * for 30, no audio, 1000 characters.
   */
  model: VideoModel
  /**
   * In seconds.
   * @exclusiveMinimum 0
   */
  duration: number
  /** Whether audio is part of the price. */
  has_audio: boolean
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A video generation and its result. */
export interface VideoGeneration {
  /**
   * Unique id of the video generation.
   * @format uuid
   */
  video_generation_id: string
  /**
   * A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while
   * captions are regenerated. `pending` is reserved: this server never returns it.
   */
  status: GenerationStatus
  /** As it was sent. */
  prompt: string
  /** The rewritten prompt that was used instead of `prompt`. Absent when it was not rewritten. */
  prompt_used?: string
  /**
   * The result of `enhance_prompt`. `enhanced`: the prompt was rewritten, see `prompt_used`. `unavailable`: used
   * unchanged, because no text model is configured or the built-in video model is used. `failed`: used unchanged,
   * because the text model failed. Absent when it was not requested, and until it is decided.
   */
  prompt_enhancement?: 'enhanced' | 'unavailable' | 'failed'
  /** The shape, in pixels: `landscape` 1920 x 1080, `portrait` 1080 x 1920. */
  size: VideoSize
  /**
   * The length that was requested, in seconds.
   * @exclusiveMinimum 0
   */
  duration: number
  /**
   * The video model, with its lengths in seconds, credits, and longest prompt: `kling-3.0-pro` Kling 3.0 Pro, 5 s
   * for 15 or 22 with audio, 10 s for 30 or 44 with audio, 2500 characters; `veo-3.1` Veo 3.1, 4 s for 20 or 32
   * with audio, 8 s for 40 or 64 with audio, 3000 characters; `runway-gen-4.5` Runway Gen-4.5, 5 s for 15, 10 s
   * for 30, no audio, 1000 characters.
   */
  model: VideoModel
  /** Whether audio was requested. */
  has_audio: boolean
  /**
   * The image that the video begins with. Absent without one, and after it was deleted.
   * @format uuid
   */
  source_image?: string
  /**
   * Credits deducted at the start. `credits_refunded` is what came back.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
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
  /** Absent until the video is ready. */
  generator?: VideoGenerator
  /**
   * The video, when the status is `completed`, and the old one while it is regenerated. Absent when its file was
   * deleted.
   */
  video?: GeneratedVideo
  /** The last regeneration. Absent when there was none. */
  regeneration?: VideoRegeneration
  /**
   * Credits refunded, because it failed or for what was not done. Absent when there were none.
   * @minimum 0
   */
  credits_refunded?: number
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
  /** Present when the status is `failed`. */
  error?: VideoGenerationError
}

/** A video generation completed: its video is available. */
export interface VideoGenerationCompletedEvent {
  /** The name of the event. */
  event: 'video_generation.completed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** Everything was generated. */
    status: 'completed'
    /** A generated video, stored as a media file of the workspace. */
    video: GeneratedVideo
  }
}

/** Why the video failed, and whether its credits were refunded. */
export interface VideoGenerationError {
  /** Why it failed, as a code. */
  code: 'VIDEO_GENERATION_FAILED'
  /** Why it failed, as text. */
  message: string
}

/**
 * A progress event of a video generation: `event` determines `data`. Links are created when the event is sent.
 * Ignore events that you do not know.
 */
export type VideoGenerationEvent = QueuedVideo | GeneratingVideo | SubmittedVideo | CompletedVideo | FailedVideo

/** A video generation failed. */
export interface VideoGenerationFailedEvent {
  /** The name of the event. */
  event: 'video_generation.failed'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The video generation.
     * @format uuid
     */
    video_generation_id: string
    /** The credits were refunded. */
    status: 'failed'
    /**
     * Why it failed, as a code.
     * @example "GENERATION_FAILED"
     */
    error_code: string
    /** Why it failed, as text. */
    error_message: string
  }
}

/** A page of video generations. */
export interface VideoGenerationPage {
  /** The items of this page, newest first. */
  data: VideoGenerationSummary[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** A video generation in a list, without its video. */
export interface VideoGenerationSummary {
  /**
   * Unique id of the video generation.
   * @format uuid
   */
  video_generation_id: string
  /**
   * A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while
   * captions are regenerated. `pending` is reserved: this server never returns it.
   */
  status: GenerationStatus
  /** As it was sent. */
  prompt: string
  /** The rewritten prompt that was used instead of `prompt`. Absent when it was not rewritten. */
  prompt_used?: string
  /**
   * The result of `enhance_prompt`. `enhanced`: the prompt was rewritten, see `prompt_used`. `unavailable`: used
   * unchanged, because no text model is configured or the built-in video model is used. `failed`: used unchanged,
   * because the text model failed. Absent when it was not requested, and until it is decided.
   */
  prompt_enhancement?: 'enhanced' | 'unavailable' | 'failed'
  /** The shape, in pixels: `landscape` 1920 x 1080, `portrait` 1080 x 1920. */
  size: VideoSize
  /**
   * The length that was requested, in seconds.
   * @exclusiveMinimum 0
   */
  duration: number
  /**
   * The video model, with its lengths in seconds, credits, and longest prompt: `kling-3.0-pro` Kling 3.0 Pro, 5 s
   * for 15 or 22 with audio, 10 s for 30 or 44 with audio, 2500 characters; `veo-3.1` Veo 3.1, 4 s for 20 or 32
   * with audio, 8 s for 40 or 64 with audio, 3000 characters; `runway-gen-4.5` Runway Gen-4.5, 5 s for 15, 10 s
   * for 30, no audio, 1000 characters.
   */
  model: VideoModel
  /** Whether audio was requested. */
  has_audio: boolean
  /**
   * The image that the video begins with. Absent without one, and after it was deleted.
   * @format uuid
   */
  source_image?: string
  /**
   * Credits deducted at the start. `credits_refunded` is what came back.
   * @minimum 0
   */
  credits_used: number
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
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
  /** Absent until the video is ready. */
  generator?: VideoGenerator
}

/** Which model generated the video. */
export interface VideoGenerator {
  /**
   * The model that generated the video.
   * @example "built-in"
   */
  model: string
  /** Whether it is the built-in model, which needs no API key and animates text cards. */
  built_in: boolean
}

/**
 * The video model, with its lengths in seconds, credits, and longest prompt: `kling-3.0-pro` Kling 3.0 Pro, 5 s
 * for 15 or 22 with audio, 10 s for 30 or 44 with audio, 2500 characters; `veo-3.1` Veo 3.1, 4 s for 20 or 32
 * with audio, 8 s for 40 or 64 with audio, 3000 characters; `runway-gen-4.5` Runway Gen-4.5, 5 s for 15, 10 s
 * for 30, no audio, 1000 characters.
 */
export type VideoModel = 'kling-3.0-pro' | 'veo-3.1' | 'runway-gen-4.5'

/** A regeneration of the video. */
export interface VideoRegeneration {
  /** The current status. */
  status: 'processing' | 'completed' | 'failed'
  /** The new prompt. Absent when none was given. */
  prompt?: string
  /**
   * Credits deducted. `credits_refunded` is what came back.
   * @minimum 0
   */
  credits_used: number
  /**
   * Credits refunded, because it failed or for what was not done. Absent when there were none.
   * @minimum 0
   */
  credits_refunded?: number
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
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
  /** Present when it failed: the video is unchanged. */
  error?: VideoGenerationError
}

/** The shape, in pixels: `landscape` 1920 x 1080, `portrait` 1080 x 1920. */
export type VideoSize = 'landscape' | 'portrait'

/**
 * It takes longer: an attempt failed and is repeated, or the text model has not answered for 20 seconds. A
 * generation that waits too long fails, and is refunded.
 */
export interface WaitingProgress {
  /**
   * The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the
   * stream.
   * @exclusiveMinimum 0
   */
  number: number
  /** The name of the event. Also the `event` of the stream. */
  event: 'waiting'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /** The details of the event. */
  data: {
    /**
     * The generation.
     * @format uuid
     */
    generation_id: string
    /** Not finished yet. */
    status: 'processing'
    /**
     * The attempt that waits or failed, from 1.
     * @exclusiveMinimum 0
     */
    attempt: number
    /**
     * `busy`: the text model is overloaded. `down`: it cannot be reached, or broke. `silent`: it has not answered
     * yet, or not in time. `unusable`: it returned nothing usable. `error`: anything else.
     */
    reason: WaitingReason
    /** The reason, in a sentence. */
    message: string
    /**
     * When the next attempt starts. Absent while this one goes on, or if it is not known.
     * @format date-time
     * @example "2026-11-22T18:53:52.000Z"
     */
    next_attempt_at?: string
  }
}

/**
 * `busy`: the text model is overloaded. `down`: it cannot be reached, or broke. `silent`: it has not answered
 * yet, or not in time. `unusable`: it returned nothing usable. `error`: anything else.
 */
export type WaitingReason = 'busy' | 'down' | 'silent' | 'unusable' | 'error'

/** Something that was accepted, but not done as it was asked for. */
export interface Warning {
  /**
   * `unknown_field`: The operation does not know this field of the body. It was ignored. `converted`: The file was
   * stored in another format. `repaired`: The file was stored with a few bytes corrected. `not_decoded`: The
   * server has no decoder for the video, so it is not known whether it plays. `source_not_read`: A source could
   * not be read. Its credits were refunded. `research_not_done`: The web was not searched, though `deep` research
   * was requested. Its credits were refunded. `media_not_seen`: The model did not look at the media. Their credits
   * were refunded. `change_not_made`: What a regeneration was to change was not changed. Its credits were
   * refunded. `prompt_needed`: Media without a prompt need a prompt, or a model that sees, for more than a plain
   * caption. `instruction_not_followed`: A part of the prompt was taken for an instruction that could not be
   * followed, and was left out. `instruction_unsure`: A part of the prompt may be an instruction. A person should
   * look whether it was understood. `rule_not_followed`: A rule of the prompt, the request, the brand or the
   * writing style was not followed. `secret_withheld`: What the prompt says must not be revealed was left out,
   * with what it could be guessed from. `claim_to_check`: The caption repeats a claim that a person should check.
   * `call_to_action_to_check`: The call to action was withheld, or may be out of place. `variant_not_written`: A
   * further caption could not be written, or said the same as another. Its credit was refunded.
   * `include_not_done`: Something that was to be included could not be written. `picture_not_drawn`: The prompt
   * asks for a picture, and the built-in image model only sets words. The credits were refunded. `scene_not_made`:
   * The prompt asks for a scene, and the built-in video model only moves words and images. The credits were
   * refunded. `audio_not_made`: The video was to have audio, and has none. Only a silent video was charged.
   * `other_shape`: The video model made a video of another shape. The credits were refunded. `shorter_video`: The
   * video is shorter than requested. The missing seconds were refunded. `style_image_not_seen`: A style image
   * could not be looked at, and was left out. `first_comment_not_posted`: The item is posted, and its first
   * comment is not. `first_comment_unknown`: The item is posted. Whether its first comment is there is not known,
   * and it is not sent again. `time_skipped`: The clocks of the time zone are put forward over the local time. The
   * time as far behind it was taken. `time_repeated`: The clocks of the time zone are put back: the local time is
   * there twice. The first was taken. `posts_keep_times`: Posts of the queue keep times that are no slots of it
   * any more. `posted_differently`: The platform posted the item in another way than requested.
   * `refused_after_posting`: The platform accepted the item and refused it afterwards, e.g. in its moderation:
   * people do not see it. `id_not_given`: The item is posted, and the platform did not give its id and address
   * within a day. `text_left_out`: A part of the text did not fit. New codes may be added: show the message of an
   * unknown one.
   */
  code: 
    | 'unknown_field'
    | 'converted'
    | 'repaired'
    | 'not_decoded'
    | 'source_not_read'
    | 'research_not_done'
    | 'media_not_seen'
    | 'change_not_made'
    | 'prompt_needed'
    | 'instruction_not_followed'
    | 'instruction_unsure'
    | 'rule_not_followed'
    | 'secret_withheld'
    | 'claim_to_check'
    | 'call_to_action_to_check'
    | 'variant_not_written'
    | 'include_not_done'
    | 'picture_not_drawn'
    | 'scene_not_made'
    | 'audio_not_made'
    | 'other_shape'
    | 'shorter_video'
    | 'style_image_not_seen'
    | 'first_comment_not_posted'
    | 'first_comment_unknown'
    | 'time_skipped'
    | 'time_repeated'
    | 'posts_keep_times'
    | 'posted_differently'
    | 'refused_after_posting'
    | 'id_not_given'
    | 'text_left_out'
  /** What was not done, or done differently, in one sentence. */
  message: string
  /** The platform it is about. Absent when it is about all. */
  platform?: Platform
  /**
   * The path of the field of the request, as in code. Absent when it is about none.
   * @example "items[0].captoin"
   */
  field?: string
}

/** One request to an endpoint. */
export interface WebhookAttempt {
  /**
   * When the attempt started.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  at: string
  /** The status code of the response; null when there was no response. */
  status_code: number | null
  /**
   * Duration in milliseconds.
   * @minimum 0
   */
  duration_ms: number
  /** Why it failed, as text; null when it succeeded. */
  error: string | null
  /** The first 1,024 bytes of the response; null when there was none. */
  response_excerpt: string | null
}

/** The delivery of one event to one endpoint. Kept for 30 days. */
export interface WebhookDelivery {
  /**
   * Unique id of the delivery.
   * @format uuid
   */
  delivery_id: string
  /**
   * The `webhook-id` header: the same in all attempts and replays.
   * @format uuid
   */
  webhook_id: string
  /**
   * The endpoint it is sent to.
   * @format uuid
   */
  endpoint_id: string
  /** The kind of event. */
  event: WebhookEventName
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * `pending`: is sent now, or again later. `delivered`: the endpoint returned 2xx. `failed`: all attempts failed,
   * or the endpoint was disabled.
   */
  status: WebhookDeliveryStatus
  /** The last 30 attempts, oldest first. */
  attempts: WebhookAttempt[]
  /**
   * When the next attempt is made; null: there is none.
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
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/**
 * `pending`: is sent now, or again later. `delivered`: the endpoint returned 2xx. `failed`: all attempts failed,
 * or the endpoint was disabled.
 */
export type WebhookDeliveryStatus = 'pending' | 'delivered' | 'failed'

/** A delivery, with the body of its request. */
export interface WebhookDeliveryWithPayload {
  /**
   * Unique id of the delivery.
   * @format uuid
   */
  delivery_id: string
  /**
   * The `webhook-id` header: the same in all attempts and replays.
   * @format uuid
   */
  webhook_id: string
  /**
   * The endpoint it is sent to.
   * @format uuid
   */
  endpoint_id: string
  /** The kind of event. */
  event: WebhookEventName
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /**
   * `pending`: is sent now, or again later. `delivered`: the endpoint returned 2xx. `failed`: all attempts failed,
   * or the endpoint was disabled.
   */
  status: WebhookDeliveryStatus
  /** The last 30 attempts, oldest first. */
  attempts: WebhookAttempt[]
  /**
   * When the next attempt is made; null: there is none.
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
  /** The body of the request, as it was signed: JSON. */
  payload: string
}

/** A URL that events of a workspace are sent to. */
export interface WebhookEndpoint {
  /**
   * Unique id of the endpoint.
   * @format uuid
   */
  endpoint_id: string
  /** The URL that events are sent to. */
  url: string
  /** The events that are sent. */
  events: WebhookEventName[]
  /** Whether sending is disabled. Events that happen meanwhile are kept as failed deliveries, and can be replayed. */
  disabled: boolean
  /**
   * Why it is disabled: by a request, because it returned 410, or because every delivery failed for five days.
   * Null when it is not disabled.
   */
  disabled_reason: 'requested' | 'gone' | 'failing' | null
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A page of webhook endpoints. */
export interface WebhookEndpointPage {
  /** The items of this page, newest first. */
  data: WebhookEndpoint[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** The body of a webhook: `event` determines `data`. Ignore events that you do not know. */
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
  | PostUpdatedEvent
  | ConnectionExpiringEvent
  | ConnectionExpiredEvent
  | WebhookTestEvent

/** The kind of event. */
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
  | 'post.updated'
  | 'connection.expiring'
  | 'connection.expired'
  | 'webhook.test'

/** A test was requested. It is sent to the tested endpoint, whether it is subscribed or not. */
export interface WebhookTestEvent {
  /** The name of the event. */
  event: 'webhook.test'
  /**
   * When it happened.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  timestamp: string
  /**
   * The workspace of the event.
   * @format uuid
   */
  workspace_id: string
  /** False for what a sandbox key (`pp_test_sk_`) started. */
  livemode: boolean
  /** The subject of the event. */
  data: {
    /**
     * The endpoint that is tested.
     * @format uuid
     */
    endpoint_id: string
    /** A short text. */
    message: string
  }
}

/** Media, styles, generations and posts belong to a workspace. Credits belong to the account. */
export interface Workspace {
  /**
   * Unique id of the workspace, for `X-Workspace-Id`.
   * @format uuid
   */
  workspace_id: string
  /** The display name. */
  name: string
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A page of workspaces. */
export interface WorkspacePage {
  /** The items of this page, newest first. */
  data: Workspace[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
  next_cursor: string | null
  /** Whether there is a next page. */
  has_more: boolean
}

/** A brand's voice. Generated captions follow it. */
export interface WritingStyle {
  /**
   * Unique id of the writing style.
   * @format uuid
   */
  writing_style_id: string
  /** The display name. */
  name: string
  /** How to write. */
  instructions: string
  /** Sample texts in this voice. */
  examples: string[]
  /** Sample texts in this voice of one platform each. Absent when there are none. */
  platform_examples?: PlatformExample[]
  /** Whether generations without a style use this one. At most one style of a workspace is active. */
  active: boolean
  /** False for what a sandbox key (`pp_test_sk_`) made. */
  livemode: boolean
  /** Who created it; null: not known, it is older than this field. */
  created_by: Principal | null
  /**
   * When it was created.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  created_at: string
  /**
   * When it was last updated.
   * @format date-time
   * @example "2026-11-22T18:53:52.000Z"
   */
  updated_at: string
  /** What was not done as requested, and fields of the body that are not known. Absent when there is nothing. */
  warnings?: Warning[]
}

/** A page of writing styles. */
export interface WritingStylePage {
  /** The items of this page, newest first. */
  data: WritingStyle[]
  /** Pass it as `cursor` to get the next page; null on the last page. */
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
  /** 403. The key has no access to this workspace. */
  | 'FORBIDDEN'
  /** 403. The key may not do this. */
  | 'INSUFFICIENT_SCOPE'
  /** 404. The resource was not found in this workspace. */
  | 'NOT_FOUND'
  /** 405. The path does not support this method. */
  | 'METHOD_NOT_ALLOWED'
  /** 409. The post is no longer a draft. */
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
  /** 415. The content type is not supported, or the file is not in the format it claims. */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** 422. The Idempotency-Key was used for a different request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** 422. This server has no text model that works, and the operation needs one. */
  | 'MODEL_NOT_CONFIGURED'
  /** 422. The version of a platform's API that this server uses has ended. */
  | 'API_VERSION_ENDED'
  /** 422. This server cannot connect accounts of the platform. */
  | 'PLATFORM_NOT_CONFIGURED'
  /** 422. The workspace has no connection for a platform of the post. */
  | 'PLATFORM_NOT_CONNECTED'
  /** 422. The post breaks a platform's rules. */
  | 'POST_NOT_PUBLISHABLE'
  /** 429. Too many requests per minute. */
  | 'RATE_LIMIT_EXCEEDED'
  /** 500. Internal server error. */
  | 'INTERNAL_ERROR'
  /**
   * 503. The server is starting or stopping, cannot reach its database, its text model or a platform, or is out of
   * disk space.
   */
  | 'UNAVAILABLE'
