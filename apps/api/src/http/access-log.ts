import type { Logger } from '#shared/logger.ts'
import type { RequestHandler } from 'express'
import { requestIdOf } from './request-id.ts'

/** One line a request: what was asked, how it was answered and how long it took. Nothing of headers or bodies. */
export function logAccess(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    // The router changes `request.path` on its way; the query may hold what is nobody's business.
    const { path } = request
    response.on('close', () => {
      logger.info(
        {
          request_id: requestIdOf(response),
          method: request.method,
          path,
          // A client that left before the answer began got no status.
          ...(response.headersSent && { status: response.statusCode }),
          duration_ms: Math.round(performance.now() - start),
          ...(!response.writableFinished && { aborted: true }),
        },
        'request',
      )
    })
    next()
  }
}
