import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { PlatformAdapter, PlatformRegistry } from '#platforms/port.ts'
import { createPlatformRegistry } from '#platforms/registry.ts'
import { createSandbox } from '#platforms/sandbox/index.ts'
import { createX, X_API_URL, X_AUTHORIZE_URL } from '#platforms/x/index.ts'
import type { Clock } from '#shared/clock.ts'

/** A segment of some megabytes has to get through a slow line; an answer is short. */
const BOUNDS = { timeoutMs: 60_000, idleTimeoutMs: 30_000, maxBytes: 1_000_000, maxRedirects: 0 }

interface PlatformDependencies {
  readonly config: Config
  readonly clock: Clock
}

/** The platforms that this server can publish to: those that the settings name, and the sandbox. */
export function createPlatforms(dependencies: PlatformDependencies): PlatformRegistry {
  return createPlatformRegistry({
    platforms: {
      instagram: undefined,
      tiktok: undefined,
      youtube: undefined,
      x: createXFromConfig(dependencies),
      facebook: undefined,
      linkedin: undefined,
    },
    sandbox: createSandboxFromConfig(dependencies.config),
  })
}

// Addresses that the operator named may stand in a private network; a platform's own may not.

function createXFromConfig({ config, clock }: PlatformDependencies): PlatformAdapter | undefined {
  if (!config.x) return undefined
  const { clientId, clientSecret, apiUrl = X_API_URL, authorizeUrl = X_AUTHORIZE_URL } = config.x
  const fetch = createPlatformFetch(config, config.x.apiUrl !== undefined)
  return createX({ fetch, clock, clientId, clientSecret, apiUrl, authorizeUrl })
}

function createSandboxFromConfig(config: Config): PlatformAdapter {
  if (config.sandboxPlatformUrl === undefined) return createSandbox()
  return createSandbox({ server: { baseUrl: config.sandboxPlatformUrl, fetch: createPlatformFetch(config, true) } })
}

function createPlatformFetch({ publicUrl }: Config, allowPrivate: boolean) {
  const userAgent = publicUrl === undefined ? 'PowerPost' : `PowerPost (+${publicUrl})`
  return createGuardedFetch({ ...BOUNDS, userAgent, allowPrivate })
}
