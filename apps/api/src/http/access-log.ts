import type { Logger } from '#shared/logger.ts'
import type { Metrics } from '#shared/metrics.ts'
import { findOperation } from '#shared/router.ts'
import type { RequestHandler } from 'express'
import { requestIdOf } from './request-id.ts'

/** One line a request, and its count: what was asked, how it was answered and how long it took. Nothing of headers or bodies. */
export function logAccess(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    // The router changes `request.path` on its way; the query may hold what is nobody's business.
    const { path } = request
    response.on('close', () => {
      const seconds = (performance.now() - start) / 1000
      // A client that left before the answer began got no status.
      const status = response.headersSent ? response.statusCode : undefined
      metrics.countRequest({ operation: findOperation(request)?.operationId, status, seconds })
      logger.info(
        {
          request_id: requestIdOf(response),
          method: request.method,
          path,
          ...(status !== undefined && { status }),
          duration_ms: Math.round(seconds * 1000),
          ...(!response.writableFinished && { aborted: true }),
        },
        'request',
      )
    })
    next()
  }
}
