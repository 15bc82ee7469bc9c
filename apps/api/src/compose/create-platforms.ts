import type { Config } from '#config/index.ts'
import type { Db } from '#db/types.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { PlatformAdapter, PlatformRegistry } from '#platforms/port.ts'
import { createFacebook, FACEBOOK_AUTHORIZE_URL } from '#platforms/facebook/index.ts'
import { createPlatformRegistry } from '#platforms/registry.ts'
import { createSandbox, createSandboxConnector } from '#platforms/sandbox/index.ts'
import { createX, X_API_URL, X_AUTHORIZE_URL } from '#platforms/x/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { createInstagramFromConfig } from './create-instagram.ts'
import { createTikTokFromConfig } from './create-tiktok.ts'
import { createLinkedInFromConfig } from './create-linkedin.ts'
import { createMetaHosts } from './meta-hosts.ts'
import { userAgentOf } from './user-agent.ts'
import { createYouTubeFromConfig } from './create-youtube.ts'

/** A segment of 4 MiB has to get through a slow line; an answer is short. */
const BOUNDS = { timeoutMs: 60_000, idleTimeoutMs: 30_000, maxBytes: 1_000_000, maxRedirects: 0 }

interface PlatformDependencies {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

const SANDBOX_BOUNDS = { timeoutMs: 30_000, maxBytes: 1_000_000, maxRedirects: 0 }

/** The platforms that the settings name, and the sandbox. */
export function createPlatforms(dependencies: PlatformDependencies): PlatformRegistry {
  return createPlatformRegistry({
    platforms: {
      instagram: createInstagramFromConfig(dependencies),
      tiktok: createTikTokFromConfig(dependencies),
      youtube: createYouTubeFromConfig(dependencies),
      x: createXFromConfig(dependencies),
      facebook: createFacebookFromConfig(dependencies),
      linkedin: createLinkedInFromConfig(dependencies),
    },
    sandbox: createSandboxFromConfig(dependencies),
    sandboxConnector: createSandboxConnector,
  })
}

/** This process plays the sandbox, unless the operator names a server that does: it may stand in a private network. */
function createSandboxFromConfig({ config, clock }: PlatformDependencies): PlatformAdapter {
  const { sandboxPlatformUrl: baseUrl } = config
  if (baseUrl === undefined) return createSandbox({ clock })
  const fetch = createGuardedFetch({ ...SANDBOX_BOUNDS, userAgent: userAgentOf(config), allowPrivate: true })
  return createSandbox({ clock, server: { baseUrl, fetch } })
}

function createXFromConfig({ config, clock }: PlatformDependencies): PlatformAdapter<'x'> | undefined {
  const { x } = config.platformApps
  if (!x) return undefined
  // An address of the operator's own may stand in a private network; X's may not.
  const fetch = createGuardedFetch({ ...BOUNDS, userAgent: userAgentOf(config), allowPrivate: x.apiUrl !== undefined })
  const { clientId, clientSecret, apiUrl = X_API_URL, authorizeUrl = X_AUTHORIZE_URL } = x
  return createX({ fetch, clock, clientId, clientSecret, apiUrl, authorizeUrl })
}

function createFacebookFromConfig(dependencies: PlatformDependencies): PlatformAdapter<'facebook'> | undefined {
  const { facebook } = dependencies.config.platformApps
  const { facebook: host } = createMetaHosts(dependencies)
  if (!facebook || !host) return undefined
  const { clientId, clientSecret = '', configId, authorizeUrl = FACEBOOK_AUTHORIZE_URL } = facebook
  return createFacebook({ host, clock: dependencies.clock, clientId, clientSecret, configId, authorizeUrl })
}
