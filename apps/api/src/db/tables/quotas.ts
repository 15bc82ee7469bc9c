import type { Platform } from '@powerpost/contract'
import type { Immutable } from './immutable.ts'

/** What the operator's app at a platform has used of a daily quota, for all accounts together. */
export interface AppQuotasTable {
  platform: Immutable<Platform>
  /** The client id of the app: another app has quotas of its own. */
  app: Immutable<string>
  /** As the platform counts days, e.g. `2026-12-01`. */
  day: Immutable<string>
  name: Immutable<string>
  used: number
  updated_at: Date
}
