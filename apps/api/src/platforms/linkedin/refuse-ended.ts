import type { Clock } from '#shared/clock.ts'
import { describeVersion, versionEnded } from '../versions.ts'

/**
 * Refuses a request with a version that has ended, before it is sent: LinkedIn would answer 426.
 *
 * @throws ApiVersionEndedError
 */
export function refuseEnded(version: string, clock: Clock): void {
  const now = clock.now()
  if (describeVersion('linkedin', version, now).status === 'ended') throw versionEnded('linkedin', version, now)
}
