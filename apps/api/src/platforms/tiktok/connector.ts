import type { GuardedFetch, OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import { toHexCodeChallenge } from '#shared/code-challenge.ts'
import type { Connector, Grant, PlatformAccount } from '../port.ts'
import { PlatformError } from '../port.ts'
import { isGood } from './api.ts'
import { PATHS, PUBLISH_SCOPE, SCOPES, UPLOAD_SCOPE } from './endpoints.ts'
import { toFailure } from './errors.ts'
import { readJson } from './read-json.ts'
import { creatorSchema, oauthErrorSchema, tokensSchema, userSchema } from './wire.ts'

/** The operator's app. */
export interface TikTokApp {
  /** TikTok's `client_key`. */
  readonly clientId: string
  readonly clientSecret: string
  /** Whole addresses. */
  readonly authorizeUrl: string
  readonly tokenUrl: string
  /** What a person is asked for. @default what publishing needs */
  readonly scopes?: readonly string[] | undefined
}

interface ConnectorOptions extends TikTokApp {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  /** Without a slash at its end. */
  readonly baseUrl: string
}

/** What TikTok says of an app that it does not know: nothing that the account's owner can change. */
const APP_UNKNOWN = ['invalid_client', 'unauthorized_client', 'invalid_scope']

/**
 * Lets people connect their TikTok accounts: https://developers.tiktok.com/doc/login-kit-web and `oauth-user-access-token-management` next to it.
 * A refresh token is good once: each renewal brings the next.
 */
export function createTikTokConnector(options: ConnectorOptions): Connector {
  const { fetch, clock, baseUrl, clientId, clientSecret, tokenUrl } = options
  return {
    renewal: 'refresh_token',
    scopes: SCOPES,
    authorizeUrl({ state, codeVerifier, redirectUri }) {
      const query = new URLSearchParams({
        client_key: clientId,
        response_type: 'code',
        scope: (options.scopes ?? SCOPES).join(','),
        redirect_uri: redirectUri,
        state,
        // In hex, unlike RFC 7636: https://developers.tiktok.com/doc/login-kit-desktop/
        code_challenge: toHexCodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      return `${options.authorizeUrl}?${query}`
    },
    async exchange({ code, codeVerifier, redirectUri }, signal) {
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier }
      const { openId, ...grant } = await askForTokens(form, signal)
      if (!grant.scopes.includes(PUBLISH_SCOPE) && !grant.scopes.includes(UPLOAD_SCOPE)) {
        const message = `TikTok did not grant all required permissions: ${PUBLISH_SCOPE} or ${UPLOAD_SCOPE} is missing.`
        throw new PlatformError('never', message)
      }
      return { grant, accounts: [await askWhose(grant, openId, signal)] }
    },
    async refresh({ refreshToken = '' }, signal) {
      const { openId: _, ...grant } = await askForTokens(
        { grant_type: 'refresh_token', refresh_token: refreshToken },
        signal,
      )
      return grant
    },
    async revoke({ accessToken }, signal) {
      const answer = await sendForm(`${baseUrl}${PATHS.revoke}`, { token: accessToken }, signal)
      if (!isGood(answer) || saysError(answer)) throw toTokenFailure(answer)
    },
  }

  /** @throws PlatformError `reconnect` when TikTok does not take the code or the token */
  async function askForTokens(
    form: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Grant & { readonly openId: string }> {
    const answer = await sendForm(tokenUrl, form, signal)
    if (!isGood(answer) || saysError(answer)) throw toTokenFailure(answer)
    const tokens = tokensSchema.parse(readJson(answer))
    const after = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000)
    return {
      openId: tokens.open_id,
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      expiresAt: after(tokens.expires_in),
      ...(tokens.refresh_expires_in !== undefined && { refreshExpiresAt: after(tokens.refresh_expires_in) }),
      scopes: tokens.scope
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    }
  }

  /** The name that people know it by comes with what a creator may choose, and only where posting is allowed. */
  async function askWhose(
    { accessToken, scopes }: Grant,
    openId: string,
    signal: AbortSignal,
  ): Promise<PlatformAccount> {
    const authorization = { authorization: `Bearer ${accessToken}` }
    const account = { platformAccountId: openId, kind: 'profile' } as const
    const json = { 'content-type': 'application/json; charset=UTF-8', ...authorization }
    const shared = { signal, redirect: 'fail', accept: 'application/json' } as const
    if (scopes.includes(PUBLISH_SCOPE)) {
      const creator = await fetch(`${baseUrl}${PATHS.creatorInfo}`, {
        ...shared,
        method: 'POST',
        headers: json,
        body: '{}',
      })
      const { creator_username: name = '' } =
        (isGood(creator) && creatorSchema.safeParse(readJson(creator)).data?.data) || {}
      if (name !== '') return { ...account, displayName: `@${name}` }
    }
    const answer = await fetch(`${baseUrl}${PATHS.user}?fields=open_id,avatar_url,display_name`, {
      ...shared,
      headers: authorization,
    })
    if (!isGood(answer)) throw toFailure(answer, clock)
    const { display_name, avatar_url } = userSchema.parse(readJson(answer)).data.user
    return {
      ...account,
      displayName: display_name || 'TikTok',
      ...(avatar_url !== undefined && { pictureUrl: avatar_url }),
    }
  }

  function sendForm(
    address: string,
    form: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> {
    return fetch(address, {
      method: 'POST',
      signal,
      redirect: 'fail',
      accept: 'application/json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ client_key: clientId, client_secret: clientSecret, ...form }).toString(),
    })
  }

  function toTokenFailure(answer: OutboundAnswer): PlatformError {
    const said = oauthErrorSchema.safeParse(readJson(answer)).data
    // Whoever else answers in TikTok's place knows nothing of the token.
    if (!said) {
      const platformError = String(answer.status)
      return answer.status === 429
        ? toFailure(answer, clock)
        : new PlatformError('retry', 'TikTok has an internal error.', { platformError })
    }
    const platformError = `${answer.status} ${said.error.replaceAll(/\W/g, '').slice(0, 50)}`.trim()
    if (APP_UNKNOWN.includes(said.error)) {
      const message =
        'TikTok does not recognise the app of this server: its operator must check its client key, secret and scopes.'
      return new PlatformError('never', message, { platformError })
    }
    if (answer.status >= 500) return new PlatformError('retry', 'TikTok has an internal error.', { platformError })
    return new PlatformError('reconnect', 'TikTok no longer accepts the access of this server.', { platformError })
  }
}

/** The sign-in answers 200 to refusals too. */
function saysError(answer: OutboundAnswer): boolean {
  return oauthErrorSchema.safeParse(readJson(answer)).success
}
