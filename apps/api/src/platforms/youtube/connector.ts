import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import { toCodeChallenge } from '#shared/code-challenge.ts'
import type { Connector, Grant, PlatformAccount } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { YouTubeApi } from './api.ts'
import { isGood } from './api.ts'
import { MANAGE_SCOPE, PATHS, PERMISSION_NAMES, SCOPES } from './endpoints.ts'
import { outOfOrder, toFailure } from './errors.ts'
import { COSTS } from './limits.ts'
import { readJson } from './read-json.ts'
import { channelsSchema, oauthErrorSchema, tokensSchema } from './wire.ts'

interface ConnectorOptions {
  readonly api: YouTubeApi
  readonly fetch: GuardedFetch
  readonly clock: Clock
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What Google says of an app that it does not know, RFC 6749 5.2: nothing that the channel's owner can fix. */
const APP_UNKNOWN = ['invalid_client', 'unauthorized_client', 'deleted_client', 'org_internal', 'redirect_uri_mismatch']

/** Lets people connect their channels: https://developers.google.com/identity/protocols/oauth2/web-server */
export function createYouTubeConnector(options: ConnectorOptions): Connector {
  const { api, fetch, clock, authorizeUrl, tokenUrl, clientId, clientSecret } = options
  return {
    renewal: 'refresh_token',
    scopes: SCOPES,
    authorizeUrl({ state, codeVerifier, redirectUri }) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: [...SCOPES, MANAGE_SCOPE].join(' '),
        state,
        code_challenge: toCodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        // A refresh token is given with the first consent alone, and with one that is asked for again.
        access_type: 'offline',
        prompt: 'consent',
      })
      return `${authorizeUrl}?${query}`
    },
    async exchange({ code, codeVerifier, redirectUri }, signal) {
      const fields = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      }
      const grant = await askForTokens(fields, signal)
      refuseLackingScopes(grant)
      if (grant.refreshToken === undefined) {
        const message =
          'Google gave no lasting access. Remove the app of this server at myaccount.google.com/connections, and connect the channel again.'
        throw new PlatformError('never', message)
      }
      return { grant, accounts: await askForChannels(grant.accessToken, signal) }
    },
    // Google gives no other refresh token: the old one stays good.
    refresh: ({ refreshToken = '' }, signal) =>
      askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, signal),
    async revoke({ accessToken, refreshToken }, signal) {
      const answer = await sendForm(
        new URL(PATHS.revoke, tokenUrl).href,
        { token: refreshToken ?? accessToken },
        signal,
      )
      // One that has ended already needs no more.
      if (!isGood(answer) && answer.status !== 400) throw toFailure(answer, clock)
    },
  }

  async function askForTokens(fields: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Grant> {
    const answer = await sendForm(tokenUrl, { ...fields, client_id: clientId, client_secret: clientSecret }, signal)
    if (!isGood(answer)) throw toTokenFailure(answer)
    const {
      access_token,
      refresh_token,
      expires_in,
      refresh_token_expires_in,
      scope = '',
    } = tokensSchema.parse(readJson(answer))
    const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000)
    return {
      accessToken: access_token,
      ...(refresh_token !== undefined && { refreshToken: refresh_token }),
      ...(expires_in !== undefined && { expiresAt: inSeconds(expires_in) }),
      ...(refresh_token_expires_in !== undefined && { endsAt: inSeconds(refresh_token_expires_in) }),
      scopes: scope.split(' ').filter((one) => one !== ''),
    }
  }

  async function askForChannels(token: string, signal: AbortSignal): Promise<PlatformAccount[]> {
    const { items } = await api.askWith(
      channelsSchema,
      {
        method: 'GET',
        to: { api: PATHS.channels },
        query: { part: 'snippet', mine: 'true' },
        cost: { quota: 'units', amount: COSTS.list },
      },
      { token, signal },
    )
    if (items.length === 0) {
      throw new PlatformError(
        'never',
        'This Google account has no YouTube channel. Create one at youtube.com, or choose an account that has one.',
      )
    }
    return items.map(({ id, snippet }) => {
      const pictureUrl = snippet?.thumbnails?.default?.url
      return {
        platformAccountId: id,
        displayName: snippet?.title || snippet?.customUrl || id,
        kind: 'channel',
        ...(pictureUrl?.startsWith('https://') && { pictureUrl }),
      }
    })
  }

  function sendForm(
    url: string,
    fields: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> {
    return fetch(url, {
      method: 'POST',
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  }

  /** https://developers.google.com/identity/protocols/oauth2/web-server: `invalid_grant` is a token that ended or was taken away. */
  function toTokenFailure(answer: OutboundAnswer): PlatformError {
    const said = oauthErrorSchema.safeParse(readJson(answer)).data
    // RFC 6749 5.2: a refusal says so in its own words. Whatever else answers in Google's place knows nothing of the token.
    if (!said) return answer.status === 429 ? toFailure(answer, clock) : outOfOrder(answer)
    const { error } = said
    const platformError = `${answer.status} ${error.replaceAll(/\W/g, '').slice(0, 50)}`.trim()
    if (APP_UNKNOWN.includes(error)) {
      const message =
        'Google does not recognise the app of this server: its operator must check the client id, the secret and the redirect address.'
      return new PlatformError('never', message, { platformError })
    }
    if (answer.status === 400 || answer.status === 401 || answer.status === 403) {
      const message = 'Google no longer accepts the access of this server. Connect the channel again.'
      return new PlatformError('reconnect', message, { platformError })
    }
    return outOfOrder(answer)
  }
}

/** Google's page lets a person untick each permission. */
function refuseLackingScopes({ scopes }: Grant): void {
  const missing = SCOPES.filter((scope) => !scopes.includes(scope))
  if (missing.length === 0) return
  const names = missing.map((scope) => PERMISSION_NAMES[scope]).join(' and ')
  throw new PlatformError(
    'never',
    `Google did not give the permission ${names}. Connect the channel again, and leave every box ticked on the page of Google.`,
  )
}
