import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import { createPlatformRegistry } from '#platforms/registry.ts'
import { createSandbox } from '#platforms/sandbox/index.ts'

const SANDBOX_BOUNDS = { timeoutMs: 30_000, maxBytes: 1_000_000, maxRedirects: 0, userAgent: 'PowerPost' }

/** The platforms that this server can publish to. */
export function createPlatforms({ sandboxPlatformUrl }: Config): PlatformRegistry {
  return createPlatformRegistry({
    platforms: {
      instagram: undefined,
      tiktok: undefined,
      youtube: undefined,
      x: undefined,
      facebook: undefined,
      linkedin: undefined,
    },
    sandbox: createSandbox(
      sandboxPlatformUrl === undefined
        ? {}
        : // The operator named it, so it may stand in a private network.
          {
            server: {
              baseUrl: sandboxPlatformUrl,
              fetch: createGuardedFetch({ ...SANDBOX_BOUNDS, allowPrivate: true }),
            },
          },
    ),
  })
}
