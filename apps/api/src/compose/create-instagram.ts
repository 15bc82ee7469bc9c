import type { Config } from '#config/index.ts'
import { createInstagram, INSTAGRAM_AUTHORIZE_URL, INSTAGRAM_TOKEN_URL } from '#platforms/instagram/index.ts'
import type { PlatformAdapter } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { createMetaHosts } from './meta-hosts.ts'

interface InstagramDependencies {
  readonly config: Config
  readonly clock: Clock
  readonly logger: Logger
}

/** Instagram, where the operator has an app for its own sign-in, or for that of Facebook, which reaches accounts behind pages. */
export function createInstagramFromConfig(
  dependencies: InstagramDependencies,
): PlatformAdapter<'instagram'> | undefined {
  const { instagram: app } = dependencies.config.platformApps
  const { instagram: host, facebook: pages } = createMetaHosts(dependencies)
  if (!host && !pages) return undefined
  return createInstagram({
    clock: dependencies.clock,
    ...(app &&
      host && {
        login: {
          host,
          clientId: app.clientId,
          clientSecret: app.clientSecret ?? '',
          authorizeUrl: app.authorizeUrl ?? INSTAGRAM_AUTHORIZE_URL,
          tokenUrl: app.tokenUrl ?? INSTAGRAM_TOKEN_URL,
        },
      }),
    ...(pages && { pages }),
  })
}
