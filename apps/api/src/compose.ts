import { join } from 'node:path'
import type { Config } from '#config/index.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { isDatabaseUnreachable } from '#db/is-database-unreachable.ts'
import type { FirstAccount } from '#features/account/index.ts'
import { confirmFirstKeyShown, createAccessStore, ensureFirstAccount } from '#features/account/index.ts'
import { createMediaLinks, findFfmpeg } from '#features/media/index.ts'
import { createRunFeed, recoverRuns } from '#features/runs/index.ts'
import { createEventRecorder } from '#features/webhooks/index.ts'
import { createApp } from '#http/app.ts'
import { createBuiltInImageModel } from '#image-models/built-in/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import { createImageModels } from '#image-models/registry.ts'
import { JOBS, RETIRED_JOBS } from '#features/jobs.ts'
import { startJobQueue } from '#jobs/queue.ts'
import type { TextModel } from '#models/port.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import { createFailureLimiter } from '#rate-limits/index.ts'
import { unavailable } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { systemClock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { StartTimer } from '#shared/timer.ts'
import { startSystemTimer } from '#shared/timer.ts'
import { withTimeout } from '#shared/with-timeout.ts'
import { createDiskStorage } from '#storage/disk/disk-storage.ts'
import { createOpenApiDocument } from '@powerpost/openapi'
import type { Express } from 'express'
import { sql } from 'kysely'
import { createHandlers } from './compose/create-handlers.ts'
import { createConfiguredImageModels } from './compose/create-image-models.ts'
import { createPlatforms } from './compose/create-platforms.ts'
import { createPublishing } from './compose/create-publishing.ts'
import { createRateLimiter } from './compose/create-rate-limiter.ts'
import { createRoutes } from './compose/create-routes.ts'
import { createWebhookDeliverer } from './compose/create-webhook-deliverer.ts'
import { createTextModel } from './compose/create-text-model.ts'
import { migrateDatabase, openDatabase } from './compose/open-database.ts'
import { openKeyring } from './compose/open-keyring.ts'
import type { Parts } from './compose/parts.ts'
import { startSweeping } from './compose/start-sweeping.ts'

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
  /** Says from now on that it is not ready, and ends all streams: nobody is to send more. */
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
  readonly startTimer?: StartTimer
  readonly model?: TextModel
  /** Draws whatever the settings name no vendor for. @default the built-in model */
  readonly builtInImageModel?: ImageModel
  readonly platforms?: PlatformRegistry
  /** Keys that an address may get wrong in a minute. @default FAILURES_PER_MINUTE */
  readonly failuresPerMinute?: number
}

/** The only place that picks what stands behind the ports. */
export async function compose(options: ComposeOptions): Promise<System> {
  const { config, logger } = options
  const { clock = systemClock, startTimer = startSystemTimer } = options
  const model = options.model ?? createTextModel(options)
  const builtInImageModel = options.builtInImageModel ?? createBuiltInImageModel()
  const imageModels = createImageModels(createConfiguredImageModels(config), builtInImageModel)
  const database = await openDatabase(options)
  try {
    await migrateDatabase(options, database)
    const queue = await startJobQueue({
      jobs: JOBS,
      retired: RETIRED_JOBS,
      database,
      logger,
      ...(config.databaseUrl !== undefined && { connectionString: config.databaseUrl }),
    })
    const storage = createDiskStorage({ root: join(config.dataDirectory, 'media') })
    const ffmpeg = await findFfmpeg(config.programPath)
    const keyring = await openKeyring(config, database.db)
    const recordEvent = createEventRecorder({ queue, clock })
    const mediaLinks = createMediaLinks({ keyring, publicUrl: options.publicUrl, clock })
    const platforms = options.platforms ?? createPlatforms({ config, clock })
    const feed = createRunFeed({ db: database.db, clock, logger })
    const outside = {
      storage,
      recordEvent,
      feed,
      model,
      imageModels,
      builtInImageModel,
      ffmpeg,
      mediaLinks,
      startTimer,
      platforms,
      publicUrl: options.publicUrl,
    }
    const parts = { config, keyring, logger, clock, database, queue, ...outside }
    return createSystem(parts, options)
  } catch (error) {
    await database.close()
    throw error
  }
}

function createSystem(parts: Parts, { publicUrl, failuresPerMinute }: ComposeOptions): System {
  const { config, logger, clock, model, database, queue, feed } = parts
  const { db } = database
  const stopSweeping = startSweeping(parts)
  const deliverer = createWebhookDeliverer(parts)
  const { dispatcher, scheduler } = createPublishing(parts)
  let draining = false
  const app = createApp({
    routes: createRoutes(parts),
    accessStore: createAccessStore({ db, clock, logger }),
    rateLimiter: createRateLimiter(config, database),
    failureLimiter: createFailureLimiter(failuresPerMinute),
    clock,
    logger,
    publicUrl,
    corsOrigins: config.corsOrigins,
    createDocument: (serverUrl) => createOpenApiDocument(serverUrl === undefined ? {} : { serverUrl }),
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
      await recoverRuns({ db, queue, logger })
      await queue.work(createHandlers(parts, { deliverer, dispatcher }))
      deliverer.start()
      dispatcher.start()
      scheduler.start()
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
      feed.stop()
    },
    async stop(graceMs) {
      stopSweeping()
      feed.stop()
      await Promise.all([scheduler.stop(), dispatcher.stop(graceMs), queue.stop(graceMs), deliverer.stop(graceMs)])
      await database.close()
    },
  }
}
