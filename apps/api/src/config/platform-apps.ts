import type { Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { z } from 'zod'

/** What an operator can set about their app at a platform, as the end of a variable's name. */
type AppCredential = 'CLIENT_ID' | 'CLIENT_SECRET' | 'CONFIG_ID' | 'SCOPES'
/** Where the platform is, for tests: bases without a version, and whole addresses. */
type AppAddress = 'API_URL' | 'UPLOAD_URL' | 'AUTHORIZE_URL' | 'TOKEN_URL'
/** How much of a platform's quotas their app has, where that depends on the app. */
type AppCount = 'DAILY_UPLOADS' | 'DAILY_UNITS' | 'ACCOUNT_DAILY_UPLOADS'
type AppPart = AppCredential | AppAddress | AppCount | 'API_VERSION'

interface AppSettings {
  /** Without these, the platform is not set up. */
  readonly needs: readonly AppCredential[]
  readonly optional: readonly AppCredential[]
  readonly addresses: readonly AppAddress[]
  readonly counts?: readonly AppCount[]
  /** What a version of its API looks like, for a platform whose version is a setting. */
  readonly version?: { readonly pattern: RegExp; readonly example: string }
  /** What the list of permissions looks like, for a platform where it depends on the app. */
  readonly scopes?: { readonly pattern: RegExp; readonly example: string }
  /** Whether its addresses have to use https, or plain HTTP on this machine where private addresses are allowed. */
  readonly secureAddresses?: boolean
  /** Settings that several platforms of one owner have in common, by the owner's name: `POWERPOST_META_UPLOAD_URL`. */
  readonly shared?: { readonly owner: 'META'; readonly parts: readonly AppPart[] }
}

export type AppTable = Readonly<Partial<Record<Platform, AppSettings>>>

/** What the platforms of Meta have in common. */
const META = { owner: 'META', parts: ['UPLOAD_URL', 'API_VERSION'] } as const
const META_VERSION = { pattern: /^v\d+\.\d+$/, example: 'v26.0' } as const

/** The platforms that this version connects accounts of. From an entry of this table follow variables, hints and contradictions. */
export const PLATFORM_APPS = {
  // Without a secret, an app at X is a public client.
  x: { needs: ['CLIENT_ID'], optional: ['CLIENT_SECRET'], addresses: ['API_URL', 'AUTHORIZE_URL'] },
  instagram: {
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    optional: [],
    addresses: ['API_URL', 'AUTHORIZE_URL', 'TOKEN_URL', 'UPLOAD_URL'],
    version: META_VERSION,
    shared: META,
    secureAddresses: true,
  },
  tiktok: {
    // TikTok calls the id of an app its client key.
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    // TikTok refuses to sign in for a permission that the app does not have.
    optional: ['SCOPES'],
    addresses: ['API_URL', 'AUTHORIZE_URL', 'TOKEN_URL', 'UPLOAD_URL'],
    scopes: {
      pattern: /^(?=.*\buser\.info\.basic\b)(?=.*\bvideo\.(?:publish|upload)\b)[a-z.]+(?:[ ,]+[a-z.]+)*$/,
      example: 'user.info.basic video.publish video.upload video.list',
    },
    secureAddresses: true,
  },
  facebook: {
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    // Of a configuration of Facebook Login for Business: it stands in place of a list of permissions.
    optional: ['CONFIG_ID'],
    addresses: ['API_URL', 'AUTHORIZE_URL', 'UPLOAD_URL'],
    version: META_VERSION,
    shared: META,
    secureAddresses: true,
  },
  linkedin: {
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    // Which permissions an app may ask for depends on its products.
    optional: ['SCOPES'],
    addresses: ['API_URL', 'AUTHORIZE_URL', 'TOKEN_URL'],
    scopes: {
      pattern:
        /^(?=.*\b(?:openid|r_basicprofile)\b)(?=.*\bw_(?:member|organization)_social\b)[a-zA-Z_]+(?:[ ,]+[a-zA-Z_]+)*$/,
      example: 'openid profile w_member_social',
    },
    version: { pattern: /^20\d\d(?:0[1-9]|1[0-2])$/, example: '202607' },
    secureAddresses: true,
  },
  youtube: {
    needs: ['CLIENT_ID', 'CLIENT_SECRET'],
    optional: [],
    addresses: ['API_URL', 'UPLOAD_URL', 'AUTHORIZE_URL', 'TOKEN_URL'],
    // Google grants more to who asks.
    counts: ['DAILY_UPLOADS', 'DAILY_UNITS', 'ACCOUNT_DAILY_UPLOADS'],
    secureAddresses: true,
  },
} as const satisfies AppTable

type Apps = typeof PLATFORM_APPS

export type AppPlatform = keyof Apps

type PartsOf<App> =
  | (App extends { needs: readonly (infer Part extends string)[] } ? Part : never)
  | (App extends { optional: readonly (infer Part extends string)[] } ? Part : never)
  | (App extends { addresses: readonly (infer Part extends string)[] } ? Part : never)
  | (App extends { counts: readonly (infer Part extends string)[] } ? Part : never)
  | (App extends { version: object } ? 'API_VERSION' : never)

type SharedOf<App> = App extends {
  shared: { owner: infer Owner extends string; parts: readonly (infer Part extends string)[] }
}
  ? { readonly owner: Owner; readonly part: Part }
  : { readonly owner: never; readonly part: never }

type VariablesOf<Name extends AppPlatform> =
  | `POWERPOST_${Uppercase<Name>}_${Exclude<PartsOf<Apps[Name]>, SharedOf<Apps[Name]>['part']>}`
  | `POWERPOST_${SharedOf<Apps[Name]>['owner']}_${SharedOf<Apps[Name]>['part']}`

export type PlatformVariable = { [Name in AppPlatform]: VariablesOf<Name> }[AppPlatform]

/** A setting of an app. */
export interface AppVariable {
  readonly name: string
  readonly platform: Platform
  readonly part: AppPart
  readonly isNeeded: boolean
  /** It has the owner's name, and is not of this platform alone. */
  readonly isShared: boolean
}

/** Every setting of every app of a table. One that platforms have in common is there for each of them. */
export function listVariables(table: AppTable): AppVariable[] {
  return Object.entries(table).flatMap(([platform, app]) => {
    const { needs, optional, addresses, counts = [], version, shared } = app
    const versions = version ? (['API_VERSION'] as const) : []
    const parts: AppPart[] = [...needs, ...optional, ...addresses, ...counts, ...versions]
    return parts.map((part) => {
      const isShared = shared?.parts.includes(part) ?? false
      const prefix = isShared && shared ? shared.owner : platform.toUpperCase()
      const isNeeded = needs.some((need) => need === part)
      return { name: `POWERPOST_${prefix}_${part}`, platform: platform as Platform, part, isNeeded, isShared }
    })
  })
}

const COUNT = { pattern: /^[1-9]\d{0,8}$/, example: '1000' } as const

/** How a setting is written, where not any text will do. */
function formatOf(table: AppTable, { platform, part }: Pick<AppVariable, 'platform' | 'part'>) {
  const app = table[platform]
  if (part.includes('DAILY_')) return COUNT
  return part === 'API_VERSION' ? app?.version : part === 'SCOPES' ? app?.scopes : undefined
}

/** What each setting must look like. */
export function toVariableSchemas(table: AppTable): Record<string, z.ZodOptional<z.ZodType<string>>> {
  const schemas = listVariables(table).map(({ name, platform, part }) => {
    if (part.endsWith('_URL')) return [name, z.url({ protocol: /^https?$/ }).optional()] as const
    const written = formatOf(table, { platform, part })
    return [name, (written ? z.string().regex(written.pattern) : z.string()).optional()] as const
  })
  return Object.fromEntries(schemas)
}

/** What to do about a setting that is not as it must be. */
export function toVariableHints(table: AppTable): Record<string, string> {
  const hints = listVariables(table).flatMap(({ name, platform, part }): (readonly [string, string])[] => {
    const itself = `or unset it to use ${PLATFORM_NAMES[platform]} itself`
    if (part.endsWith('_URL')) return [[name, `give the address, ${itself}`]]
    const written = formatOf(table, { platform, part })
    const what = part === 'API_VERSION' ? 'a version' : part === 'SCOPES' ? 'permissions' : 'a whole number'
    return written ? [[name, `give ${what} as ${written.example}, or unset it`]] : []
  })
  return Object.fromEntries(hints)
}

/** For the schema of the environment. */
export const platformVariables = toVariableSchemas(PLATFORM_APPS) as Readonly<
  Record<PlatformVariable, z.ZodOptional<z.ZodType<string>>>
>

export const PLATFORM_HINTS: Readonly<Partial<Record<PlatformVariable, string>>> = toVariableHints(PLATFORM_APPS)

/** What the operator has to set for a platform; empty for one that this version does not speak to. */
export function settingsOf(platform: Platform): readonly string[] {
  return listVariables(PLATFORM_APPS)
    .filter((variable) => variable.platform === platform && variable.part.startsWith('CLIENT_'))
    .map(({ name }) => name)
}
