import { PLATFORM_NAMES } from '@powerpost/contract'
import type { Environment } from './environment.ts'
import type { AppPlatform } from './platform-apps.ts'
import { APP_PLATFORMS, PLATFORM_APPS, variableOf } from './platform-apps.ts'

/** The operator's app at a platform. */
export interface PlatformApp {
  readonly clientId: string
  /** Absent: the app has none. */
  readonly clientSecret: string | undefined
  /** Without a slash at its end. Absent: the platform's own. For tests, like the others. */
  readonly apiUrl: string | undefined
  readonly authorizeUrl: string | undefined
}

export type PlatformAppsConfig = Readonly<Partial<Record<AppPlatform, PlatformApp>>>

/** The apps that are set up. */
export function toPlatformApps(environment: Environment): PlatformAppsConfig {
  return Object.fromEntries(
    APP_PLATFORMS.flatMap((platform) => {
      const clientId = environment[variableOf(platform, 'CLIENT_ID')]
      if (clientId === undefined) return []
      const app: PlatformApp = {
        clientId,
        clientSecret: environment[variableOf(platform, 'CLIENT_SECRET')],
        apiUrl: environment[variableOf(platform, 'API_URL')]?.replace(/\/+$/, ''),
        authorizeUrl: environment[variableOf(platform, 'AUTHORIZE_URL')],
      }
      return [[platform, app]]
    }),
  )
}

/** A setting of an app that is of no use without another: what is wrong, as a sentence. */
export function findIncompleteApp(environment: Environment): string | undefined {
  for (const platform of APP_PLATFORMS) {
    const { needs, optional, addresses } = PLATFORM_APPS[platform]
    const given = [...needs, ...optional, ...addresses]
      .map((part) => variableOf(platform, part))
      .find((name) => environment[name] !== undefined)
    const missing = needs.map((part) => variableOf(platform, part)).find((name) => environment[name] === undefined)
    if (given === undefined || missing === undefined) continue
    return `${missing} must be set with ${given}: it is on the page of your app at ${PLATFORM_NAMES[platform]}.`
  }
  return undefined
}
