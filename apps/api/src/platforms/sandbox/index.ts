import type { GuardedFetch } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PlatformAdapter } from '../port.ts'
import { readAccountDirectives, readAccountLimits } from './account-directives.ts'
import { SANDBOX_CAPABILITIES } from './capabilities.ts'
import { SANDBOX_CHOICES } from './choices.ts'
import { createSandboxMetrics } from './metrics.ts'
import { createHttpService } from './http.ts'
import { createInProcessService } from './in-process.ts'
import { createSandboxPublisher } from './publisher.ts'

export { createSandboxConnector } from './connector.ts'

interface SandboxOptions {
  readonly clock: Clock
  /** A server that plays the platform. Absent: this process does. */
  readonly server?: { readonly baseUrl: string; readonly fetch: GuardedFetch }
  /** Bytes of a chunk. @default 4 MiB */
  readonly chunkBytes?: number
}

/** The platform that publishes to nothing. */
export function createSandbox({ clock, server, chunkBytes }: SandboxOptions): PlatformAdapter {
  const service = server ? createHttpService(server) : createInProcessService(clock)
  return {
    capabilities: SANDBOX_CAPABILITIES,
    describeAccount: async ({ connection }) => readAccountDirectives(connection.displayName),
    describeLimits: async ({ connection }) => readAccountLimits(connection.displayName),
    choices: SANDBOX_CHOICES,
    metrics: createSandboxMetrics(clock),
    publisher: createSandboxPublisher({ service, clock, ...(chunkBytes !== undefined && { chunkBytes }) }),
  }
}
