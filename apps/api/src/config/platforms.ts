import type { Platform } from '@powerpost/contract'
import type { Environment } from './environment.ts'

/** The operator's app at X. */
export interface XConfig {
  readonly clientId: string
  /** Absent: the app is a public client. */
  readonly clientSecret: string | undefined
  /** Absent: X's own. For tests. */
  readonly apiUrl: string | undefined
  /** Absent: X's own. For tests. */
  readonly authorizeUrl: string | undefined
}

/** What the operator has to set for a platform; a platform that is not here is none that this version speaks to. */
export const PLATFORM_SETTINGS: Partial<Record<Platform, string>> = {
  x: 'POWERPOST_X_CLIENT_ID and POWERPOST_X_CLIENT_SECRET',
}

/** Absent: it is not set up. */
export function toX(environment: Environment): XConfig | undefined {
  const { POWERPOST_X_CLIENT_ID: clientId } = environment
  if (clientId === undefined) return undefined
  return {
    clientId,
    clientSecret: environment.POWERPOST_X_CLIENT_SECRET,
    apiUrl: environment.POWERPOST_X_API_URL?.replace(/\/+$/, ''),
    authorizeUrl: environment.POWERPOST_X_AUTHORIZE_URL,
  }
}

/** The setting that is of no use without the app's id, if there is one. */
export function findSettingWithoutX(environment: Environment): string | undefined {
  if (environment.POWERPOST_X_CLIENT_ID !== undefined) return undefined
  return (['POWERPOST_X_CLIENT_SECRET', 'POWERPOST_X_API_URL', 'POWERPOST_X_AUTHORIZE_URL'] as const).find(
    (name) => environment[name] !== undefined,
  )
}
