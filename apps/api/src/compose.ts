import type { DatabaseHandle } from '#db/handle.ts'
import { isDatabaseUnreachable } from '#db/is-database-unreachable.ts'
import type { FirstAccount } from '#features/account/index.ts'
import { confirmFirstKeyShown, createAccessStore, ensureFirstAccount } from '#features/account/index.ts'
import { createRefusalRecorder } from '#features/audit/index.ts'
import type { Jobs } from '#features/jobs.ts'
import { JOBS, RETIRED_JOBS } from '#features/jobs.ts'
import { createApp } from '#http/app.ts'
import type { JobQueue } from '#jobs/queue.ts'
import { startJobQueue } from '#jobs/queue.ts'
import { createWaker } from '#jobs/waker.ts'
import type { TextModel } from '#models/port.ts'
import { createAddressLimiter, FAILURES_PER_MINUTE, KEYLESS_PER_MINUTE } from '#rate-limits/index.ts'
import { unavailable } from '#shared/app-error.ts'
import { withTimeout } from '#shared/with-timeout.ts'
import type { Express } from 'express'
import { sql } from 'kysely'
import { createDocuments } from './compose/create-documents.ts'
import type { ComposeOptions } from './compose/compose-options.ts'
import { createFeatures } from './compose/create-features.ts'
import { createAccountRateLimiter, createRateLimiter } from './compose/create-rate-limiter.ts'
import { drain, jobsOf, recover, routesOf, startSweeps, loopsOf } from './compose/fold-features.ts'
import { migrateDatabase, openDatabase } from './compose/open-database.ts'
import type { Parts } from './compose/parts.ts'
import { createParts } from './compose/parts.ts'

/** A database that takes longer is as good as away. */
const READINESS_TIMEOUT_MS = 2_000

/** Everything a process is made of, put together and not yet serving or working. */
export interface System {
  readonly app: Express
  readonly database: DatabaseHandle
  readonly model: TextModel
  /** Starts to take jobs. */
  work(): Promise<void>
  /** Finds or creates the first account. Call this last: once a key is created, it must be printed. */
  ensureFirstAccount(): Promise<FirstAccount>
  /** The first key was shown: no later start makes another. */
  confirmFirstKeyShown(account: FirstAccount): Promise<void>
  /** Says from now on that it is not ready, and ends all streams: nobody is to send more. */
  drain(): void
  /** Stops working, gives running jobs `graceMs` to end, and closes the database. */
  stop(graceMs: number): Promise<void>
}

/** Puts the server together: what stands behind the ports, the features on it, and HTTP in front of them. */
export async function compose(options: ComposeOptions): Promise<System> {
  const { config, logger, onPhase = () => {} } = options
  onPhase('opening the database')
  const database = await openDatabase(options)
  try {
    onPhase('migrating the database')
    await migrateDatabase(options, database)
    onPhase('starting the job queue')
    const isDirect = config.databaseUrl !== undefined && config.directDatabaseUrl === undefined
    const queue = await startJobQueue({
      jobs: JOBS,
      retired: RETIRED_JOBS,
      database,
      logger,
      metrics: options.metrics,
      ...(isDirect && { connectionString: config.databaseUrl }),
    })
    onPhase('putting the server together')
    const waker = createWaker(database, logger)
    const parts = await createParts(options, { database, queue, waker })
    return createSystem({ options, parts, database, queue })
  } catch (error) {
    await database.close()
    throw error
  }
}

interface SystemParts {
  readonly options: ComposeOptions
  readonly parts: Parts
  readonly database: DatabaseHandle
  readonly queue: JobQueue<Jobs>
}

function createSystem({ options, parts, database, queue }: SystemParts): System {
  const { config, logger, publicUrl } = options
  const { failuresPerMinute = FAILURES_PER_MINUTE, keylessPerMinute = KEYLESS_PER_MINUTE } = options
  const { db, clock, model, metrics } = parts
  const features = createFeatures(parts)
  const loops = loopsOf(features)
  const stopSweeping = startSweeps(features, logger)
  let draining = false
  const app = createApp({
    routes: routesOf(features),
    accessStore: createAccessStore({ db, clock, logger }),
    rateLimiter: createRateLimiter(config, database),
    accountRateLimiter: createAccountRateLimiter(config, database),
    failureLimiter: createAddressLimiter(failuresPerMinute),
    keylessLimiter: createAddressLimiter(keylessPerMinute),
    recordRefusal: createRefusalRecorder({ db, clock, logger }),
    clock,
    logger,
    metrics,
    publicUrl,
    corsOrigins: config.corsOrigins,
    ...createDocuments(publicUrl),
    async checkReadiness() {
      if (draining) throw unavailable('The server is stopping.')
      await withTimeout(Promise.all([sql`select 1`.execute(db), queue.check()]), READINESS_TIMEOUT_MS)
    },
    isDatabaseUnreachable,
  })
  return {
    app,
    database,
    model,
    async work() {
      await recover(features)
      await queue.work(jobsOf(features))
      await parts.waker.start()
      for (const loop of loops) loop.start()
    },
    ensureFirstAccount: () =>
      ensureFirstAccount({
        db,
        clock,
        initialCredits: config.initialCredits,
        apiKey: config.bootstrapApiKey,
        workspaceId: config.bootstrapWorkspaceId,
      }),
    confirmFirstKeyShown: ({ accountId }) => confirmFirstKeyShown(db, accountId),
    drain() {
      draining = true
      drain(features)
    },
    async stop(graceMs) {
      stopSweeping()
      drain(features)
      await Promise.all([queue.stop(graceMs), ...loops.map((loop) => loop.stop(graceMs))])
      parts.localModels.close()
      await parts.waker.stop()
      await database.close()
    },
  }
}
