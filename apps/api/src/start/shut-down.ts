import type { Logger } from '#shared/logger.ts'
import type { OperatorChannel } from '#operator/channel-server.ts'
import type { System } from '#compose.ts'
import type { HttpServer } from '#http/server.ts'
import type { StartedMetrics } from './start-metrics.ts'

interface ShutDownOptions {
  readonly signals: readonly NodeJS.Signals[]
  readonly server: HttpServer | undefined
  readonly system: System
  readonly channel: OperatorChannel | undefined
  readonly metrics: StartedMetrics | undefined
  readonly logger: Logger
}

// Together below the ten seconds after which supervisors kill.
const REQUESTS_GRACE_MS = 6_000
const JOBS_GRACE_MS = 2_500
const DEADLINE_MS = 9_500

/** On a signal: no new requests, the running ones answered, running jobs ended or given back, the database closed. */
export function shutDownOn({ signals, server, system, channel, metrics, logger }: ShutDownOptions): void {
  let stopping = false
  const shutDown = async (signal: NodeJS.Signals) => {
    // A second signal means: do not wait.
    if (stopping) process.exit(1)
    stopping = true
    logger.info({ signal }, 'stopping')
    // A database that hangs must not keep the process: what was acknowledged is safe, and unfinished jobs are taken up.
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
    system.drain()
    try {
      await server?.stop(REQUESTS_GRACE_MS)
      await channel?.close()
      await metrics?.stop()
      await system.stop(JOBS_GRACE_MS)
      logger.info('stopped')
      process.exit(0)
    } catch (error) {
      logger.error({ err: error }, 'stopping failed')
      process.exit(1)
    }
  }
  for (const signal of signals) process.on(signal, (name) => void shutDown(name))
}
