import type { Operation } from '@powerpost/contract'
import { isPage } from '@powerpost/contract'
import type { AppRoute, AppRouter } from '@ts-rest/core'
import { isAppRoute } from '@ts-rest/core'
import type { RequestValidationError } from '@ts-rest/express'
import { createExpressEndpoints } from '@ts-rest/express'
import type { IRouter, Request, RequestHandler, Response } from 'express'

/** One handler for each route of a part of the contract: one that is missing does not compile. */
export type Handlers<Routes extends AppRouter> = Parameters<typeof createExpressEndpoints<Routes>>[1]

/**
 * The handlers of a part of the contract, with their types checked; `mountRoutes` serves them. This file is the only one of the
 * server that knows by which library the routes are written.
 */
export function handlersFor<Routes extends AppRouter>(_routes: Routes, handlers: Handlers<Routes>): Handlers<Routes> {
  return handlers
}

/** A request whose parts match the contract. */
interface ValidRequest {
  readonly req: Request
  readonly res: Response
  /** As the contract's schema parsed it, without the fields that it does not know. */
  readonly body: unknown
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Runs around each handler: before it the request is valid, and behind it the answer is not yet sent. */
export type Around = (request: ValidRequest, answer: () => Promise<Answer>) => Promise<Answer>

interface MountOptions<Routes extends AppRouter> {
  readonly contract: Routes
  readonly handlers: Handlers<Routes>
  /** Run before each handler, and before the request is validated. `operationOf` works in them. */
  readonly guards: readonly RequestHandler[]
  readonly around: Around
}

/** Serves every route. A request that the contract refuses goes to the error handlers as an `InvalidRequestError`. */
export function mountRoutes<Routes extends AppRouter>(app: IRouter, options: MountOptions<Routes>): void {
  // What is wrapped has the names and the parameters of what it wraps.
  const handlers = wrapHandlers(options.handlers, options.around) as Handlers<Routes>
  createExpressEndpoints(options.contract, handlers, app, {
    logInitialization: false,
    jsonQuery: false,
    responseValidation: false,
    // ts-rest types its middleware by the union of all routes; ours read the route from the request.
    globalMiddleware: options.guards as never,
    requestValidationErrorHandler: (error, _request, _response, next) => next(toInvalidRequest(error)),
  })
}

function wrapHandlers(handlers: object, around: Around): object {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, entry]: [string, object]) => {
      if (typeof entry !== 'function') return [name, wrapHandlers(entry, around)]
      return [name, (request: ValidRequest) => around(request, () => Promise.resolve(entry(request)))]
    }),
  )
}

/** What the contract says about the operation that a request asks for. */
export function operationOf(request: object): Operation {
  const operation = findOperation(request)
  if (!operation) throw new Error('Not an operation of the contract')
  return operation
}

/** The same; undefined for a request of no operation, or of one that was not routed yet. */
export function findOperation(request: object): Operation | undefined {
  const { tsRestRoute } = request as { tsRestRoute?: AppRoute & { metadata: Operation } }
  return tsRestRoute?.metadata
}

/** Whether a request asks for a page that people open. */
export function asksForPage(request: object): boolean {
  const operation = findOperation(request)
  return operation !== undefined && isPage(operation)
}

/** Every route of a contract. Paths name their parameters with a colon. */
export function listRoutes(routes: AppRouter): AppRoute[] {
  return Object.values(routes).flatMap((entry) => (isAppRoute(entry) ? [entry] : listRoutes(entry)))
}

/** What a schema was applied to. */
export type RequestPart = 'path' | 'header' | 'query' | 'body'

interface InvalidPart {
  readonly part: RequestPart
  readonly issues: readonly unknown[]
}

/** A request that does not match its schemas: what is wrong, in each part of the request. */
export class InvalidRequestError extends Error {
  override readonly name = 'InvalidRequestError'
  readonly parts: readonly InvalidPart[]

  constructor(parts: readonly InvalidPart[], options?: ErrorOptions) {
    super('The request does not match the contract', options)
    this.parts = parts
  }
}

function toInvalidRequest(error: RequestValidationError): InvalidRequestError {
  const problems = { path: error.pathParams, header: error.headers, query: error.query, body: error.body }
  const parts = (['path', 'header', 'query', 'body'] as const).map((part) => ({
    part,
    issues: problems[part]?.issues ?? [],
  }))
  return new InvalidRequestError(parts, { cause: error })
}
