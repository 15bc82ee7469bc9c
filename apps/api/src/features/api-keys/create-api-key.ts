import type { Trx } from '#db/types.ts'
import { fingerprintApiKey, makeApiKey } from '#shared/api-key.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { Principal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { CreateApiKeyRequest, CreateApiKeyResponse, Scope } from '@powerpost/contract'
import { ACCOUNT_LIMITS, SCOPE_PRESETS } from '@powerpost/contract'
import { countUsableKeys, findWorkspaceIds, insertApiKey } from './api-keys.repository.ts'
import { toApiKey } from './present-api-key.ts'

interface CreateOptions {
  readonly principal: Principal
  readonly request: CreateApiKeyRequest
  readonly clock: Clock
}

/** Makes a key that can do and reach what is asked for, as far as the key that makes it can. Returns it, this once. CONFLICT when the account has too many. */
export async function createApiKey(
  trx: Trx,
  { principal, request, clock }: CreateOptions,
): Promise<CreateApiKeyResponse> {
  const livemode = chooseMode(principal, request)
  if ((await countUsableKeys(trx, principal.accountId, clock.now())) >= ACCOUNT_LIMITS.apiKeys) {
    throw new AppError('CONFLICT', `An account can have at most ${ACCOUNT_LIMITS.apiKeys} API keys. Revoke one first.`)
  }
  const key = makeApiKey({ livemode })
  const stored = await insertApiKey(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    name: request.name,
    ...fingerprintApiKey(key),
    scopes: chooseScopes(principal, request),
    livemode,
    workspace_ids: await chooseWorkspaces(trx, principal, request),
    created_by: storePrincipal(principal),
    created_at: clock.now(),
    expires_at: chooseEnd(principal, request, clock.now()),
    revoked_at: null,
  })
  return { ...toApiKey(stored), key }
}

function chooseMode(principal: Principal, { sandbox }: CreateApiKeyRequest): boolean {
  if (!principal.livemode && sandbox === false) {
    throw new AppError('FORBIDDEN', 'A sandbox key can create only sandbox keys.')
  }
  return sandbox === undefined ? principal.livemode : !sandbox
}

function chooseScopes(principal: Principal, { preset, scopes = [] }: CreateApiKeyRequest): Scope[] {
  const asked = preset === undefined ? [...new Set(scopes)] : [...SCOPE_PRESETS[preset]]
  const missing = asked.filter((scope) => !principal.scopes.includes(scope))
  if (missing.length > 0) {
    throw new AppError(
      'INSUFFICIENT_SCOPE',
      `A key can grant only its own scopes, and this key lacks ${missing.join(', ')}.`,
    )
  }
  return asked
}

async function chooseWorkspaces(
  trx: Trx,
  principal: Principal,
  request: CreateApiKeyRequest,
): Promise<string[] | null> {
  if (!request.workspace_ids) return principal.workspaceIds === null ? null : [...principal.workspaceIds]
  const ids = request.workspace_ids.map((id) => id.toLowerCase())
  const known = await findWorkspaceIds(trx, principal.accountId, ids)
  for (const [index, id] of ids.entries()) {
    const reachable = known.has(id) && (principal.workspaceIds === null || principal.workspaceIds.includes(id))
    if (!reachable) throw invalidField(`workspace_ids[${index}]`, 'is not one of your workspaces')
  }
  return [...new Set(ids)]
}

/** Who wants longer wants no end. */
const LONGEST_LIFE_YEARS = 100

function chooseEnd(principal: Principal, { expires_at }: CreateApiKeyRequest, now: Date): Date | null {
  if (expires_at === undefined) return principal.expiresAt
  const end = new Date(expires_at)
  if (end <= now) throw invalidField('expires_at', 'must be in the future')
  if (end.getUTCFullYear() > now.getUTCFullYear() + LONGEST_LIFE_YEARS) {
    throw invalidField('expires_at', `must be within ${LONGEST_LIFE_YEARS} years`)
  }
  if (principal.expiresAt !== null && end > principal.expiresAt) {
    throw invalidField('expires_at', 'must not be later than the end of the key that creates it')
  }
  return end
}
