import type { Config } from '#config/index.ts'
import { readConfig } from '#config/index.ts'
import type { System } from '#compose.ts'
import { compose } from '#compose.ts'
import { localUrl } from '#http/local-url.ts'
import { startHttpServer } from '#http/server.ts'
import { openOperatorChannel } from '#operator/channel-server.ts'
import { systemClock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { createLogger } from '#shared/logger.ts'
import { startSystemTimer } from '#shared/timer.ts'
import { describeStart } from './describe-start.ts'
import { explainStartFailure } from './explain-failure.ts'
import { prepareDataDirectory } from './prepare-data-directory.ts'
import { reportPhases } from './report-phases.ts'
import { startMetrics } from './start-metrics.ts'
import { shutDownOn } from './shut-down.ts'
import { stopWithRunner } from './stop-with-runner.ts'

/** config -> compose -> listen and/or work -> shut down */
async function main(): Promise<void> {
  const startedAt = performance.now()
  const write = (text: string) => process.stdout.write(text)
  const phases = reportPhases({ write, startTimer: startSystemTimer, elapsedMs: startedAt })
  const config = readConfig()
  const logger = createLogger({ level: config.logLevel, pretty: process.stderr.isTTY === true })
  // Listening comes first: a port that is taken must end the start before the first account is made, and its key lost.
  const server = config.role === 'worker' ? undefined : await startHttpServer(config)
  const metrics = await startMetrics(config, logger)
  await prepareDataDirectory(config.dataDirectory)
  const publicUrl = config.publicUrl ?? server?.localUrl ?? localUrl(config)
  const system = await compose({
    config,
    logger,
    metrics: metrics?.metrics,
    publicUrl: () => publicUrl,
    onDatabaseCrash: dieOf(logger),
    onPhase: phases.enter,
  })
  metrics?.read(system.database)
  const channel = await openChannel(config, system, logger)
  shutDownOn({ signals: ['SIGTERM', 'SIGINT'], server, system, channel, metrics, logger })
  stopWithRunner(() => process.kill(process.pid, 'SIGTERM'))
  if (config.role !== 'api') {
    phases.enter('taking up unfinished work')
    await system.work()
  }
  const account = await system.ensureFirstAccount()
  phases.end()
  write(describeStart({ config, system, account, publicUrl }))
  await system.confirmFirstKeyShown(account)
  server?.serve(system.app)
  logStart(logger, config, system, startedAt)
}

/** With PostgreSQL the operator's commands reach the database themselves. A file system without sockets is no reason to stop. */
async function openChannel({ dataDirectory }: Config, { database }: System, logger: Logger) {
  if (database.kind === 'postgres') return undefined
  try {
    return await openOperatorChannel({ database, dataDirectory, clock: systemClock, logger })
  } catch (err) {
    logger.warn({ err }, "the operator's commands cannot reach this server while it runs")
    return undefined
  }
}

function logStart(logger: Logger, config: Config, system: System, startedAt: number): void {
  const { model, database } = system
  if (model.builtIn) {
    logger.info('no text model is configured: the built-in, rule-based one writes the captions')
  }
  const start_ms = Math.round(performance.now() - startedAt)
  logger.info({ role: config.role, database: database.kind, model: model.name, start_ms }, 'started')
}

function dieOf(logger: Logger) {
  return (error: Error) => {
    logger.fatal({ err: error }, 'the embedded database ended by itself; start the server again')
    process.exit(1)
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`\n${explainStartFailure(error)}\n`)
  process.exit(1)
}
