import type { AccessStore } from '#shared/access-store.ts'
import { fingerprintApiKey, isApiKey, isSameHash } from '#shared/api-key.ts'
import type { AppError } from '#shared/app-error.ts'
import { invalidApiKey, tooManyRequests } from '#shared/app-error.ts'
import type { Caller } from '#shared/caller.ts'
import { setCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { addressOf } from '#shared/origin.ts'
import type { AddressLimiter } from '#shared/rate-limiter.ts'
import { API_KEY_HEADER } from '@powerpost/contract'
import type { Request, RequestHandler } from 'express'

interface AuthenticationOptions {
  readonly store: AccessStore
  readonly failures: AddressLimiter
  readonly clock: Clock
}

/** Finds out who is asking, or refuses. An address that tried too many keys is told to wait; good keys always pass. */
export function authenticate({ store, failures, clock }: AuthenticationOptions): RequestHandler {
  return async (request, response, next) => {
    const key = readKey(request)
    const caller = key === undefined ? undefined : await findCaller(store, clock, key)
    if (caller === undefined) throw await refuse(failures, request, key)
    store.noteUse(caller.keyId)
    setCaller(response.locals, caller)
    next()
  }
}

/** No key, or none that could be one, is a mistake and no guess: it is not counted. */
async function refuse(failures: AddressLimiter, request: Request, key: string | undefined): Promise<AppError> {
  if (key === undefined) return invalidApiKey('Send your API key as `x-api-key: KEY` or `Authorization: Bearer KEY`.')
  if (!isApiKey(key)) return invalidApiKey()
  const address = addressOf(request) ?? ''
  const blockedFor = await failures.blockedFor(address)
  if (blockedFor > 0) return tooManyRequests('Too many invalid API keys were sent from this address.', blockedFor)
  await failures.count(address)
  return invalidApiKey()
}

async function findCaller(store: AccessStore, clock: Clock, key: string): Promise<Caller | undefined> {
  if (!isApiKey(key)) return undefined
  const { prefix, hash } = fingerprintApiKey(key)
  const stored = (await store.findKeysByPrefix(prefix)).find((candidate) => isSameHash(candidate.hash, hash))
  if (!stored || stored.revokedAt !== null) return undefined
  return stored.expiresAt !== null && stored.expiresAt <= clock.now() ? undefined : stored.caller
}

function readKey(request: Request): string | undefined {
  const header = request.headers[API_KEY_HEADER]
  if (typeof header === 'string' && header !== '') return header.trim()
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1]
}
