import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { REQUEST_ID_HEADER, requestIdSchema } from '@powerpost/contract'
import type { RequestHandler, Response } from 'express'

/** Names the request: a caller's own well-formed name is kept. It stands on every answer and in every log line. */
export function nameRequest(clock: Clock): RequestHandler {
  return (request, response, next) => {
    const given = requestIdSchema.safeParse(request.headers[REQUEST_ID_HEADER])
    response.setHeader(REQUEST_ID_HEADER, given.success ? given.data : makeId(clock))
    next()
  }
}

/** The name of the request that a response answers. */
export function requestIdOf(response: Pick<Response, 'getHeader'>): string {
  return String(response.getHeader(REQUEST_ID_HEADER))
}
