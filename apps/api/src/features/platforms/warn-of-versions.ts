import type { PlatformRegistry } from '#platforms/port.ts'
import type { ApiName } from '#platforms/versions.ts'
import { describeVersion, VERSIONED_APIS } from '#platforms/versions.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'

export interface WarnDependencies {
  readonly platforms: Pick<PlatformRegistry, 'find'>
  readonly apiVersions: Readonly<Record<ApiName, string>>
  readonly clock: Clock
  readonly logger: Logger
}

/** Writes a line to the log for each version that ends soon or has ended, of platforms that are set up. */
export function warnOfVersions({ platforms, apiVersions, clock, logger }: WarnDependencies): void {
  for (const api of Object.keys(VERSIONED_APIS) as ApiName[]) {
    const { platforms: reached, setting } = VERSIONED_APIS[api]
    if (!reached.some((platform) => platforms.find(platform))) continue
    const { version, status, endsOn, daysLeft } = describeVersion(api, apiVersions[api], clock.now())
    if (status !== 'ending' && status !== 'ended') continue
    const line = { api, version, ends_on: endsOn, days_left: daysLeft, setting }
    if (status === 'ended') logger.error(line, `a version of a platform API has ended: set ${setting}`)
    else logger.warn(line, `a version of a platform API ends soon: set ${setting}`)
  }
}
