import type { AccessStore, StoredKey } from '#shared/access-store.ts'
import { fingerprintApiKey, isApiKey, isSameHash } from '#shared/api-key.ts'
import type { AppError } from '#shared/app-error.ts'
import { invalidApiKey, tooManyRequests } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import { setPrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { Origin } from '#shared/origin.ts'
import { addressOf, originOf } from '#shared/origin.ts'
import type { AddressLimiter } from '#shared/rate-limiter.ts'
import { API_KEY_HEADER } from '@powerpost/contract'
import type { Request, RequestHandler, Response } from 'express'
import { namedWorkspaceOf } from './named-workspace.ts'

interface AuthenticationOptions {
  readonly store: AccessStore
  readonly failures: AddressLimiter
  readonly clock: Clock
  /** Told of a revoked or expired key that is refused. */
  readonly recordRefusal: RecordRefusal
}

export type RecordRefusal = (principal: Principal, origin: Origin) => Promise<void>

/** Finds out who is asking, or refuses. An address that tried too many keys has to wait; good keys always pass. */
export function authenticate(options: AuthenticationOptions): RequestHandler {
  const { store, clock } = options
  return async (request, response, next) => {
    const key = readKey(request)
    const stored = key === undefined ? undefined : await findKey(store, key, namedWorkspaceOf(request))
    if (!stored || !isUsable(stored, clock.now())) throw await refuse(options, { request, response, key, stored })
    const { principal, hasWorkspace } = stored
    store.noteUse(principal.keyId)
    setPrincipal(response.locals, principal, { hasWorkspace })
    next()
  }
}

/** No key, or none that could be one, is a mistake and no guess: it is not counted. */
async function refuse(
  { failures, recordRefusal }: AuthenticationOptions,
  { request, response, key, stored }: RefusedRequest,
): Promise<AppError> {
  if (key === undefined) return invalidApiKey('Send your API key as `x-api-key: KEY` or `Authorization: Bearer KEY`.')
  if (!isApiKey(key)) return invalidApiKey()
  const address = addressOf(request) ?? ''
  const blockedFor = await failures.blockedFor(address)
  if (blockedFor > 0) return tooManyRequests('Too many invalid API keys were sent from this address.', blockedFor)
  await failures.count(address)
  if (stored) await recordRefusal(stored.principal, originOf({ req: request, res: response }))
  return invalidApiKey()
}

interface RefusedRequest {
  readonly request: Request
  readonly response: Response
  readonly key: string | undefined
  /** The key is known, and ended. */
  readonly stored: StoredKey | undefined
}

async function findKey(
  store: AccessStore,
  key: string,
  workspaceId: string | undefined,
): Promise<StoredKey | undefined> {
  if (!isApiKey(key)) return undefined
  const { prefix, hash } = fingerprintApiKey(key)
  return (await store.findKeysByPrefix(prefix, workspaceId)).find((candidate) => isSameHash(candidate.hash, hash))
}

function isUsable({ revokedAt, expiresAt }: StoredKey, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now)
}

function readKey(request: Request): string | undefined {
  const header = request.headers[API_KEY_HEADER]
  if (typeof header === 'string' && header !== '') return header.trim()
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1]
}
