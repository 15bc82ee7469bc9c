import type { PlatformAccount, Grant } from '#platforms/port.ts'
import { PlatformError } from '#platforms/port.ts'
import { AppError } from '#shared/app-error.ts'
import type { Logger } from '#shared/logger.ts'
import type { Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { takeRequest } from './connection-requests.repository.ts'
import { hashState, openSecrets } from './request-secrets.ts'
import { saveGrant } from './save-grant.ts'
import type { AuthorizeDependencies } from './start-authorization.ts'
import { redirectUriOf } from './start-authorization.ts'

export interface FinishDependencies extends AuthorizeDependencies {
  readonly logger: Logger
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

const ASK_FOR_ANOTHER = 'Request a new link where you got this one.'

/** Turns what a person came back with into a connection. The link they opened is used up, whatever becomes of it. */
export async function finishAuthorization(
  dependencies: FinishDependencies,
  { state, code, error }: Return,
): Promise<Finished> {
  const { db, clock, keyring, platforms, logger } = dependencies
  const request = await takeRequest(db, hashState(state), clock.now())
  if (!request) return no(`This link was not made by this server. ${ASK_FOR_ANOTHER}`)
  if (request.secrets === null) return no(`This link was already used. ${ASK_FOR_ANOTHER}`)
  if (request.expires_at <= clock.now())
    return no(`This link has expired: it was valid for ten minutes. ${ASK_FOR_ANOTHER}`)
  const { platform } = request
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
    await db.transaction().execute((trx) => saveGrant(trx, dependencies, { request, ...given }))
  } catch (err) {
    if (err instanceof AppError && err.code === 'CONFLICT') return no(err.message)
    throw err
  }
  return { connected: true, platform, displayName: given.account.displayName }
}

function no(why: string): Finished {
  return { connected: false, why }
}
