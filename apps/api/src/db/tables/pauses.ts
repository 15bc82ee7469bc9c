import type { Platform } from '@powerpost/contract'
import type { Immutable } from './immutable.ts'

/** A quota of a platform is used up: nothing is posted there before its reset. */
export interface PublishingPausesTable {
  id: Immutable<string>
  lane: Immutable<Platform | 'sandbox'>
  /** Null: the quota is the app's, and pauses the whole lane. */
  connection_id: Immutable<string | null>
  /** At most two days ahead: then the platform is asked again. */
  held_until: Date
  /** A sentence for callers. */
  reason: string
  updated_at: Date
}
