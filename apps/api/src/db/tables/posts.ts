import type {
  Platform,
  PostError,
  PostItemStatus,
  PostOptions,
  PostOutcome,
  PostStatus,
  PostType,
} from '@powerpost/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { Immutable } from './immutable.ts'

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
  /** Grows each time it is scheduled or cancelled: the job of an older schedule finds that it is too late. */
  schedule_version: ColumnType<number, number | undefined, number>
  published_at: Date | null
  created_at: Immutable<Date>
  updated_at: Date
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
  options: JSONColumnType<PostOptions>
  /** The one that was asked for; from publishing on the one that it goes to. */
  connection_id: string | null
  status: PostItemStatus
  /**
   * Set while it is `posting`. `preparing`: nothing that people see was done; `sending`: the final call is about to go, went,
   * or was lost; `processing`: the platform took it and works on it.
   */
  stage: 'preparing' | 'sending' | 'processing' | null
  /** The platform adapter's own, recorded before it goes on. Kept when the item failed, so that a retry goes on from there. */
  checkpoint: JSONColumnType<object> | null
  /** When the final call was about to go. */
  sent_at: Date | null
  /** Grows with every step that is recorded: whoever comes from an older one is too late. */
  version: ColumnType<number, number | undefined, number>
  /** How often it was begun to be posted. */
  attempts: ColumnType<number, number | undefined, number>
  /** Set while it is `posting`: whose places in a process it takes, `sandbox` or its platform's. What is slow in one holds up no other. */
  lane: ColumnType<Platform | 'sandbox' | null, Platform | 'sandbox' | null | undefined, Platform | 'sandbox' | null>
  /** Set while it is `posting`: when its next step is due. While a process is at it: until when nobody else begins one. */
  due_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Whether a process is at it. */
  claimed: ColumnType<boolean, boolean | undefined, boolean>
  /** How many processes died at it since its last step that was recorded. */
  lapses: ColumnType<number, number | undefined, number>
  /** When it was last begun to be posted. */
  begun_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Steps that failed since then and may work later. */
  failures: ColumnType<number, number | undefined, number>
  /** How often since then it was prepared anew, or its final call made again. */
  restarts: ColumnType<number, number | undefined, number>
  /** How often its platform was asked whether a final call without an answer had its effect. */
  look_ups: ColumnType<number, number | undefined, number>
  /** That a person looked, and the platform did not have it. */
  not_posted: ColumnType<boolean, boolean | undefined, boolean>
  platform_post_id: string | null
  platform_url: string | null
  posted_at: Date | null
  error_code: PostError['code'] | null
  error_message: string | null
  error_action: PostError['action'] | null
  platform_error: string | null
}

export interface PostItemMediaTable {
  post_item_id: Immutable<string>
  /** From 0. */
  position: Immutable<number>
  media_id: Immutable<string>
}
