import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { YouTubeReply, YouTubeState } from './state.ts'

export interface YouTubeApp {
  readonly clientId: string
  readonly clientSecret: string
}

const CODE_LIFE_MS = 600_000

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_id', 'client_secret'],
  refresh_token: ['grant_type', 'refresh_token', 'client_id', 'client_secret'],
}

function oauthError(status: number, error: string): YouTubeReply {
  return { status, body: { error, error_description: error } }
}

/** `POST https://oauth2.googleapis.com/token`. */
export function serveToken(state: YouTubeState, app: YouTubeApp, request: IncomingMessage, body: Buffer): YouTubeReply {
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') state.complaints.push('token: no form')
  const form = new URLSearchParams(body.toString())
  const grantType = form.get('grant_type') ?? ''
  const unknown = [...form.keys()].find((name) => !ALLOWED[grantType]?.includes(name))
  if (unknown !== undefined) state.complaints.push(`token: unknown field ${unknown}`)
  if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret) {
    return oauthError(401, 'invalid_client')
  }
  if (state.manner.failRefreshes > 0) {
    state.manner.failRefreshes -= 1
    return { status: 503, body: { error: { code: 503, message: 'Service Unavailable' } } }
  }
  return grantType === 'refresh_token' ? refresh(state, form) : exchange(state, form)
}

function exchange(state: YouTubeState, form: URLSearchParams): YouTubeReply {
  const given = form.get('code') ?? ''
  const code = state.codes.get(given)
  state.codes.delete(given)
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  if (!code || code.endsAt < state.now() || challenge !== code.challenge) return oauthError(400, 'invalid_grant')
  if (code.redirectUri !== form.get('redirect_uri')) return oauthError(400, 'redirect_uri_mismatch')
  const { accessToken, refreshToken } = state.grant(code.channelId, code.scopes)
  return tokens(state, accessToken, code.scopes, state.manner.noRefreshToken ? undefined : refreshToken)
}

/** Google gives no other refresh token, and the access token before stays good. */
function refresh(state: YouTubeState, form: URLSearchParams): YouTubeReply {
  const token = form.get('refresh_token') ?? ''
  const granted = state.refresh.get(token)
  if (!granted) return oauthError(400, 'invalid_grant')
  state.refreshes += 1
  const accessToken = `yt-access-${randomBytes(12).toString('base64url')}`
  state.access.set(accessToken, { ...granted, endsAt: state.now() + state.manner.tokenLifeMs })
  return tokens(state, accessToken, granted.scopes, undefined)
}

function tokens(
  state: YouTubeState,
  access_token: string,
  scopes: readonly string[],
  refreshToken: string | undefined,
): YouTubeReply {
  const { refreshLifeSeconds, tokenLifeMs } = state.manner
  return {
    status: 200,
    body: {
      access_token,
      expires_in: Math.round(tokenLifeMs / 1000) - 1,
      token_type: 'Bearer',
      scope: scopes.join(' '),
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      ...(refreshLifeSeconds !== null && { refresh_token_expires_in: refreshLifeSeconds }),
    },
  }
}

/** `POST https://oauth2.googleapis.com/revoke`: all tokens of the grant. */
export function serveRevoke(state: YouTubeState, body: Buffer): YouTubeReply {
  const token = new URLSearchParams(body.toString()).get('token') ?? ''
  const granted = state.refresh.get(token) ?? state.access.get(token)
  if (!granted) return oauthError(400, 'invalid_token')
  state.revoked.push(token)
  for (const tokensOf of [state.refresh, state.access]) {
    for (const [one, { channelId }] of tokensOf) if (channelId === granted.channelId) tokensOf.delete(one)
  }
  return { status: 200, body: {} }
}

interface Consent {
  readonly authorizeUrl: string
  readonly said: 'allow' | 'deny'
  readonly channelId: string
  /** The permissions that are left ticked. @default all */
  readonly scopes?: readonly string[]
}

const AUTHORIZE_FIELDS: Readonly<Record<string, RegExp>> = {
  response_type: /^code$/,
  client_id: /./,
  redirect_uri: /^http/,
  scope:
    /^(https:\/\/www\.googleapis\.com\/auth\/youtube[\w.-]*)( https:\/\/www\.googleapis\.com\/auth\/youtube[\w.-]*)*$/,
  state: /./,
  code_challenge: /^[\w-]{43}$/,
  code_challenge_method: /^S256$/,
  access_type: /^offline$/,
  prompt: /^consent$/,
}

/** A person at Google's own page, who chooses a channel. Answers where they are sent. */
export function consentTo(state: YouTubeState, app: YouTubeApp, consent: Consent): string {
  const query = new URL(consent.authorizeUrl).searchParams
  const wrong = [
    ...Object.entries(AUTHORIZE_FIELDS).flatMap(([name, pattern]) => (pattern.test(query.get(name) ?? '') ? [] : name)),
    ...[...query.keys()].filter((name) => !(name in AUTHORIZE_FIELDS)),
    ...(query.get('client_id') === app.clientId ? [] : ['client_id']),
  ]
  if (wrong.length > 0) throw new Error(`Google would not show this: ${wrong.join()}`)
  const redirectUri = query.get('redirect_uri') ?? ''
  const back = new URL(redirectUri)
  back.searchParams.set('state', query.get('state') ?? '')
  if (consent.said === 'deny') {
    back.searchParams.set('error', 'access_denied')
    return back.href
  }
  const code = `4/yt-code-${randomBytes(16).toString('base64url')}`
  const scopes = consent.scopes ?? (query.get('scope') ?? '').split(' ')
  const { channelId } = consent
  const challenge = query.get('code_challenge') ?? ''
  state.codes.set(code, { channelId, scopes, challenge, redirectUri, endsAt: state.now() + CODE_LIFE_MS })
  back.searchParams.set('code', code)
  back.searchParams.set('scope', scopes.join(' '))
  return back.href
}
