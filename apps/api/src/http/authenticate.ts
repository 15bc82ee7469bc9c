import type { AccessStore } from '#shared/access-store.ts'
import { fingerprintApiKey, isApiKey, isSameHash } from '#shared/api-key.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { Caller } from '#shared/caller.ts'
import { setCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import type { Operation } from '@powerpost/contract'
import { API_KEY_HEADER, WORKSPACE_HEADER, workspaceIdSchema } from '@powerpost/contract'
import type { Request, RequestHandler } from 'express'
import { operationOf } from './operation.ts'

interface AuthenticationOptions {
  readonly store: AccessStore
  readonly clock: Clock
}

/** Finds out who is asking, whether the workspace is theirs and whether the key may do what is asked; or refuses. */
export function authenticate({ store, clock }: AuthenticationOptions): RequestHandler {
  return async (request, response, next) => {
    const operation = operationOf(request)
    const caller = await findCaller(store, clock, request)
    const workspaceId = operation.workspace ? await findWorkspace(store, caller, request) : undefined
    refuseMissingScope(caller, operation)
    setCaller(response.locals, caller, workspaceId)
    next()
  }
}

async function findCaller(store: AccessStore, clock: Clock, request: Request): Promise<Caller> {
  const key = readKey(request)
  if (key === undefined) {
    throw invalidKey('Send your API key as `x-api-key: KEY` or `Authorization: Bearer KEY`.')
  }
  if (!isApiKey(key)) throw invalidKey('The API key is not valid.')
  const { prefix, hash } = fingerprintApiKey(key)
  const stored = (await store.findKeysByPrefix(prefix)).find((candidate) => isSameHash(candidate.hash, hash))
  // One sentence for unknown, revoked and expired: which of them it is helps only who tries keys out.
  if (!stored || stored.revokedAt !== null) throw invalidKey('The API key is not valid.')
  if (stored.expiresAt !== null && stored.expiresAt <= clock.now()) throw invalidKey('The API key is not valid.')
  return stored.caller
}

function invalidKey(message: string): AppError {
  return new AppError('INVALID_API_KEY', message, { headers: { 'WWW-Authenticate': 'Bearer' } })
}

function readKey(request: Request): string | undefined {
  const header = request.headers[API_KEY_HEADER]
  if (typeof header === 'string' && header !== '') return header.trim()
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1]
}

async function findWorkspace(store: AccessStore, caller: Caller, request: Request): Promise<string> {
  const given = workspaceIdSchema.safeParse(request.headers[WORKSPACE_HEADER])
  if (!given.success) {
    const missing = request.headers[WORKSPACE_HEADER] === undefined
    throw invalidField('X-Workspace-Id', missing ? 'is required' : 'must be the UUID of one of your workspaces')
  }
  const workspaceId = given.data.toLowerCase()
  const allowed = caller.workspaceIds === null || caller.workspaceIds.includes(workspaceId)
  if (!allowed || !(await store.isWorkspaceOf(caller.accountId, workspaceId))) {
    throw new AppError('FORBIDDEN', 'This workspace is not one of yours.')
  }
  return workspaceId
}

function refuseMissingScope(caller: Caller, { scope }: Operation): void {
  if (caller.scopes.includes(scope)) return
  throw new AppError('INSUFFICIENT_SCOPE', `The API key lacks the scope ${scope}.`)
}
