import { listEndingVersions } from '#compose/create-api-versions.ts'
import type { Config } from '#config/index.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { startMetricsServer } from '#http/metrics-server.ts'
import { systemClock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { Metrics } from '#shared/metrics.ts'

export interface StartedMetrics {
  readonly metrics: Metrics
  /** From now on what is read from the database is written too. */
  read(database: DatabaseHandle): void
  stop(): Promise<void>
}

/** Serves metrics where the operator asks for them. Undefined: nothing is counted, and nothing of it is loaded. */
export async function startMetrics(config: Config, logger: Logger): Promise<StartedMetrics | undefined> {
  if (config.metricsPort === undefined) return undefined
  const { createPrometheusMetrics } = await import('#metrics/prometheus.ts')
  const metrics = createPrometheusMetrics()
  let database: DatabaseHandle | undefined
  const server = await startMetricsServer({
    host: config.host,
    port: config.metricsPort,
    contentType: metrics.contentType,
    write: () =>
      metrics.write(database && { db: database.db, clock: systemClock }, listEndingVersions(config, systemClock.now())),
    logger,
  })
  logger.info({ port: server.port }, 'metrics')
  return {
    metrics,
    read(opened) {
      database = opened
    },
    stop: server.stop,
  }
}
