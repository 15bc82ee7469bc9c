import type { Feature } from '#features/feature.ts'
import type { PlatformsDependencies } from './routes.ts'
import { createPlatformsRoutes } from './routes.ts'
import type { WarnDependencies } from './warn-of-versions.ts'
import { warnOfVersions } from './warn-of-versions.ts'

const DAILY_MS = 24 * 3600_000

/** What each platform accepts, and by which version of its API it is reached. */
export function createPlatforms(parts: PlatformsDependencies & WarnDependencies) {
  const warn = () => warnOfVersions(parts)
  return {
    routes: { platforms: createPlatformsRoutes(parts) },
    sweeps: [{ name: 'looking at the versions of platform APIs', everyMs: DAILY_MS, work: async () => warn() }],
    recover: async () => warn(),
  } satisfies Feature
}
