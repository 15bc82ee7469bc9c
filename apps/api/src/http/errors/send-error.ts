import type { AppError } from '#shared/app-error.ts'
import type { Logger } from '#shared/logger.ts'
import type { Page } from '#shared/page.ts'
import { markup, pagePolicy, renderPage } from '#shared/page.ts'
import { asksForPage } from '#shared/router.ts'
import { ERRORS, RATE_LIMIT_HEADERS } from '@powerpost/contract'
import type { ErrorRequestHandler, Response } from 'express'
import { hasBody } from '../has-body.ts'
import { drainRequest } from '../drain-request.ts'
import { requestIdOf } from '../request-id.ts'
import { createErrorBody } from './error-body.ts'
import { toAppError } from './to-app-error.ts'

interface ErrorOptions {
  readonly logger: Logger
  /** The server's own address, for the links that explain an error. */
  readonly publicUrl: () => string
  readonly isDatabaseUnreachable: (error: unknown) => boolean
}

function sendPage(response: Response, { message, code }: AppError): void {
  const body = markup`<p>${message}</p><p>${ERRORS[code].retryable ? 'Try again in a few minutes.' : ''}</p>`
  const page: Page = { title: ERRORS[code].title, tone: 'bad', body }
  response.set('Content-Security-Policy', pagePolicy(page)).type('html').send(renderPage(page))
}

/** Answers everything that was thrown, in the one body that the contract documents. */
export function sendErrors({ logger, publicUrl, isDatabaseUnreachable }: ErrorOptions): ErrorRequestHandler {
  return (thrown: unknown, request, response, _next) => {
    const error = toAppError(thrown, request, isDatabaseUnreachable)
    const { status } = ERRORS[error.code]
    const requestId = requestIdOf(response)
    if (status >= 500) {
      const line = { err: error.cause ?? thrown, request_id: requestId }
      // What breaks because its caller went away is no fault of the server.
      if (response.closed || request.socket.destroyed) logger.info(line, 'the caller went away')
      else logger.error(line, error.message)
    }
    if (response.headersSent) {
      // Too late for another answer: an answer cut short must not look whole.
      response.destroy()
      return
    }
    const body = createErrorBody(error, { requestId, publicUrl: publicUrl() })
    if (hasBody(request) && !request.complete) drainRequest(request, response)
    // A key that lost its right while its body came was counted: its sender does not see the limits.
    if (error.code === 'INVALID_API_KEY') {
      for (const name of Object.values(RATE_LIMIT_HEADERS)) response.removeHeader(name)
    }
    response.set(error.headers).status(status)
    // People get a page; a program that asks for JSON gets it.
    if (asksForPage(request) && request.accepts(['html', 'json']) === 'html') sendPage(response, error)
    else response.json(body)
  }
}
