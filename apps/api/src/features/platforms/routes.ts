import type { ApiName } from '#platforms/versions.ts'
import { describeVersion, VERSIONED_APIS } from '#platforms/versions.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import { handlersFor } from '#shared/router.ts'
import type { Platform, PlatformInfo, PlatformVersionList } from '@powerpost/contract'
import { PLATFORM_CHOICES, PLATFORM_NAMES, PLATFORM_OF_POST_TYPE, PLATFORMS, POST_TYPES } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import { describePostType } from './describe-post-type.ts'

export interface PlatformsDependencies {
  readonly platforms: PlatformRegistry
  /** What the operator has to set for a platform. Empty: this version does not publish to it. */
  readonly settingsOf: (platform: Platform) => readonly string[]
  /** The version of each platform API that the server uses. */
  readonly apiVersions: Readonly<Record<ApiName, string>>
  readonly clock: Clock
}

export function createPlatformsRoutes(dependencies: PlatformsDependencies) {
  const { apiVersions, clock } = dependencies
  return handlersFor(contract.platforms, {
    list: async () => ({
      status: 200,
      body: { platforms: PLATFORMS.map((platform) => describePlatform(dependencies, platform)) },
    }),
    get: async ({ params }) => ({ status: 200, body: describePostType(params.post_type) }),
    listVersions: async () => ({ status: 200, body: listVersions(apiVersions, clock.now()) }),
  })
}

function describePlatform({ platforms, settingsOf }: PlatformsDependencies, platform: Platform): PlatformInfo {
  const settings = [...settingsOf(platform)]
  const isReady = platforms.find(platform) !== undefined
  return {
    platform,
    name: PLATFORM_NAMES[platform],
    publishing: isReady ? 'ready' : settings.length > 0 ? 'not_configured' : 'sandbox_only',
    ...(!isReady && settings.length > 0 && { settings }),
    choices: [...PLATFORM_CHOICES[platform]],
    post_types: POST_TYPES.filter((postType) => PLATFORM_OF_POST_TYPE[postType] === platform).map(describePostType),
  }
}

function listVersions(apiVersions: PlatformsDependencies['apiVersions'], now: Date): PlatformVersionList {
  const names = Object.keys(VERSIONED_APIS) as ApiName[]
  return {
    platform_versions: names.map((api) => {
      const { platforms, setting, versions, source, checked } = VERSIONED_APIS[api]
      const { version, status, endsOn } = describeVersion(api, apiVersions[api], now)
      const [newest = version] = sortNewestFirst(Object.keys(versions))
      return { api, platforms: [...platforms], version, setting, status, ends_on: endsOn, newest, source, checked }
    }),
  }
}

/** An object lists keys that are whole numbers in their own order: `202510` before `202608`. */
function sortNewestFirst(versions: readonly string[]): string[] {
  return versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
}
