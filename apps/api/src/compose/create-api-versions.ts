import type { Config } from '#config/index.ts'
import { LINKEDIN_API_VERSION } from '#platforms/linkedin/index.ts'
import { META_API_VERSION } from '#platforms/meta/index.ts'
import type { EndingVersion } from '#metrics/prometheus.ts'
import type { ApiName, ApiVersions } from '#platforms/versions.ts'
import { describeVersion, VERSIONED_APIS } from '#platforms/versions.ts'
import type { Platform } from '@powerpost/contract'

/** The version of each platform API that this server uses: the operator's, or the one that this release was written for. */
export function createApiVersions({ platformApps }: Config): ApiVersions {
  const { instagram, facebook, linkedin } = platformApps
  return {
    meta: instagram?.apiVersion ?? facebook?.apiVersion ?? META_API_VERSION,
    linkedin: linkedin?.apiVersion ?? LINKEDIN_API_VERSION,
  }
}

/** The versions that end, of the platforms that are set up. */
export function listEndingVersions(config: Config, now: Date): EndingVersion[] {
  const versions = createApiVersions(config)
  const apps: Readonly<Partial<Record<Platform, object>>> = config.platformApps
  return (Object.keys(VERSIONED_APIS) as ApiName[]).flatMap((api) => {
    const { version, daysLeft } = describeVersion(api, versions[api], now)
    if (daysLeft === undefined) return []
    return VERSIONED_APIS[api].platforms
      .filter((platform) => apps[platform])
      .map((platform) => ({ platform, version, daysLeft }))
  })
}
