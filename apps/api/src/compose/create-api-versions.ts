import type { Config } from '#config/index.ts'
import { LINKEDIN_API_VERSION } from '#platforms/linkedin/index.ts'
import { META_API_VERSION } from '#platforms/meta/index.ts'
import type { ApiName } from '#platforms/versions.ts'

/** The version of each platform API that this server uses: the operator's, or the one that this release was written for. */
export function createApiVersions({ platformApps }: Config): Readonly<Record<ApiName, string>> {
  const { instagram, facebook, linkedin } = platformApps
  return {
    meta: instagram?.apiVersion ?? facebook?.apiVersion ?? META_API_VERSION,
    linkedin: linkedin?.apiVersion ?? LINKEDIN_API_VERSION,
  }
}
