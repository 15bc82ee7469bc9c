import { tooManyRequests } from '#shared/app-error.ts'
import { addressOf } from '#shared/origin.ts'
import type { AddressLimiter } from '#shared/rate-limiter.ts'
import type { RequestHandler } from 'express'

/** Counts requests without a key by their address, and refuses one too many. */
export function limitAddress(limiter: AddressLimiter): RequestHandler {
  return async (request, _response, next) => {
    const address = addressOf(request) ?? ''
    const blockedFor = await limiter.blockedFor(address)
    if (blockedFor > 0) throw tooManyRequests('Too many requests came from this address.', blockedFor)
    await limiter.count(address)
    next()
  }
}
