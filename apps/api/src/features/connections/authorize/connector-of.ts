import type { Connector, PlatformRegistry } from '#platforms/port.ts'
import { AppError } from '#shared/app-error.ts'
import type { Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'

export interface ConnectorDependencies {
  readonly platforms: Pick<PlatformRegistry, 'find' | 'sandboxConnector'>
  /** What the operator has to set for a platform; empty: this version does not speak to it. */
  readonly settingsOf: (platform: Platform) => readonly string[]
}

interface SignIn {
  readonly platform: Platform
  readonly sandbox: boolean
}

/** What leads a sign-in. PLATFORM_NOT_CONFIGURED where the server has no app at the platform. */
export function connectorOf(
  { platforms, settingsOf }: ConnectorDependencies,
  { platform, sandbox }: SignIn,
): Connector {
  const connector = sandbox ? platforms.sandboxConnector(platform) : platforms.find(platform)?.connector
  if (connector) return connector
  const settings = settingsOf(platform)
  const why =
    settings.length === 0
      ? 'this version does not publish there yet'
      : `its operator has to set ${settings.join(' and ')}, see docs/connecting-${platform}.md`
  throw new AppError(
    'PLATFORM_NOT_CONFIGURED',
    `This server cannot connect accounts of ${PLATFORM_NAMES[platform]}: ${why}.`,
  )
}
