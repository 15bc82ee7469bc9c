import type { Trx } from '#db/types.ts'
import { fingerprintApiKey, makeApiKey } from '#shared/api-key.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { Caller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { CreateApiKeyRequest, CreateApiKeyResponse, Scope } from '@powerpost/contract'
import { ACCOUNT_LIMITS, SCOPE_PRESETS } from '@powerpost/contract'
import { countUsableKeys, findWorkspaceIds, insertApiKey } from './api-keys.repository.ts'
import { toApiKey } from './present-api-key.ts'

interface CreateOptions {
  readonly caller: Caller
  readonly request: CreateApiKeyRequest
  readonly clock: Clock
}

/** Makes a key that can do and reach what is asked for, as far as the key that makes it can. Returns it, this once. CONFLICT when the account has too many. */
export async function createApiKey(trx: Trx, { caller, request, clock }: CreateOptions): Promise<CreateApiKeyResponse> {
  const livemode = chooseMode(caller, request)
  if ((await countUsableKeys(trx, caller.accountId, clock.now())) >= ACCOUNT_LIMITS.apiKeys) {
    throw new AppError('CONFLICT', `An account can have at most ${ACCOUNT_LIMITS.apiKeys} API keys. Revoke one first.`)
  }
  const key = makeApiKey({ livemode })
  const stored = await insertApiKey(trx, {
    id: makeId(clock),
    account_id: caller.accountId,
    name: request.name,
    ...fingerprintApiKey(key),
    scopes: chooseScopes(caller, request),
    livemode,
    workspace_ids: await chooseWorkspaces(trx, caller, request),
    created_by: storePrincipal(caller),
    created_at: clock.now(),
    expires_at: chooseEnd(caller, request, clock.now()),
    revoked_at: null,
  })
  return { ...toApiKey(stored), key }
}

function chooseMode(caller: Caller, { sandbox }: CreateApiKeyRequest): boolean {
  if (!caller.livemode && sandbox === false) {
    throw new AppError('FORBIDDEN', 'A sandbox key can create only sandbox keys.')
  }
  return sandbox === undefined ? caller.livemode : !sandbox
}

function chooseScopes(caller: Caller, { preset, scopes = [] }: CreateApiKeyRequest): Scope[] {
  const asked = preset === undefined ? [...new Set(scopes)] : [...SCOPE_PRESETS[preset]]
  const missing = asked.filter((scope) => !caller.scopes.includes(scope))
  if (missing.length > 0) {
    throw new AppError(
      'INSUFFICIENT_SCOPE',
      `A key can grant only its own scopes, and this key lacks ${missing.join(', ')}.`,
    )
  }
  return asked
}

async function chooseWorkspaces(trx: Trx, caller: Caller, request: CreateApiKeyRequest): Promise<string[] | null> {
  if (!request.workspace_ids) return caller.workspaceIds === null ? null : [...caller.workspaceIds]
  const ids = request.workspace_ids.map((id) => id.toLowerCase())
  const known = await findWorkspaceIds(trx, caller.accountId, ids)
  for (const [index, id] of ids.entries()) {
    const reachable = known.has(id) && (caller.workspaceIds === null || caller.workspaceIds.includes(id))
    if (!reachable) throw invalidField(`workspace_ids[${index}]`, 'is not one of your workspaces')
  }
  return [...new Set(ids)]
}

/** Who wants longer wants no end. */
const LONGEST_LIFE_YEARS = 100

function chooseEnd(caller: Caller, { expires_at }: CreateApiKeyRequest, now: Date): Date | null {
  if (expires_at === undefined) return caller.expiresAt
  const end = new Date(expires_at)
  if (end <= now) throw invalidField('expires_at', 'must be in the future')
  if (end.getUTCFullYear() > now.getUTCFullYear() + LONGEST_LIFE_YEARS) {
    throw invalidField('expires_at', `must be within ${LONGEST_LIFE_YEARS} years`)
  }
  if (caller.expiresAt !== null && end > caller.expiresAt) {
    throw invalidField('expires_at', 'must not be later than the end of the key that creates it')
  }
  return end
}
