import type { Trx } from '#db/types.ts'
import { holdAccess } from '#features/account/index.ts'
import type { Change } from '#features/audit/index.ts'
import type { PlatformAccount, Grant } from '#platforms/port.ts'
import { PlatformError } from '#platforms/port.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Logger } from '#shared/logger.ts'
import type { Connection, Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { StoredRequest } from './connection-requests.repository.ts'
import { takeRequest } from './connection-requests.repository.ts'
import { hashState, openSecrets } from './request-secrets.ts'
import { saveGrant } from './save-grant.ts'
import type { AuthorizeDependencies } from './start-authorization.ts'
import { redirectUriOf } from './start-authorization.ts'

export interface FinishDependencies extends AuthorizeDependencies {
  readonly logger: Logger
}

interface FinishOptions {
  readonly answer: Return
  /** Has an effect for the link that was opened, with the access of the key that asked for it. */
  readonly mutateAs: (
    caller: WorkspaceCaller,
    effect: (trx: Trx) => Promise<Change<Connection>>,
  ) => Promise<{ readonly body: Connection }>
}

/** What a person came back from a platform with. */
interface Return {
  readonly state: string
  readonly code?: string | undefined
  readonly error?: string | undefined
}

/** What became of it, for the person. */
export type Finished =
  | { readonly connected: true; readonly platform: Platform; readonly displayName: string }
  /** `why` is a sentence or two for them. */
  | { readonly connected: false; readonly why: string }

const EXCHANGE_MS = 25_000

/** What the key needs that asks for a link. */
const CONNECT_SCOPE = contract.connections.create.metadata.scope

const ASK_FOR_ANOTHER = 'Request a new link where you got this one.'

/** Turns what a person came back with into a connection. The link they opened is used up, whatever becomes of it. */
export async function finishAuthorization(
  dependencies: FinishDependencies,
  { answer: { state, code, error }, mutateAs }: FinishOptions,
): Promise<Finished> {
  const { db, clock, keyring, platforms, logger } = dependencies
  const request = await takeRequest(db, hashState(state), clock.now())
  if (!request) return no(`This link was not made by this server. ${ASK_FOR_ANOTHER}`)
  if (request.secrets === null) return no(`This link was already used. ${ASK_FOR_ANOTHER}`)
  if (request.expires_at <= clock.now())
    return no(`This link has expired: it was valid for ten minutes. ${ASK_FOR_ANOTHER}`)
  const { platform } = request
  const caller = toLinkCaller(request)
  const ended = await findEndOfAccess(dependencies, caller)
  if (ended !== undefined) return no(ended)
  const name = PLATFORM_NAMES[platform]
  if (error === 'access_denied') return no(`You did not allow access, so ${name} gave this server none.`)
  if (error !== undefined || code === undefined) return no(`${name} gave no access. ${ASK_FOR_ANOTHER}`)
  const connector = platforms.find(platform)?.connector
  if (!connector) return no(`This server is no longer configured for ${name}. Tell its operator.`)
  const { codeVerifier } = openSecrets(request.secrets, { keyring, requestId: request.id })
  const answer = { code, codeVerifier, redirectUri: redirectUriOf(dependencies) }
  let given: { grant: Grant; account: PlatformAccount }
  try {
    given = await connector.exchange(answer, AbortSignal.timeout(EXCHANGE_MS))
  } catch (err) {
    logger.warn({ err, platform, connection_request_id: request.id }, 'connecting an account failed')
    const why = err instanceof PlatformError ? err.message : `${name} could not be reached.`
    return no(`${why} ${ASK_FOR_ANOTHER}`)
  }
  try {
    await mutateAs(caller, (trx) => saveGrant(trx, dependencies, { request, caller, ...given }))
  } catch (err) {
    const why = err instanceof AppError && explainRefusal(err)
    if (!why) throw err
    return no(why)
  }
  return { connected: true, platform, displayName: given.account.displayName }
}

/** Who opened the link: they may what the key may that asked for it, as long as it may. */
function toLinkCaller(request: StoredRequest): WorkspaceCaller {
  return {
    accountId: request.account_id,
    kind: 'link',
    id: request.id,
    keyId: request.created_by.id,
    name: request.created_by.name,
    expiresAt: request.expires_at,
    livemode: request.livemode,
    scopes: [CONNECT_SCOPE],
    workspaceIds: [request.workspace_id],
    workspaceId: request.workspace_id,
  }
}

/** Why the link is no longer good; undefined: it is. Asked before the platform is, which gives its code once. */
async function findEndOfAccess(
  { db, clock }: Pick<FinishDependencies, 'db' | 'clock'>,
  caller: WorkspaceCaller,
): Promise<string | undefined> {
  const { scopes, workspaceId } = caller
  try {
    await db.transaction().execute((trx) => holdAccess(trx, { caller, scopes, workspaceId, now: clock.now() }))
    return undefined
  } catch (err) {
    const why = err instanceof AppError && explainRefusal(err)
    if (!why) throw err
    return why
  }
}

function explainRefusal({ code, message }: AppError): string | undefined {
  if (code === 'CONFLICT') return message
  if (code === 'FORBIDDEN') return 'The workspace of this connection was deleted.'
  const ended = code === 'INVALID_API_KEY' || code === 'INSUFFICIENT_SCOPE'
  return ended ? `The API key that asked for this link was revoked or has expired. ${ASK_FOR_ANOTHER}` : undefined
}

function no(why: string): Finished {
  return { connected: false, why }
}
