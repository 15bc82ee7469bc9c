import type {
  Fit,
  OnLimit,
  Platform,
  PostError,
  PostItemStatus,
  PostOptions,
  PostOutcome,
  PostStatus,
  PostType,
  Warning,
} from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

/** A column that is never changed, and that inserts may leave out. */
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, never>

export interface PostsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  status: PostStatus
  /** Null until it is published or failed. */
  outcome: PostOutcome | null
  generation_id: Immutable<string | null>
  /** What publishing took so far, less what was given back. */
  credits_used: ColumnType<number, number | undefined, number>
  /** How often publishing was begun and settled: the number of the next payment. */
  settlement: ColumnType<number, number | undefined, number>
  scheduled_at: Date | null
  /** Whose slot `scheduled_at` is; of a published post, was. */
  queue_id: ColumnType<string | null, string | null | undefined, string | null>
  /** When the next of its items that wait is due: of a scheduled post, and of one that is publishing the others. */
  due_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Grows each time it is scheduled or cancelled: the job of an older schedule finds that it is too late. */
  schedule_version: ColumnType<number, number | undefined, number>
  /** Null until something of it was posted. */
  published_at: Date | null
  /** Of its texts and options, and a kibibyte an item. */
  stored_bytes: ColumnType<number, number | undefined, number>
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  updated_at: Date
}

/** A post of a thread, after the first. */
export interface PostedPart {
  readonly platform_post_id: string
  readonly platform_url?: string
  /** ISO 8601, UTC. */
  readonly posted_at: string
}

/** What of a post goes to one place. */
export interface PostItemsTable {
  id: Immutable<string>
  post_id: Immutable<string>
  /** From 0. */
  position: Immutable<number>
  post_type: Immutable<PostType>
  platform: Immutable<Platform>
  content: Immutable<string>
  title: Immutable<string | null>
  /** Of the account itself, posted below the post as a step of its own. */
  first_comment: Optional<string>
  /** The texts that follow in the same thread. */
  thread: JSONColumnType<readonly string[], string | undefined, never>
  /** Those of them that are posted, in their order. The item itself is posted when it has a `posted_at`. */
  posted_parts: JSONColumnType<readonly PostedPart[], string | undefined, string>
  options: JSONColumnType<PostOptions>
  /** How its media are made to fit. */
  fit: ColumnType<Fit, Fit | undefined, never>
  /** The one that was asked for; from scheduling or publishing on the one that it goes to. */
  connection_id: string | null
  /** When it is posted, if at another time than its post. */
  scheduled_at: Optional<Date>
  /** What becomes of it when a quota of its platform is used up. */
  on_limit: ColumnType<OnLimit, OnLimit | undefined, never>
  /** Since when it has waited for a quota of its platform. */
  waiting_since: ColumnType<Date | null, undefined, Date | null>
  status: PostItemStatus
  /**
   * Set while it is `posting`. `preparing`: nothing that people see was done; `unconfirmed`: the final call is about to go or
   * went, and no answer was recorded; `processing`: the platform accepted it and is not done yet; `commenting`: it is posted, and its
   * first comment is next; `comment_sent`: the comment is about to go or went, and no answer was recorded.
   */
  stage: 'preparing' | 'unconfirmed' | 'processing' | 'commenting' | 'comment_sent' | null
  /** The platform adapter's own, recorded before it goes on. Kept when the item failed, so that a retry goes on from there. */
  checkpoint: JSONColumnType<object> | null
  /** When the final call was about to go. */
  sent_at: Date | null
  /** Grows with every step that is recorded: a worker that holds an older one is too late. */
  version: ColumnType<number, number | undefined, number>
  /** How often it was begun to be posted. */
  attempts: ColumnType<number, number | undefined, number>
  /** Set while it is `posting`: `sandbox` or its platform. A slow lane never holds up another. */
  lane: ColumnType<Platform | 'sandbox' | null, Platform | 'sandbox' | null | undefined, Platform | 'sandbox' | null>
  /** Set from publishing on: the workspace of its post. Workspaces take turns in a lane. */
  workspace_id: ColumnType<string | null, string | null | undefined, string>
  /** Set while it is `posting`: when its next step is due. While it is claimed: when the lease ends. */
  due_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** A process holds a lease on it. */
  claimed: ColumnType<boolean, boolean | undefined, boolean>
  /** How many leases on it ended since the last step that was recorded: processes that died while they worked on it. */
  lost_leases: ColumnType<number, number | undefined, number>
  /** When its last attempt started. */
  started_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Steps that failed since then and may work later. */
  failures: ColumnType<number, number | undefined, number>
  /** How often since then it was prepared again from the first step, or its final call made again. */
  restarts: ColumnType<number, number | undefined, number>
  /** How often its platform was asked whether a final call without an answer had its effect. */
  lookup_attempts: ColumnType<number, number | undefined, number>
  /** A person looked, and the platform did not have it. */
  confirmed_not_posted: ColumnType<boolean, boolean | undefined, boolean>
  platform_post_id: string | null
  platform_url: string | null
  posted_at: Date | null
  error_code: PostError['code'] | null
  error_message: string | null
  error_action: PostError['action'] | null
  platform_error: string | null
  /** What was not done as requested. */
  warnings: JSONColumnType<readonly Warning[], string | undefined, string>
}

/** What the platform of a posted item is still asked: its id, and what its moderation says. A row is there until that is known. */
export interface PostFollowUpsTable {
  item_id: Immutable<string>
  lane: Immutable<Platform | 'sandbox'>
  /** The platform adapter's own. */
  checkpoint: JSONColumnType<object>
  /** When it is asked next. While a process asks: when its lease ends. */
  due_at: Date
  /** When it is asked no more. */
  ends_at: Immutable<Date>
  /** How often it was asked. */
  looks: ColumnType<number, number | undefined, number>
  /** Grows with each claim: a worker that holds an older one is too late. */
  version: ColumnType<number, number | undefined, number>
}

export interface PostItemMediaTable {
  post_item_id: Immutable<string>
  /** From 0. */
  position: Immutable<number>
  /** 0: of the item itself; from 1: of what follows in its thread. */
  part: ColumnType<number, number | undefined, never>
  media_id: Immutable<string>
  /** A description for people who cannot see it. */
  alt_text: Optional<string>
  /** The point that stays visible where it is cropped: shares of its sides, from the left and from the top. Both or neither. */
  focus_x: Optional<number>
  focus_y: Optional<number>
  /** The moment of a video that people see before it plays. */
  cover_seconds: Optional<number>
  /** The picture that they see instead. */
  cover_media_id: Optional<string>
  /** What is posted in its place: set when posting begins. */
  rendition_id: ColumnType<string | null, string | null | undefined, string | null>
}
