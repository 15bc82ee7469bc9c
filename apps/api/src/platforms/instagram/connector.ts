import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { GraphApi } from '../meta/index.ts'
import { isGood, readJson } from '../meta/index.ts'
import type { Connector, Grant, PlatformAccount } from '../port.ts'
import { PlatformError } from '../port.ts'
import { INSIGHTS_SCOPE, PATHS, REQUIRED_SCOPES, SCOPES, TOKEN_PATHS } from './endpoints.ts'
import { codeErrorSchema, longTokenSchema, meSchema, shortTokensSchema } from './wire.ts'

/** The operator's app. */
export interface InstagramApp {
  /** Not the id and secret of the app at Meta, but those of Instagram in it. */
  readonly clientId: string
  readonly clientSecret: string
  /** Whole addresses. */
  readonly authorizeUrl: string
  readonly tokenUrl: string
}

interface ConnectorOptions extends InstagramApp {
  readonly fetch: GuardedFetch
  /** Of `graph.instagram.com`, without a version and without a slash at its end. */
  readonly apiUrl: string
  readonly clock: Clock
  readonly api: GraphApi
}

/** What Instagram says of an app that it does not know: nothing that the account's owner can change. */
const APP_UNKNOWN = /client|app id|platform app|redirect/i

/**
 * Lets people connect their Instagram accounts without a Facebook page:
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login
 *
 * The code gives a token of an hour, which is exchanged at once for one of 60 days; that renews itself while it lives.
 */
export function createInstagramConnector(options: ConnectorOptions): Connector {
  const { fetch, clock, api, clientId, clientSecret, apiUrl, tokenUrl } = options
  return {
    renewal: 'access_token',
    scopes: SCOPES,
    // Instagram has no PKCE: the code is of no use without the secret.
    authorizeUrl({ state, redirectUri }) {
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: [...SCOPES, INSIGHTS_SCOPE].join(','),
        state,
      })
      return `${options.authorizeUrl}?${query}`
    },
    async exchange({ code, redirectUri }, signal) {
      const { token, scopes } = await exchangeCode(code, redirectUri, signal)
      const missing = REQUIRED_SCOPES.filter((scope) => !scopes.includes(scope))
      if (missing.length > 0) {
        const message = `Instagram did not grant all required permissions: ${missing.join(', ')} is missing.`
        throw new PlatformError('never', message)
      }
      const query = { grant_type: 'ig_exchange_token', client_secret: clientSecret, access_token: token }
      const grant = await askForLongToken(TOKEN_PATHS.exchange, query, { scopes, signal })
      return { grant, accounts: [await askWhose(grant.accessToken, signal)] }
    },
    async refresh({ accessToken, scopes }, signal) {
      const query = { grant_type: 'ig_refresh_token', access_token: accessToken }
      try {
        return await askForLongToken(TOKEN_PATHS.refresh, query, { scopes, signal })
      } catch (error) {
        // A token of less than a day is not renewed, though it is good: that is not the end of the access.
        if (!(error instanceof PlatformError) || error.failure !== 'never') throw error
        const { platformError } = error
        const options = { cause: error, ...(platformError !== undefined && { platformError }) }
        throw new PlatformError('retry', 'Instagram does not renew the access yet.', options)
      }
    },
  }

  async function exchangeCode(
    code: string,
    redirectUri: string,
    signal: AbortSignal,
  ): Promise<{ readonly token: string; readonly scopes: readonly string[] }> {
    const form = {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
    }
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
    if (!isGood(answer)) throw toCodeFailure(answer)
    const { access_token: token, permissions: scopes } = shortTokensSchema.parse(readJson(answer))
    return { token, scopes }
  }

  function toCodeFailure(answer: OutboundAnswer): PlatformError {
    const said = codeErrorSchema.safeParse(readJson(answer)).data
    const isTheirs = answer.status >= 500 || answer.status === 429
    if (!said?.error_type || isTheirs) return api.errors.toFailure(answer)
    const platformError = String(said.code ?? answer.status)
    if (APP_UNKNOWN.test(said.error_message)) {
      const message = 'Instagram does not recognise the app of this server: its operator must check its id and secret.'
      return new PlatformError('never', message, { platformError })
    }
    return new PlatformError('reconnect', 'Instagram no longer accepts the code of this sign-in.', { platformError })
  }

  interface TokenOptions {
    readonly scopes: readonly string[]
    readonly signal: AbortSignal
  }

  /** The address has no version, and the token stands in it: so it is documented. */
  async function askForLongToken(
    path: string,
    query: Readonly<Record<string, string>>,
    { scopes, signal }: TokenOptions,
  ): Promise<Grant> {
    const address = `${apiUrl}${path}?${new URLSearchParams(query)}`
    const answer = await fetch(address, { signal, redirect: 'fail', accept: 'application/json' })
    if (!isGood(answer)) throw api.errors.toFailure(answer)
    const { access_token, expires_in } = longTokenSchema.parse(readJson(answer))
    return {
      accessToken: access_token,
      ...(expires_in !== undefined && { expiresAt: new Date(clock.now().getTime() + expires_in * 1000) }),
      scopes,
    }
  }

  async function askWhose(token: string, signal: AbortSignal): Promise<PlatformAccount> {
    const query = { fields: 'user_id,username,account_type,profile_picture_url' }
    const request = { method: 'GET', path: PATHS.me, query } as const
    const { user_id, username, profile_picture_url } = await api.askWith(meSchema, request, { token, signal })
    return {
      platformAccountId: user_id,
      displayName: `@${username}`,
      kind: 'profile',
      ...(profile_picture_url !== undefined && { pictureUrl: profile_picture_url }),
    }
  }
}
