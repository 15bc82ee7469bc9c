import { tooManyRequests } from '#shared/app-error.ts'
import { principalOf } from '#shared/principal.ts'
import type { RateLimiter } from '#shared/rate-limiter.ts'
import { operationOf } from '#shared/router.ts'
import { RATE_LIMIT_HEADERS, rateLimitGroupOf } from '@powerpost/contract'
import type { RequestHandler } from 'express'

/** Counts the request, says on the answer what is left, and refuses one too many. Behind authentication. */
export function limitRate(limiter: RateLimiter): RequestHandler {
  return async (request, response, next) => {
    const group = rateLimitGroupOf({ method: request.method, ...operationOf(request) })
    const { limit, remaining, resetAt, resetInMs, exceeded } = await limiter.consume(principalOf(response).keyId, group)
    response.setHeader(RATE_LIMIT_HEADERS.limit, limit)
    response.setHeader(RATE_LIMIT_HEADERS.remaining, remaining)
    response.setHeader(RATE_LIMIT_HEADERS.reset, Math.ceil(resetAt / 1000))
    if (exceeded) throw tooManyRequests(`This key can make ${limit} of these requests per minute.`, resetInMs)
    next()
  }
}
