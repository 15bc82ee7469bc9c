import type { AccessStore } from '#shared/access-store.ts'
import { fingerprintApiKey, isApiKey, isSameHash } from '#shared/api-key.ts'
import { AppError, tooManyRequests } from '#shared/app-error.ts'
import type { Caller } from '#shared/caller.ts'
import { setCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import type { FailureLimiter } from '#shared/rate-limiter.ts'
import { API_KEY_HEADER } from '@powerpost/contract'
import type { Request, RequestHandler } from 'express'
import { RecentKeys } from './recent-keys.ts'

interface AuthenticationOptions {
  readonly store: AccessStore
  readonly failures: FailureLimiter
  readonly clock: Clock
}

/**
 * Finds out who is asking, or refuses.
 *
 * An address that got too many keys wrong is not looked up for a while, but for keys that were good a moment ago: who
 * tries keys out from behind a shared address does not lock the others out.
 */
export function authenticate({ store, failures, clock }: AuthenticationOptions): RequestHandler {
  const goodKeys = new RecentKeys()
  return async (request, response, next) => {
    const address = request.socket.remoteAddress ?? ''
    const key = readKey(request)
    if (key === undefined || !goodKeys.has(key)) await refuseBlocked(failures, address)
    const caller = key === undefined ? undefined : await findCaller(store, clock, key)
    if (key === undefined || caller === undefined) {
      await failures.count(address)
      throw invalidKey(key)
    }
    goodKeys.add(key)
    store.noteUse(caller.keyId)
    setCaller(response.locals, caller)
    next()
  }
}

async function refuseBlocked(failures: FailureLimiter, address: string): Promise<void> {
  const blockedFor = await failures.blockedFor(address)
  if (blockedFor > 0) throw tooManyRequests('Too many invalid API keys came from this address.', blockedFor)
}

async function findCaller(store: AccessStore, clock: Clock, key: string): Promise<Caller | undefined> {
  if (!isApiKey(key)) return undefined
  const { prefix, hash } = fingerprintApiKey(key)
  const stored = (await store.findKeysByPrefix(prefix)).find((candidate) => isSameHash(candidate.hash, hash))
  if (!stored || stored.revokedAt !== null) return undefined
  return stored.expiresAt !== null && stored.expiresAt <= clock.now() ? undefined : stored.caller
}

/** One sentence for malformed, unknown, revoked and expired: which of them it is helps only who tries keys out. */
function invalidKey(key: string | undefined): AppError {
  const message =
    key === undefined
      ? 'Send your API key as `x-api-key: KEY` or `Authorization: Bearer KEY`.'
      : 'The API key is not valid.'
  return new AppError('INVALID_API_KEY', message, { headers: { 'WWW-Authenticate': 'Bearer' } })
}

function readKey(request: Request): string | undefined {
  const header = request.headers[API_KEY_HEADER]
  if (typeof header === 'string' && header !== '') return header.trim()
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1]
}
