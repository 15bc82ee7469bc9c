import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import type { Connector } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Logger } from '#shared/logger.ts'
import type { ConnectionRequest, ConnectionRequestErrorCode } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { connectAccounts } from './choose-accounts.ts'
import type { ConnectDependencies } from './choose-accounts.ts'
import type { StoredRequest } from './connection-requests.repository.ts'
import { failRequest, takeRequest, updateRequest } from './connection-requests.repository.ts'
import { connectorOf } from './connector-of.ts'
import { ASK_FOR_ANOTHER, explainRefusal, findEndOfAccess, toLinkPrincipal } from './link-access.ts'
import { statusOf, toConnectionRequest } from './present-request.ts'
import { hashToken, makeToken, openSecrets } from './request-secrets.ts'
import type { Choice } from './sealed-choices.ts'
import { sealChoices, toChoices } from './sealed-choices.ts'
import type { AuthorizeDependencies } from './start-authorization.ts'
import { redirectUriOf } from './start-authorization.ts'

export interface FinishDependencies extends AuthorizeDependencies, ConnectDependencies {
  readonly logger: Logger
}

/** Has an effect for the link that was opened, with the access of the key that asked for it. */
export type MutateAs = (
  principal: WorkspacePrincipal,
  effect: (trx: Trx) => Promise<Change<ConnectionRequest>>,
) => Promise<unknown>

interface FinishOptions {
  readonly answer: Return
  readonly mutateAs: MutateAs
}

/** What a person came back from a platform with. */
interface Return {
  readonly state?: string | undefined
  readonly code?: string | undefined
  readonly error?: string | undefined
}

/** What became of it, for the person. */
export type Finished =
  | { readonly status: 'connected'; readonly request: StoredRequest; readonly names: readonly string[] }
  /** They choose on the page of the token. */
  | { readonly status: 'choosing'; readonly request: StoredRequest; readonly pageToken: string }
  /** `why` is a sentence or two for them. Without a request, nobody knows which link it was. */
  | { readonly status: 'refused'; readonly request?: StoredRequest; readonly why: string }

const EXCHANGE_MS = 25_000

/** For so long a person may choose: the tokens of all accounts are kept as long. */
const CHOICE_MS = 60 * 60_000

/**
 * Turns what a person came back with into a connection, or into the choice between several. The link they opened is used up,
 * whatever becomes of it; an address without an answer of the platform uses nothing up.
 */
export async function finishAuthorization(
  dependencies: FinishDependencies,
  { answer: { state, code, error }, mutateAs }: FinishOptions,
): Promise<Finished> {
  const { db, clock } = dependencies
  if (state === undefined || (code === undefined && error === undefined)) {
    return {
      status: 'refused',
      why: 'The platform sends you here after you signed in. Open the link that you were given.',
    }
  }
  const request = await takeRequest(db, hashToken(state), clock.now())
  if (!request) return { status: 'refused', why: `This link was not made by this server. ${ASK_FOR_ANOTHER}` }
  if (request.used_at !== null) return no(request, `This link was already used. ${ASK_FOR_ANOTHER}`)
  if (request.expires_at <= clock.now()) return no(request, `This link has expired. ${ASK_FOR_ANOTHER}`)
  const signedIn = await signIn(dependencies, { request, code, error })
  if ('why' in signedIn) {
    const failed = await failRequest(db, { id: request.id, code: signedIn.code, message: signedIn.why })
    return no(failed ?? request, signedIn.why)
  }
  try {
    return await connectOrAsk(dependencies, { ...signedIn, request, mutateAs })
  } catch (err) {
    const why = explainRefusal(err)
    const failed = await failRequest(db, { id: request.id, code: 'NOT_ALLOWED', message: why })
    return no(failed ?? request, why)
  }
}

interface Refusal {
  readonly code: ConnectionRequestErrorCode
  readonly why: string
}

interface SignInOptions {
  readonly request: StoredRequest
  readonly code: string | undefined
  readonly error: string | undefined
}

/** Asks the platform which accounts the person gave access to. */
async function signIn(
  dependencies: FinishDependencies,
  { request, code, error }: SignInOptions,
): Promise<Refusal | { readonly choices: readonly Choice[] }> {
  const { keyring, logger } = dependencies
  const ended = await findEndOfAccess(dependencies, toLinkPrincipal(request))
  if (ended !== undefined) return { code: 'NOT_ALLOWED', why: ended }
  const name = PLATFORM_NAMES[request.platform]
  const known = error === undefined ? undefined : findSignInError(dependencies, request, error)
  if (error === 'access_denied' || known === 'denied')
    return { code: 'ACCESS_DENIED', why: `You did not allow access, so ${name} gave this server none.` }
  if (known) return { code: 'PLATFORM_REFUSED', why: known.message }
  if (error !== undefined || code === undefined || request.secrets === null)
    return { code: 'PLATFORM_REFUSED', why: `${name} gave no access. ${ASK_FOR_ANOTHER}` }
  const { codeVerifier } = openSecrets(request.secrets, { keyring, requestId: request.id })
  try {
    const connector = connectorOf(dependencies, request)
    const answer = { code, codeVerifier, redirectUri: redirectUriOf(dependencies) }
    const choices = toChoices(await connector.exchange(answer, AbortSignal.timeout(EXCHANGE_MS)))
    const none = `The account you signed in with has nothing on ${name} that posts can be published to.`
    return choices.length > 0 ? { choices } : { code: 'NO_ACCOUNTS', why: none }
  } catch (err) {
    logger.warn({ err, platform: request.platform, connection_request_id: request.id }, 'connecting an account failed')
    const why = err instanceof PublishError ? err.message : `${name} could not be reached.`
    return { code: 'PLATFORM_REFUSED', why: `${why} ${ASK_FOR_ANOTHER}` }
  }
}

type SignInError = NonNullable<Connector['signInErrors']>[string]

/** What the platform means by an error that is its own. Undefined: it is not known, or the platform is not set up any more. */
function findSignInError(
  dependencies: FinishDependencies,
  request: StoredRequest,
  error: string,
): SignInError | undefined {
  const { platforms } = dependencies
  const connector = request.sandbox ? undefined : platforms.find(request.platform)?.connector
  return connector?.signInErrors?.[error]
}

interface ConnectOptions {
  readonly request: StoredRequest
  readonly choices: readonly Choice[]
  readonly mutateAs: MutateAs
}

/** A single account is connected at once; between several, a person or the caller's program chooses. */
async function connectOrAsk(
  dependencies: FinishDependencies,
  { request, choices, mutateAs }: ConnectOptions,
): Promise<Finished> {
  const { clock, keyring } = dependencies
  const principal = toLinkPrincipal(request)
  const pageToken = makeToken()
  const [, second] = choices
  let finished: StoredRequest = request
  await mutateAs(principal, async (trx) => {
    finished = second
      ? await updateRequest(trx, request.id, {
          status: 'choosing',
          choices: sealChoices(choices, { keyring, requestId: request.id }),
          // Who has the address of the page may choose on it: where a program asks for the choice, there is no page.
          page_token_hash: request.return_url === null ? hashToken(pageToken) : null,
          expires_at: new Date(clock.now().getTime() + CHOICE_MS),
        })
      : await connectAccounts(trx, dependencies, { request, principal, accounts: choices })
    return { body: toConnectionRequest(dependencies, finished) }
  })
  if (second) return { status: 'choosing', request: finished, pageToken }
  return { status: 'connected', request: finished, names: choices.map(({ displayName }) => displayName) }
}

function no(request: StoredRequest, why: string): Finished {
  return { status: 'refused', request, why }
}

/** Where the browser goes after the sign-in; undefined: to a page of this server. Nothing of it is a secret. */
export function returnAddressOf(
  { clock }: Pick<FinishDependencies, 'clock'>,
  request: StoredRequest,
): string | undefined {
  if (request.return_url === null) return undefined
  const url = new URL(request.return_url)
  url.searchParams.set('request_id', request.id)
  url.searchParams.set('status', statusOf(request, clock.now()))
  if (request.reference !== null) url.searchParams.set('reference', request.reference)
  return url.href
}
