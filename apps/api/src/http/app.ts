import type { AccessStore } from '#shared/access-store.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { Metrics } from '#shared/metrics.ts'
import type { AddressLimiter, RateLimiter } from '#shared/rate-limiter.ts'
import type { Handlers } from '#shared/router.ts'
import { mountRoutes } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import type { Express, RequestHandler } from 'express'
import express from 'express'
import { logAccess } from './access-log.ts'
import { allowAnyOrigin, allowOrigins } from './allow-origins.ts'
import type { RecordRefusal } from './authenticate.ts'
import { authenticate } from './authenticate.ts'
import { authorize } from './authorize.ts'
import { mountDocs } from './docs/mount-docs.ts'
import { sendErrors } from './errors/send-error.ts'
import { readJsonBody } from './json-body.ts'
import { limitAddress } from './limit-address.ts'
import { limitRate } from './limit-rate.ts'
import { refuseUnreadableQuery } from './refuse-unreadable-query.ts'
import { reportUnknownFields } from './report-unknown-fields.ts'
import { nameRequest } from './request-id.ts'
import type { ServedDocument } from './serve-documents.ts'
import { serveDocuments } from './serve-documents.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { mountUnknownRoutes } from './unknown-routes.ts'
import { onlyPublic, unlessPublic } from './unless-public.ts'

export interface AppOptions {
  readonly routes: Handlers<typeof contract>
  readonly accessStore: AccessStore
  readonly rateLimiter: RateLimiter
  /** Counts the requests of all keys of an account together. */
  readonly accountRateLimiter: RateLimiter
  readonly failureLimiter: AddressLimiter
  /** Counts requests without a key. */
  readonly keylessLimiter: AddressLimiter
  /** Told of a revoked or expired key that is refused. */
  readonly recordRefusal: RecordRefusal
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  /** The server's own address. Known once it listens. */
  readonly publicUrl: () => string
  /** Origins whose pages may ask from a browser. */
  readonly corsOrigins: readonly string[]
  /** The OpenAPI document, in several forms. */
  readonly documents: readonly ServedDocument[]
  /** The OpenAPI document that the reference page is made of. */
  readonly createReferenceDocument: () => object
  /** Throws while the server cannot serve: its database or queue is away. */
  readonly checkReadiness: () => Promise<void>
  /** Whether something failed because the database cannot be reached now. */
  readonly isDatabaseUnreachable: (error: unknown) => boolean
}

/** The HTTP face: every operation of the contract, and what stands next to them. */
export function createApp(options: AppOptions): Express {
  const { clock, logger, publicUrl } = options
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.use(nameRequest(clock), logAccess(logger, options.metrics), setSecurityHeaders(publicUrl))
  app.use([contract.media.download.path, contract.media.downloadThumbnail.path], allowAnyOrigin())
  app.use(allowOrigins(options.corsOrigins))
  const { accessStore: store, failureLimiter: failures } = options
  const guards = [
    authenticate({ store, failures, clock, recordRefusal: options.recordRefusal }),
    limitRate({ keys: options.rateLimiter, accounts: options.accountRateLimiter }),
    authorize(store),
    refuseUnreadableQuery(),
    readJsonBody(),
  ].map(unlessPublic)
  const limitKeyless = limitAddress(options.keylessLimiter)
  mountRoutes(app, {
    contract,
    handlers: options.routes,
    guards: [onlyPublic(limitKeyless), ...guards],
    around: reportUnknownFields,
  })
  // What follows is no operation of the contract.
  app.use(limitKeyless)
  app.get(
    '/healthz',
    answerJson(() => ({ status: 'ok' })),
  )
  app.get('/readyz', answerReadiness(options.checkReadiness))
  serveDocuments(app, options.documents)
  mountDocs(app, { createDocument: options.createReferenceDocument, publicUrl })
  mountUnknownRoutes(app)
  app.use(sendErrors({ logger, publicUrl, isDatabaseUnreachable: options.isDatabaseUnreachable }))
  return app
}

/** Made at the first request. */
function answerJson(create: () => object): RequestHandler {
  let json: string | undefined
  return (_request, response) => {
    json ??= JSON.stringify(create())
    response.type('json').send(json)
  }
}

function answerReadiness(check: () => Promise<void>): RequestHandler {
  return async (_request, response) => {
    await check()
    response.json({ status: 'ready' })
  }
}
