import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import { toCodeChallenge } from '#shared/code-challenge.ts'
import type { Connector, Grant, PlatformAccount } from '../port.ts'
import { PlatformError } from '../port.ts'
import { isGood } from './api.ts'
import { PATHS, SCOPES } from './endpoints.ts'
import { outOfOrder, toFailure } from './errors.ts'
import { readJson } from './read-json.ts'
import { meSchema, oauthErrorSchema, tokensSchema } from './wire.ts'

interface ConnectorOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  readonly baseUrl: string
  readonly authorizeUrl: string
  readonly clientId: string
  /** Absent: the app is a public client. */
  readonly clientSecret: string | undefined
}

/** What X says of an app that it does not know, RFC 6749 5.2: nothing that the account's owner can mend. */
const APP_UNKNOWN = ['invalid_client', 'unauthorized_client']

/** Lets people connect their X accounts: https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token */
export function createXConnector(options: ConnectorOptions): Connector {
  const { fetch, clock, baseUrl, clientId, clientSecret } = options
  return {
    renewal: 'refresh_token',
    scopes: SCOPES,
    authorizeUrl({ state, codeVerifier, redirectUri }) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: SCOPES.join(' '),
        state,
        code_challenge: toCodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      // X's own examples have %20 in scopes.
      return `${options.authorizeUrl}?${query.toString().replaceAll('+', '%20')}`
    },
    async exchange({ code, codeVerifier, redirectUri }, signal) {
      const fields = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      }
      const grant = await askForTokens(fields, signal)
      const missing = SCOPES.filter((scope) => !grant.scopes.includes(scope))
      if (missing.length > 0) {
        throw new PlatformError('never', `X did not grant all required permissions: ${missing.join(', ')} is missing.`)
      }
      return { grant, accounts: [await askWhose(grant.accessToken, signal)] }
    },
    refresh: ({ refreshToken = '' }, signal) =>
      askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, signal),
    async revoke({ accessToken, refreshToken }, signal) {
      for (const token of [refreshToken, accessToken]) {
        if (token === undefined) continue
        const answer = await sendForm(PATHS.revoke, { token }, signal)
        if (!isGood(answer)) throw toFailure(answer, clock)
      }
    },
  }

  /** @throws PlatformError `reconnect` when X does not take the code or the token */
  async function askForTokens(fields: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Grant> {
    const answer = await sendForm(PATHS.token, fields, signal)
    if (!isGood(answer)) throw toTokenFailure(answer)
    const { access_token, refresh_token, expires_in, scope = '' } = tokensSchema.parse(readJson(answer))
    return {
      accessToken: access_token,
      ...(refresh_token !== undefined && { refreshToken: refresh_token }),
      ...(expires_in !== undefined && { expiresAt: new Date(clock.now().getTime() + expires_in * 1000) }),
      scopes: scope.split(' ').filter((one) => one !== ''),
    }
  }

  async function askWhose(accessToken: string, signal: AbortSignal): Promise<PlatformAccount> {
    const answer = await fetch(`${baseUrl}${PATHS.me}`, {
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: { authorization: `Bearer ${accessToken}` },
    })
    if (!isGood(answer)) throw toFailure(answer, clock)
    const { id, username } = meSchema.parse(readJson(answer)).data
    return { platformAccountId: id, displayName: `@${username}`, kind: 'profile' }
  }

  /** A confidential client proves itself by its secret, a public one names itself in the form. */
  function sendForm(
    path: string,
    fields: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> {
    const isPublic = clientSecret === undefined
    const credentials = Buffer.from(`${clientId}:${clientSecret ?? ''}`).toString('base64')
    return fetch(`${baseUrl}${path}`, {
      method: 'POST',
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(!isPublic && { authorization: `Basic ${credentials}` }),
      },
      body: new URLSearchParams({ ...fields, ...(isPublic && { client_id: clientId }) }).toString(),
    })
  }

  function toTokenFailure(answer: OutboundAnswer): PlatformError {
    const said = oauthErrorSchema.safeParse(readJson(answer)).data
    // RFC 6749 5.2: a refusal says so in its own words. Whoever else answers in X's place knows nothing of the token.
    if (!said) return answer.status === 429 ? toFailure(answer, clock) : outOfOrder(answer)
    const { error } = said
    const platformError = `${answer.status} ${error.replaceAll(/\W/g, '').slice(0, 50)}`.trim()
    if (APP_UNKNOWN.includes(error)) {
      const message = 'X does not recognise the app of this server: its operator must check the client id and secret.'
      return new PlatformError('never', message, { platformError })
    }
    if (answer.status === 400 || answer.status === 401 || answer.status === 403) {
      return new PlatformError('reconnect', 'X no longer accepts the access of this server.', { platformError })
    }
    return toFailure(answer, clock)
  }
}
