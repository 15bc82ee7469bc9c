import type { Db, Trx } from '#db/types.ts'
import type { Connector, PlatformRegistry } from '#platforms/port.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { ConnectionAuthorization, CreateConnectionRequest, Platform } from '@powerpost/contract'
import { API_BASE_PATH, PLATFORM_NAMES } from '@powerpost/contract'
import { refuseAccountToSandboxKey, refuseTooMany } from '../create-connection.ts'
import { findRequest, insertRequest } from './connection-requests.repository.ts'
import { hashState, makeSecrets, openSecrets, sealSecrets, toCodeChallenge } from './request-secrets.ts'

export interface AuthorizeDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly keyring: Keyring
  readonly platforms: Pick<PlatformRegistry, 'find'>
  /** The server's own address. */
  readonly publicUrl: () => string
  /** What the operator has to set for a platform; undefined: this version does not speak to it. */
  readonly settingsOf: (platform: Platform) => string | undefined
}

interface StartOptions {
  readonly caller: WorkspaceCaller
  readonly request: CreateConnectionRequest
}

/** A request as it is kept under an `Idempotency-Key`: without the link, which lets whoever has it in. */
export interface StartedAuthorization {
  readonly request_id: string
}

const REQUEST_MS = 10 * 60_000

/** Begins to connect an account: a person has ten minutes to open a link, once. */
export async function startAuthorization(
  trx: Trx,
  dependencies: AuthorizeDependencies,
  { caller, request: { platform } }: StartOptions,
): Promise<StartedAuthorization> {
  const { clock, keyring } = dependencies
  refuseAccountToSandboxKey(caller)
  requireConnector(dependencies, platform)
  await refuseTooMany(trx, caller.workspaceId)
  const requestId = makeId(clock)
  const secrets = makeSecrets()
  const now = clock.now()
  await insertRequest(trx, {
    id: requestId,
    account_id: caller.accountId,
    workspace_id: caller.workspaceId,
    livemode: caller.livemode,
    platform,
    state_hash: hashState(secrets.state),
    secrets: sealSecrets(secrets, { keyring, requestId }),
    expires_at: new Date(now.getTime() + REQUEST_MS),
    created_by: storePrincipal(caller),
    created_at: now,
  })
  return { request_id: requestId }
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
  const request = await findRequest(db, requestId)
  if (!request || request.secrets === null || request.expires_at <= clock.now()) return undefined
  const { state, codeVerifier } = openSecrets(request.secrets, { keyring, requestId })
  const connector = requireConnector(dependencies, request.platform)
  const codeChallenge = toCodeChallenge(codeVerifier)
  return {
    authorize_url: connector.authorizeUrl({ state, codeChallenge, redirectUri: redirectUriOf(dependencies) }),
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

function requireConnector({ platforms, settingsOf }: AuthorizeDependencies, platform: Platform): Connector {
  const connector = platforms.find(platform)?.connector
  if (connector) return connector
  const settings = settingsOf(platform)
  const why =
    settings === undefined
      ? 'this version does not publish there yet'
      : `its operator has to set ${settings}, see docs/connecting-${platform}.md`
  throw new AppError(
    'PLATFORM_NOT_CONFIGURED',
    `This server cannot connect accounts of ${PLATFORM_NAMES[platform]}: ${why}.`,
  )
}
