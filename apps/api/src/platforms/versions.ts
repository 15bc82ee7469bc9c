import type { Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { ApiVersionEndedError } from './port-failures.ts'

/** A version of a platform's API. */
interface ApiVersion {
  /** The last day it works on, as its owner announced it: `2028-02-18`. Null: not announced. */
  readonly endsOn: string | null
  /**
   * About when it will end, where that is not announced: a year after the version, by its owner's promise of at least twelve months. It is
   * warned of, and never taken for the end.
   */
  readonly expectedEnd?: string
}

interface VersionedApi {
  readonly platforms: readonly Platform[]
  /** The setting that names the version. */
  readonly setting: string
  /** What becomes of a request with a version that has ended: it is refused, or the oldest version that works answers it. */
  readonly afterEnd: 'refused' | 'upgraded'
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
    afterEnd: 'upgraded',
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
  linkedin: {
    platforms: ['linkedin'],
    setting: 'POWERPOST_LINKEDIN_API_VERSION',
    afterEnd: 'refused',
    versions: {
      '202608': { endsOn: null, expectedEnd: '2027-08-15' },
      '202607': { endsOn: null, expectedEnd: '2027-07-15' },
      '202603': { endsOn: '2027-03-16' },
      '202602': { endsOn: '2027-02-15' },
      '202601': { endsOn: '2027-01-15' },
      '202511': { endsOn: '2026-11-16' },
      '202510': { endsOn: '2026-10-15' },
    },
    source: 'https://learn.microsoft.com/en-us/linkedin/marketing/versioning',
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
  /** Whole days that it still works for, by its end or the expected one; negative after it. Absent without either. */
  readonly daysLeft?: number
}

/** Says how a version stands on a day. A version works through the day it ends on, by UTC. */
export function describeVersion(api: ApiName, version: string, now: Date): VersionState {
  const versions: Readonly<Record<string, ApiVersion>> = VERSIONED_APIS[api].versions
  const known = versions[version]
  if (!known) return { api, version, status: 'unknown', endsOn: null }
  const { endsOn, expectedEnd } = known
  const end = endsOn ?? expectedEnd
  if (end === undefined) return { api, version, status: 'supported', endsOn }
  const daysLeft = Math.ceil((Date.parse(end) + DAY_MS - now.getTime()) / DAY_MS) - 1
  const isOver = daysLeft < 0 && endsOn !== null
  return { api, version, status: isOver ? 'ended' : daysLeft <= ENDING_DAYS ? 'ending' : 'supported', endsOn, daysLeft }
}

/** So long items wait before the version is looked at again: the operator may have set another one. Milliseconds. */
const LOOK_AGAIN_MS = 5 * 60_000

/** The version of each API that a server uses. */
export type ApiVersions = Readonly<Record<ApiName, string>>

/**
 * What keeps a platform from being asked: the version of its API has ended, and the platform refuses such requests. Undefined: nothing that
 * is known.
 */
export function findEnded(platform: Platform, versions: ApiVersions, now: Date): ApiVersionEndedError | undefined {
  const api = (Object.keys(VERSIONED_APIS) as ApiName[]).find((name) =>
    VERSIONED_APIS[name].platforms.some((one) => one === platform),
  )
  if (!api || VERSIONED_APIS[api].afterEnd !== 'refused') return undefined
  return describeVersion(api, versions[api], now).status === 'ended' ? versionEnded(api, versions[api], now) : undefined
}

/** What is said of a version that has ended, as the table knows or as the platform answered. */
export function versionEnded(api: ApiName, version: string, now: Date): ApiVersionEndedError {
  const notBefore = new Date(now.getTime() + LOOK_AGAIN_MS)
  return new ApiVersionEndedError('retry', sayEnded(api, version), { platformError: '426', scope: 'app', notBefore })
}

/** A sentence for callers. */
function sayEnded(api: ApiName, version: string): string {
  const { platforms, setting, versions } = VERSIONED_APIS[api]
  const known: Readonly<Record<string, ApiVersion>> = versions
  const endsOn = known[version]?.endsOn
  const [newest = ''] = Object.keys(versions).toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const name = platforms.map((platform) => PLATFORM_NAMES[platform]).join(' and ')
  const since = endsOn ? `, which ended on ${endsOn}` : ''
  return `${name} no longer accepts version ${version} of its API${since}. The operator of this server must set ${setting} to a newer one, such as ${newest}, and restart it.`
}
