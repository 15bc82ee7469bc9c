import type { Platform } from '@powerpost/contract'
import type { ColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

/** What is planned for which day. */
export interface CalendarEntriesTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  title: string
  description: string | null
  /** `YYYY-MM-DD`, as it was given. A text, so that no driver makes a moment in its own time zone of it. */
  scheduled_date: string
  /** `HH:MM`, as it was given. */
  scheduled_time: string | null
  platforms: Platform[]
  post_id: string | null
  /** Of its title and description. */
  text_bytes: number
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  updated_at: Date
}

/** A link by which calendar programs read the calendar of a workspace and mode. */
export interface CalendarFeedsTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  name: Immutable<string>
  include_posts: Immutable<boolean>
  /** SHA-256 of the secret of the link. */
  token_hash: Immutable<Buffer>
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  /** To the hour. */
  last_read_at: ColumnType<Date | null, undefined, Date>
}
