import { tooManyRequests } from '#shared/app-error.ts'
import { principalOf } from '#shared/principal.ts'
import type { RateLimiter } from '#shared/rate-limiter.ts'
import { operationOf } from '#shared/router.ts'
import { RATE_LIMIT_HEADERS, rateLimitGroupOf } from '@powerpost/contract'
import type { RequestHandler } from 'express'

interface RateLimiters {
  /** By key. */
  readonly keys: RateLimiter
  /** By account, for all its keys together. */
  readonly accounts: RateLimiter
}

/**
 * Counts the request for its key and for its account, says on the answer what is left of the one that has less, and refuses one too
 * many. What a key sends beyond its own limit is not counted for the account. Behind authentication.
 */
export function limitRate({ keys, accounts }: RateLimiters): RequestHandler {
  return async (request, response, next) => {
    const group = rateLimitGroupOf({ method: request.method, ...operationOf(request) })
    const { keyId, accountId } = principalOf(response)
    const ofKey = await keys.consume(keyId, group)
    const ofAccount = ofKey.exceeded ? undefined : await accounts.consume(accountId, group)
    const isAccountFirst = ofAccount && (ofAccount.exceeded || ofAccount.remaining < ofKey.remaining)
    const { limit, remaining, resetAt, resetInMs, exceeded } = isAccountFirst ? ofAccount : ofKey
    response.setHeader(RATE_LIMIT_HEADERS.limit, limit)
    response.setHeader(RATE_LIMIT_HEADERS.remaining, remaining)
    response.setHeader(RATE_LIMIT_HEADERS.reset, Math.ceil(resetAt / 1000))
    if (exceeded) {
      const whose = isAccountFirst ? 'The keys of this account' : 'This key'
      throw tooManyRequests(`${whose} can make ${limit} of these requests per minute.`, resetInMs)
    }
    next()
  }
}
