import type { Platform } from '@powerpost/contract'

/** A version of a platform's API. */
interface ApiVersion {
  /** The last day it works on, as its owner announced it: `2028-02-18`. Null: not announced. */
  readonly endsOn: string | null
}

interface VersionedApi {
  readonly platforms: readonly Platform[]
  /** The setting that names the version. */
  readonly setting: string
  /** The versions that were known when this was written, the newest first. */
  readonly versions: Readonly<Record<string, ApiVersion>>
  readonly source: string
  readonly checked: string
}

/** The platform APIs that have versions with an end. */
export const VERSIONED_APIS = {
  meta: {
    platforms: ['instagram', 'facebook'],
    setting: 'POWERPOST_META_API_VERSION',
    versions: {
      'v26.0': { endsOn: null },
      'v25.0': { endsOn: '2028-07-29' },
      'v24.0': { endsOn: '2028-02-18' },
      'v23.0': { endsOn: '2027-10-08' },
      'v22.0': { endsOn: '2027-05-20' },
      'v21.0': { endsOn: '2027-01-21' },
      'v20.0': { endsOn: '2026-09-24' },
    },
    source: 'https://developers.facebook.com/docs/graph-api/changelog',
    checked: '2026-11',
  },
} as const satisfies Readonly<Record<string, VersionedApi>>

export type ApiName = keyof typeof VERSIONED_APIS

/** How long before its end a version is warned of. */
const ENDING_DAYS = 60

const DAY_MS = 24 * 3600_000

/** What is known of the version that a server uses. */
export interface VersionState {
  readonly api: ApiName
  readonly version: string
  /** `unknown`: it is newer than this code, or none. */
  readonly status: 'supported' | 'ending' | 'ended' | 'unknown'
  readonly endsOn: string | null
  /** Whole days that it still works for; negative after its end. Absent without an end. */
  readonly daysLeft?: number
}

/** Says how a version stands on a day. A version works through the day it ends on, by UTC. */
export function describeVersion(api: ApiName, version: string, now: Date): VersionState {
  const versions: Readonly<Record<string, ApiVersion>> = VERSIONED_APIS[api].versions
  const known = versions[version]
  if (!known) return { api, version, status: 'unknown', endsOn: null }
  const { endsOn } = known
  if (endsOn === null) return { api, version, status: 'supported', endsOn }
  const daysLeft = Math.ceil((Date.parse(endsOn) + DAY_MS - now.getTime()) / DAY_MS) - 1
  const status = daysLeft < 0 ? 'ended' : daysLeft <= ENDING_DAYS ? 'ending' : 'supported'
  return { api, version, status, endsOn, daysLeft }
}
