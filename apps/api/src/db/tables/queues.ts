import type { QueueSlots } from '@powerpost/contract'
import type { JSONColumnType } from 'kysely'
import type { PrincipalColumn } from './audit.ts'
import type { Immutable } from './immutable.ts'

/** Times of the week at which posts of a workspace are published, one at each. */
export interface QueuesTable {
  id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  name: string
  /** By its IANA name. */
  timezone: string
  /** Times of day by weekday, each day's in their order. */
  slots: JSONColumnType<QueueSlots, string, string>
  created_by: PrincipalColumn
  created_at: Immutable<Date>
  updated_at: Date
}
