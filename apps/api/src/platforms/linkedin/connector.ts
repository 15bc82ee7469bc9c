import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { Connector, Grant, PlatformAccount } from '../port.ts'
import { PlatformError } from '../port.ts'
import { refuseEnded } from './refuse-ended.ts'
import type { Ask } from './accounts.ts'
import { askMember, askOrganizations, toAccount } from './accounts.ts'
import type { LinkedInApi } from './api.ts'
import { DEFAULT_SCOPES, MEMBER_SCOPE, ORGANIZATION_SCOPES } from './endpoints.ts'
import { outOfOrder, toFailure } from './errors.ts'
import { isGood, readJson } from './read-json.ts'
import { oauthErrorSchema, tokensSchema } from './wire.ts'

/** The operator's app. */
export interface LinkedInApp {
  readonly clientId: string
  readonly clientSecret: string
  /** Whole addresses. */
  readonly authorizeUrl: string
  readonly tokenUrl: string
  /** What is asked for at the sign-in: what the app's page lists. @default of an app without organizations */
  readonly scopes?: readonly string[] | undefined
}

interface ConnectorOptions extends LinkedInApp {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  readonly api: LinkedInApi
  readonly version: string
}

/** What LinkedIn says of an app that it does not know, RFC 6749 5.2: nothing that the account's owner can change. */
const APP_UNKNOWN = ['invalid_client', 'unauthorized_client', 'invalid_client_id', 'invalid_redirect_uri']

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow#failed-requests */
const SIGN_IN_ERRORS = {
  user_cancelled_login: 'denied',
  user_cancelled_authorize: 'denied',
  unauthorized_scope_error: {
    message:
      'The app of this server may not ask LinkedIn for these permissions. Its operator must set POWERPOST_LINKEDIN_SCOPES to what the app lists, or add the products that the app lacks.',
  },
} as const

/**
 * Lets people connect themselves, and the organizations that they may post for:
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow. LinkedIn has no PKCE for servers: the code is
 * of no use without the secret. Giving the access up would end all accounts of the same sign-in: people do that at LinkedIn.
 */
export function createLinkedInConnector(options: ConnectorOptions): Connector {
  const { fetch, clock, api, version, clientId, clientSecret, tokenUrl } = options
  const scopes = options.scopes ?? DEFAULT_SCOPES
  return {
    renewal: 'refresh_token',
    scopes,
    signInErrors: SIGN_IN_ERRORS,
    authorizeUrl({ state, redirectUri }) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        scope: scopes.join(' '),
      })
      return `${options.authorizeUrl}?${query.toString().replaceAll('+', '%20')}`
    },
    async exchange({ code, redirectUri }, signal) {
      refuseEnded(version, clock)
      const fields = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
      const grant = await askForTokens(fields, { granted: scopes, signal })
      const accounts = await askAccounts(grant, signal)
      if (accounts.length > 0) return { grant, accounts }
      const missing = scopes.filter((scope) => !grant.scopes.includes(scope)).join(', ')
      const message = missing
        ? `LinkedIn did not grant all required permissions: ${missing} is missing.`
        : 'You have no role at an organization on LinkedIn that lets you post for it.'
      throw new PlatformError('never', message)
    },
    refresh: ({ refreshToken = '', scopes: granted }, signal) =>
      askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, { granted, signal }),
  }

  async function askAccounts(grant: Grant, signal: AbortSignal): Promise<readonly PlatformAccount[]> {
    const ask: Ask = async (schema, request) => {
      const answer = await api.sendWith(request, grant.accessToken, signal)
      if (!isGood(answer)) throw toFailure(answer, { clock, version })
      return schema.parse(readJson(answer))
    }
    const has = (scope: string) => grant.scopes.includes(scope)
    const member = has(MEMBER_SCOPE) ? [await askMember(ask, grant.scopes)] : []
    const organizations = ORGANIZATION_SCOPES.every(has) ? await askOrganizations(ask) : []
    return [...member, ...organizations.map(toAccount)]
  }

  interface TokenOptions {
    /** What holds where LinkedIn does not say what it grants. */
    readonly granted: readonly string[]
    readonly signal: AbortSignal
  }

  /** @throws PlatformError `reconnect` when LinkedIn does not take the code or the token */
  async function askForTokens(
    fields: Readonly<Record<string, string>>,
    { granted, signal }: TokenOptions,
  ): Promise<Grant> {
    const form = { ...fields, client_id: clientId, client_secret: clientSecret }
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
    if (!isGood(answer)) throw toTokenFailure(answer)
    const grant = toGrant(tokensSchema.parse(readJson(answer)))
    return grant.scopes.length > 0 ? grant : { ...grant, scopes: granted }
  }

  function toTokenFailure(answer: OutboundAnswer): PlatformError {
    const { error } = oauthErrorSchema.safeParse(readJson(answer)).data ?? {}
    if (error === undefined || answer.status >= 500 || answer.status === 429) return outOfOrder(answer)
    if (APP_UNKNOWN.includes(error)) {
      const message = 'LinkedIn does not recognise the app of this server: its operator must check its id and secret.'
      return new PlatformError('never', message, { platformError: error })
    }
    const message = 'LinkedIn no longer accepts this sign-in. Connect the account again.'
    return new PlatformError('reconnect', message, { platformError: error })
  }

  type Tokens = ReturnType<typeof tokensSchema.parse>

  /** A refreshed token lives for 60 days again; the refresh token ends a year after the sign-in, whatever is refreshed. */
  function toGrant({ access_token, expires_in, refresh_token, refresh_token_expires_in, scope = '' }: Tokens): Grant {
    const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000)
    const endsIn = refresh_token === undefined ? expires_in : refresh_token_expires_in
    return {
      accessToken: access_token,
      ...(refresh_token !== undefined && { refreshToken: refresh_token }),
      ...(expires_in !== undefined && { expiresAt: inSeconds(expires_in) }),
      ...(endsIn !== undefined && { endsAt: inSeconds(endsIn) }),
      scopes: scope.split(/[\s,]+/).filter((one) => one !== ''),
    }
  }
}
