import { PLATFORM_NAMES } from '@powerpost/contract'
import type { AppPlatform, AppTable, AppVariable } from './platform-apps.ts'
import { listVariables, PLATFORM_APPS } from './platform-apps.ts'

/** The operator's app at a platform. */
export interface PlatformApp {
  readonly clientId: string
  /** Absent: the app has none. */
  readonly clientSecret: string | undefined
  /** Of a configuration of the sign-in at the platform, in place of a list of permissions. */
  readonly configId: string | undefined
  /** What is asked for at the sign-in. Absent: what each app may ask for. */
  readonly scopes: readonly string[] | undefined
  /** How much the app may do in a day. Absent: what each app may. */
  readonly dailyUploads: number | undefined
  readonly dailyUnits: number | undefined
  /** How much of its uploads one account of this server may have in a day. Absent: the adapter decides. */
  readonly accountDailyUploads: number | undefined
  /** Without a slash at its end, and without a version. Absent: the platform's own. For tests, like the others. */
  readonly apiUrl: string | undefined
  readonly uploadUrl: string | undefined
  /** A whole address. */
  readonly authorizeUrl: string | undefined
  readonly tokenUrl: string | undefined
  /** As the platform writes it. Absent: the one that this version was written for. */
  readonly apiVersion: string | undefined
}

export type PlatformAppsConfig = Readonly<Partial<Record<AppPlatform, PlatformApp>>>

type Settings = Readonly<Record<string, unknown>>

/** The apps that are set up. */
export function toPlatformApps(environment: Settings, table: AppTable = PLATFORM_APPS): PlatformAppsConfig {
  const apps = Map.groupBy(listVariables(table), ({ platform }) => platform)
  return Object.fromEntries(
    Array.from(apps).flatMap(([platform, variables]) => {
      const read = (part: AppVariable['part']) => {
        const value = environment[variables.find((variable) => variable.part === part)?.name ?? '']
        return typeof value === 'string' ? value : undefined
      }
      const clientId = read('CLIENT_ID')
      if (clientId === undefined) return []
      const app: PlatformApp = {
        clientId,
        clientSecret: read('CLIENT_SECRET'),
        configId: read('CONFIG_ID'),
        scopes: read('SCOPES')?.split(/[ ,]+/),
        dailyUploads: toCount(read('DAILY_UPLOADS')),
        dailyUnits: toCount(read('DAILY_UNITS')),
        accountDailyUploads: toCount(read('ACCOUNT_DAILY_UPLOADS')),
        apiUrl: read('API_URL')?.replace(/\/+$/, ''),
        uploadUrl: read('UPLOAD_URL')?.replace(/\/+$/, ''),
        authorizeUrl: read('AUTHORIZE_URL'),
        tokenUrl: read('TOKEN_URL'),
        apiVersion: read('API_VERSION'),
      }
      return [[platform, app]]
    }),
  )
}

function toCount(setting: string | undefined): number | undefined {
  return setting === undefined ? undefined : Number(setting)
}

/** A setting of an app that is of no use without another: what is wrong, as a sentence. */
export function findIncompleteApp(environment: Settings, table: AppTable = PLATFORM_APPS): string | undefined {
  for (const [platform, variables] of Map.groupBy(listVariables(table), (variable) => variable.platform)) {
    // What platforms have in common says nothing about which of them is meant.
    const given = variables.find(({ name, isShared }) => !isShared && environment[name] !== undefined)
    const missing = variables.find(({ name, isNeeded }) => isNeeded && environment[name] === undefined)
    if (!given || !missing) continue
    return `${missing.name} must be set with ${given.name}: it is on the page of your app at ${PLATFORM_NAMES[platform]}.`
  }
  return undefined
}

/** An address that tokens and media would be sent to in the open: the name of its setting. */
export function findInsecureAddress(
  environment: Settings,
  allowPrivate: boolean,
  table: AppTable = PLATFORM_APPS,
): string | undefined {
  return listVariables(table).find(({ name, platform, part }) => {
    const value = environment[name]
    if (!table[platform]?.secureAddresses || !part.endsWith('_URL') || typeof value !== 'string') return false
    const { protocol, hostname } = new URL(value)
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
    return protocol !== 'https:' && !(isLocal && allowPrivate)
  })?.name
}
