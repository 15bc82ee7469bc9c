import { randomBytes } from 'node:crypto'
import type { Express } from 'express'
import type { ImageModel } from '#image-models/port.ts'
import type { RenderingVideoModel } from '#video-models/port.ts'
import type { StyleReader, TextModel } from '#models/port.ts'
import { loadConfig } from '#config/load.ts'
import type { Db } from '#db/types.ts'
import { startHttpServer } from '#http/server.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { createLogger } from '#shared/logger.ts'
import type { StartTimer } from '#shared/timer.ts'
import { compose } from '../../src/compose.ts'
import { createPlainVideoModel } from './plain-video-model.ts'
import { recordAnswers } from './record-answers.ts'
import type { TestDatabase } from './test-database.ts'
import { createTestDatabase } from './test-database.ts'

interface TestServerOptions {
  readonly credits?: number
  readonly clock?: Clock
  readonly startTimer?: StartTimer
  readonly model?: TextModel
  readonly styleReader?: StyleReader
  /** Draws whatever `environment` names no vendor for, in the sandbox too. */
  readonly builtInImageModel?: ImageModel
  /** Makes videos wherever `environment` names no vendor. @default the plain one: the built-in model needs seconds */
  readonly builtInVideoModel?: RenderingVideoModel
  /** Whether jobs are run. @default true */
  readonly work?: boolean
  readonly database?: TestDatabase
  /** @default those that `environment` names */
  readonly platforms?: PlatformRegistry
  /** @default one that writes nothing */
  readonly logger?: Logger
  /** Keys that an address may get wrong in a minute. @default as many as it likes */
  readonly failuresPerMinute?: number
  /** Requests without a key that an address may make in a minute. @default as many as it likes */
  readonly keylessPerMinute?: number
  /** Settings next to those of every test. */
  readonly environment?: Readonly<Record<string, string>>
}

/** More than any test asks for, but for those about limits. */
export const NO_RATE_LIMITS = {
  POWERPOST_RATE_LIMIT_GENERATE: '1000000',
  POWERPOST_RATE_LIMIT_READ: '1000000',
  POWERPOST_RATE_LIMIT_WRITE: '1000000',
}

/** The whole server in this process, on a real socket and a database of its own. Every answer it gives is checked. */
export interface TestServer {
  readonly url: string
  readonly apiKey: string
  readonly workspaceId: string
  readonly db: Db
  readonly database: TestDatabase
  readonly app: Express
  /** Sends a request with the key and workspace of the first account, unless the headers say otherwise. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Sends a JSON body by POST. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Starts to run jobs, where `work: false` kept it from it. */
  work(): Promise<void>
  stop(): Promise<void>
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ?? (await createTestDatabase())
  const apiKey = `pp_live_sk_${randomBytes(16).toString('hex')}`
  const config = loadConfig({
    POWERPOST_DATA_DIR: database.dataDirectory,
    POWERPOST_INITIAL_CREDITS: String(options.credits ?? 1000),
    POWERPOST_BOOTSTRAP_API_KEY: apiKey,
    POWERPOST_LOG_LEVEL: 'silent',
    POWERPOST_ENCRYPTION_KEY: 'not a secret: for tests, 32 characters',
    PORT: '0',
    DATABASE_URL: database.databaseUrl,
    ...NO_RATE_LIMITS,
    ...options.environment,
  })
  const http = await startHttpServer(config)
  const url = `http://127.0.0.1:${http.port}`
  const system = await compose({
    config,
    logger: options.logger ?? createLogger({ level: config.logLevel, pretty: false }),
    publicUrl: () => url,
    onDatabaseCrash: (error) => {
      throw error
    },
    failuresPerMinute: options.failuresPerMinute ?? 1_000_000,
    keylessPerMinute: options.keylessPerMinute ?? 1_000_000,
    ...(options.clock && { clock: options.clock }),
    ...(options.startTimer && { startTimer: options.startTimer }),
    ...(options.model && { model: options.model }),
    ...(options.styleReader && { styleReader: options.styleReader }),
    ...(options.platforms && { platforms: options.platforms }),
    ...(options.builtInImageModel && { builtInImageModel: options.builtInImageModel }),
    builtInVideoModel: options.builtInVideoModel ?? createPlainVideoModel(),
  })
  if (options.work !== false) await system.work()
  const { workspaceId } = await system.ensureFirstAccount()
  const answers = recordAnswers(system.app)
  http.serve(answers.listener)
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers({ 'x-api-key': apiKey, 'x-workspace-id': workspaceId })
    new Headers(init.headers).forEach((value, name) => headers.set(name, value))
    const response = await fetch(new URL(path, url), { ...init, headers })
    answers.check()
    return response
  }
  return {
    url,
    apiKey,
    workspaceId,
    db: system.database.db,
    database,
    app: system.app,
    request,
    post: (path, body, headers) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    work: () => system.work(),
    async stop() {
      system.drain()
      await http.stop(1000)
      await system.stop(1000)
      if (!options.database) await database.remove()
      answers.check()
    },
  }
}
