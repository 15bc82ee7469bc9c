import type { Db, Trx } from '#db/types.ts'
import type { ApiVersions } from '#platforms/versions.ts'
import { findEnded } from '#platforms/versions.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { ConnectionAuthorization, CreateConnectionRequest } from '@powerpost/contract'
import { API_BASE_PATH, CONNECTION_LINK_LIMITS } from '@powerpost/contract'
import { refuseAccountToSandboxKey, refuseTooMany } from '../create-connection.ts'
import { countOpenRequests, findRequestById, insertRequest } from './connection-requests.repository.ts'
import type { ConnectorDependencies } from './connector-of.ts'
import { connectorOf } from './connector-of.ts'
import { hashToken, makeSecrets, openSecrets, sealSecrets } from './request-secrets.ts'

export interface AuthorizeDependencies extends ConnectorDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly keyring: Keyring
  /** The server's own address. */
  readonly publicUrl: () => string
  /** The version of each platform API that the server uses. */
  readonly apiVersions: ApiVersions
  /** Where browsers may be sent after a sign-in. */
  readonly returnOrigins: readonly string[]
}

interface StartOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreateConnectionRequest
}

/** A request as it is kept under an `Idempotency-Key`: without the link, which lets in anyone who has it. */
export interface StartedAuthorization {
  readonly request_id: string
}

/** Begins to connect accounts: a person opens a link while it is valid, once. */
export async function startAuthorization(
  trx: Trx,
  dependencies: AuthorizeDependencies,
  { principal, request }: StartOptions,
): Promise<StartedAuthorization> {
  const { clock, keyring, returnOrigins } = dependencies
  const { platform, sandbox = false, return_url = null, reference = null } = request
  const { expires_in_seconds: seconds = CONNECTION_LINK_LIMITS.defaultSeconds } = request
  if (!sandbox) refuseAccountToSandboxKey(principal)
  if (return_url !== null) refuseForeignOrigin(return_url, returnOrigins)
  connectorOf(dependencies, { platform, sandbox })
  const ended = sandbox ? undefined : findEnded(platform, dependencies.apiVersions, clock.now())
  if (ended) throw new AppError('API_VERSION_ENDED', ended.message)
  await refuseTooMany(trx, principal.workspaceId)
  const now = clock.now()
  await refuseTooManyLinks(trx, principal.workspaceId, now)
  const requestId = makeId(clock)
  const secrets = makeSecrets()
  await insertRequest(trx, {
    id: requestId,
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    platform,
    sandbox,
    return_url,
    reference,
    state_hash: hashToken(secrets.state),
    secrets: sealSecrets(secrets, { keyring, requestId }),
    expires_at: new Date(now.getTime() + seconds * 1000),
    created_by: storePrincipal(principal),
    created_at: now,
  })
  return { request_id: requestId }
}

/** Links are created one after the other: whether there is room for another connection was asked under a lock. */
async function refuseTooManyLinks(trx: Trx, workspaceId: string, now: Date): Promise<void> {
  const { openPerWorkspace } = CONNECTION_LINK_LIMITS
  if ((await countOpenRequests(trx, workspaceId, now)) < openPerWorkspace) return
  throw new AppError('CONFLICT', `A workspace can have at most ${openPerWorkspace} sign-ins that nobody has finished.`)
}

function refuseForeignOrigin(returnUrl: string, origins: readonly string[]): void {
  const url = URL.canParse(returnUrl) ? new URL(returnUrl) : undefined
  if (!url || url.username !== '' || url.password !== '') throw invalidField('return_url', 'must be an https address')
  if (origins.includes(url.origin)) return
  throw invalidField('return_url', `has an origin that POWERPOST_RETURN_ORIGINS of this server does not list`)
}

/**
 * The link of a request, for as long as it can be used: so a POST that is sent again by its `Idempotency-Key` is answered the
 * same link. Undefined once it was used or has expired.
 */
export async function presentAuthorization(
  dependencies: AuthorizeDependencies,
  { request_id: requestId }: StartedAuthorization,
): Promise<ConnectionAuthorization | undefined> {
  const { db, clock, keyring } = dependencies
  const request = await findRequestById(db, requestId)
  if (!request || request.secrets === null || request.expires_at <= clock.now()) return undefined
  const secrets = openSecrets(request.secrets, { keyring, requestId })
  const connector = connectorOf(dependencies, request)
  return {
    request_id: requestId,
    status: 'waiting',
    authorize_url: connector.authorizeUrl({ ...secrets, redirectUri: redirectUriOf(dependencies) }),
    expires_at: request.expires_at.toISOString(),
  }
}

/** CONFLICT: an `Idempotency-Key` was sent again when its link was good no more. */
export function linkEnded(): AppError {
  return new AppError(
    'CONFLICT',
    'The link of this Idempotency-Key was used or has expired. Use a new key to get another link.',
  )
}

/** Where platforms send people back to: what the operator registers with each. */
export function redirectUriOf({ publicUrl }: Pick<AuthorizeDependencies, 'publicUrl'>): string {
  return `${publicUrl()}${API_BASE_PATH}/connections/callback`
}
