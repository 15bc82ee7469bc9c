import { join } from 'node:path'
import type { Config } from '#config/index.ts'
import { openEmbedded } from '#db/embedded/open.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { isDatabaseAway } from '#db/is-database-away.ts'
import { migrate } from '#db/migrate.ts'
import { openPostgres } from '#db/postgres/open.ts'
import {
  confirmFirstKeyShown,
  createAccessStore,
  createAccountRoutes,
  ensureFirstAccount,
} from '#features/account/index.ts'
import type { FirstAccount } from '#features/account/index.ts'
import {
  createContentRoutes,
  giveUpGeneration,
  giveUpRegeneration,
  runGeneration,
  runRegeneration,
} from '#features/content/index.ts'
import type { LookOptions } from '#features/media/index.ts'
import {
  createMediaRoutes,
  findFfmpeg,
  inspectFile,
  lookAtMedium,
  openVideo,
  startSweepingUploads,
} from '#features/media/index.ts'
import { createAnswerOnce } from '#features/idempotency/index.ts'
import { createApiKeyRoutes } from '#features/api-keys/index.ts'
import { createWorkspaceRoutes, purgeWorkspace } from '#features/workspaces/index.ts'
import { createWritingStyleRoutes } from '#features/writing-styles/index.ts'
import { createApp } from '#http/app.ts'
import type { JobHandlers } from '#jobs/worker.ts'
import type { JobQueue } from '#jobs/queue.ts'
import { startJobQueue } from '#jobs/queue.ts'
import { createTextModelFromSettings } from '#models/ai-sdk/index.ts'
import { createBuiltInTextModel } from '#models/built-in/index.ts'
import type { TextModel } from '#models/port.ts'
import { checkUrlLiteral } from '#outbound/index.ts'
import type { Statement } from '#rate-limits/index.ts'
import { createFailureLimiter, createMemoryRateLimiter, createSharedRateLimiter } from '#rate-limits/index.ts'
import { unavailable } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { RateLimiter } from '#shared/rate-limiter.ts'
import { withTimeout } from '#shared/with-timeout.ts'
import { createDiskStorage } from '#storage/disk/disk-storage.ts'
import { PRICES } from '@powerpost/contract'
import { createOpenApiDocument } from '@powerpost/openapi'
import type { Express } from 'express'
import { createResearcher } from './create-researcher.ts'
import { sql } from 'kysely'

/** A database that takes longer is as good as away. */
const READINESS_TIMEOUT_MS = 2_000

/** Everything a process is made of, put together and not yet serving or working. */
export interface System {
  readonly app: Express
  readonly database: DatabaseHandle
  readonly model: TextModel
  /** Starts to take jobs. */
  work(): Promise<void>
  /** Finds or makes the first account. Comes last before a person is told: a key that was made must be shown. */
  ensureFirstAccount(): Promise<FirstAccount>
  /** The first key was shown: no later start makes another. */
  confirmFirstKeyShown(account: FirstAccount): Promise<void>
  /** Says from now on that it is not ready: nobody is to send more. */
  drain(): void
  /** Stops working, gives running jobs `graceMs` to end, and closes the database. */
  stop(graceMs: number): Promise<void>
}

interface ComposeOptions {
  readonly config: Config
  readonly logger: Logger
  /** The server's own address. */
  readonly publicUrl: () => string
  /** The database ended by itself: the process cannot go on. */
  readonly onDatabaseCrash: (error: Error) => void
  readonly clock?: Clock
  readonly model?: TextModel
  /** Keys that an address may get wrong in a minute. @default FAILURES_PER_MINUTE */
  readonly failuresPerMinute?: number
}

/** The only place that picks what stands behind the ports. */
export async function compose(options: ComposeOptions): Promise<System> {
  const { config, logger } = options
  const clock = options.clock ?? systemClock
  const model = options.model ?? createTextModel(options)
  const database = await openDatabase(options)
  try {
    await migrateDatabase(options, database)
    const queue = await startJobQueue({
      database,
      logger,
      ...(config.databaseUrl !== undefined && { connectionString: config.databaseUrl }),
    })
    const ffmpeg = await findFfmpeg(config.programPath)
    return createSystem({ ...options, clock, model, database, queue, ffmpeg })
  } catch (error) {
    await database.close()
    throw error
  }
}

interface SystemParts extends ComposeOptions {
  readonly clock: Clock
  readonly model: TextModel
  readonly database: DatabaseHandle
  readonly queue: JobQueue
  readonly ffmpeg: string | undefined
}

function createSystem(parts: SystemParts): System {
  const { config, logger, clock, model, database, queue, ffmpeg, publicUrl } = parts
  const { db } = database
  const urlPolicy = { allowPrivate: config.allowPrivateUrls }
  const checkSourceUrl = (value: string) => checkUrlLiteral(value, urlPolicy).href
  const storage = createDiskStorage({ root: join(config.dataDirectory, 'media') })
  const stopSweeping = startSweepingUploads({ db, storage, clock, logger })
  let draining = false
  const answerOnce = createAnswerOnce({ db, clock })
  const app = createApp({
    routes: {
      content: createContentRoutes({ db, queue, clock, answerOnce, prices: PRICES.generation, checkSourceUrl }),
      media: createMediaRoutes({ db, storage, clock, logger, answerOnce, inspect: inspectFile }),
      account: {
        ...createAccountRoutes({ db }),
        workspaces: createWorkspaceRoutes({ db, queue, clock, answerOnce }),
        apiKeys: createApiKeyRoutes({ db, clock, answerOnce }),
      },
      writingStyles: createWritingStyleRoutes({ db, clock, answerOnce }),
    },
    accessStore: createAccessStore({ db, clock, logger }),
    rateLimiter: createRateLimiter(config, database),
    failureLimiter: createFailureLimiter(parts.failuresPerMinute),
    clock,
    logger,
    publicUrl,
    corsOrigins: config.corsOrigins,
    document: createOpenApiDocument(),
    async checkReadiness() {
      if (draining) throw unavailable('The server is stopping.')
      await withTimeout(Promise.all([sql`select 1`.execute(db), queue.check()]), READINESS_TIMEOUT_MS)
    },
    isDatabaseAway,
  })
  const researcher = createResearcher(config)
  const writing = {
    db,
    clock,
    model,
    logger,
    researcher,
    look: (options: LookOptions) => lookAtMedium({ db, storage, logger, ffmpeg }, options),
    openVideo: (options: Omit<LookOptions, 'signal'>) => openVideo({ db, storage }, options),
  }
  const handlers: JobHandlers = {
    'run-generation': (attempt) => runGeneration(writing, attempt),
    'fail-generation': (attempt) => giveUpGeneration({ db, clock }, attempt),
    'run-regeneration': (attempt) => runRegeneration(writing, attempt),
    'fail-regeneration': (attempt) => giveUpRegeneration({ db, clock }, attempt),
    'purge-workspace': (attempt) => purgeWorkspace({ db, storage, clock }, attempt),
  }
  return {
    app,
    database,
    model,
    work: () => queue.work(handlers),
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
    },
    async stop(graceMs) {
      stopSweeping()
      await queue.stop(graceMs)
      await database.close()
    },
  }
}

/** Several processes can share a PostgreSQL, and then count together. */
function createRateLimiter({ rateLimits }: Config, database: DatabaseHandle): RateLimiter {
  if (database.kind === 'embedded') return createMemoryRateLimiter(rateLimits)
  const pool = { query: ({ text, values }: Statement) => database.executeSql(text, values) }
  return createSharedRateLimiter(pool, rateLimits)
}

function openDatabase({ config, logger, onDatabaseCrash }: ComposeOptions): Promise<DatabaseHandle> {
  const onError = (error: Error) => logger.warn({ err: error }, 'database')
  if (config.databaseUrl !== undefined) return openPostgres({ connectionString: config.databaseUrl, onError })
  return openEmbedded({ directory: config.dataDirectory, onCrash: onDatabaseCrash, onError })
}

async function migrateDatabase({ config, logger }: ComposeOptions, database: DatabaseHandle): Promise<void> {
  if (config.databaseUrl === undefined) return migrate(database.db)
  const onError = (error: Error) => logger.warn({ err: error }, 'database')
  const patient = await openPostgres({
    connectionString: config.databaseUrl,
    patient: true,
    maxConnections: 2,
    onError,
  })
  try {
    await migrate(patient.db)
  } finally {
    await patient.close()
  }
}

function createTextModel({ config, logger }: ComposeOptions): TextModel {
  if (!config.textModel) return createBuiltInTextModel()
  return createTextModelFromSettings({
    ...config.textModel,
    onNotice: (notice) => logger.warn({ notice }, 'text model'),
  })
}
