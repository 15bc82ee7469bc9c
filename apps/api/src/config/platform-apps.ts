import type { Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { z } from 'zod'

/** What an operator can set about their app at a platform, as the end of a variable's name. */
type AppPart = 'CLIENT_ID' | 'CLIENT_SECRET'
type AppAddress = 'API_URL' | 'AUTHORIZE_URL'

interface AppSettings {
  /** Without these, the platform is not set up. */
  readonly needs: readonly AppPart[]
  readonly optional: readonly AppPart[]
  /** Where the platform is, for tests. */
  readonly addresses: readonly AppAddress[]
}

/** The platforms that this version connects accounts of. From a line of this table follow variables, hints and contradictions. */
export const PLATFORM_APPS = {
  // Without a secret, an app at X is a public client.
  x: { needs: ['CLIENT_ID'], optional: ['CLIENT_SECRET'], addresses: ['API_URL', 'AUTHORIZE_URL'] },
} as const satisfies Partial<Record<Platform, AppSettings>>

type Apps = typeof PLATFORM_APPS

export type AppPlatform = keyof Apps

type PartsOf<Name extends AppPlatform> = Apps[Name]['needs' | 'optional' | 'addresses'][number]

type VariablesOf<Name extends AppPlatform> = `POWERPOST_${Uppercase<Name>}_${PartsOf<Name>}`

export type PlatformVariable = { [Name in AppPlatform]: VariablesOf<Name> }[AppPlatform]

export const APP_PLATFORMS = Object.keys(PLATFORM_APPS) as AppPlatform[]

export function variableOf(platform: AppPlatform, part: AppPart | AppAddress): PlatformVariable {
  return `POWERPOST_${platform.toUpperCase()}_${part}` as PlatformVariable
}

/** Every variable about an app, with what it holds. */
const variables = APP_PLATFORMS.flatMap((platform) => {
  const { needs, optional, addresses }: AppSettings = PLATFORM_APPS[platform]
  return [
    ...[...needs, ...optional].map((part) => ({ name: variableOf(platform, part), platform, address: false })),
    ...addresses.map((part) => ({ name: variableOf(platform, part), platform, address: true })),
  ]
})

const text = z.string().optional()
const address = z.url({ protocol: /^https?$/ }).optional()

/** For the schema of the environment. */
export const platformVariables = Object.fromEntries(
  variables.map((variable) => [variable.name, variable.address ? address : text]),
) as Readonly<Record<PlatformVariable, typeof text>>

export const PLATFORM_HINTS: Readonly<Partial<Record<PlatformVariable, string>>> = Object.fromEntries(
  variables
    .filter((variable) => variable.address)
    .map(({ name, platform }) => [name, `give the address, or unset it to use ${PLATFORM_NAMES[platform]} itself`]),
)

/** What the operator has to set for a platform; undefined for one that this version does not speak to. */
export function settingsOf(platform: Platform): string | undefined {
  const app = APP_PLATFORMS.find((name) => name === platform)
  if (app === undefined) return undefined
  const { needs, optional }: AppSettings = PLATFORM_APPS[app]
  return [...needs, ...optional].map((part) => variableOf(app, part)).join(' and ')
}
