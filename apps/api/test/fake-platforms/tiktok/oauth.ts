import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { TikTokReply, TikTokState } from './state.ts'

export interface TikTokApp {
  /** TikTok's client key. */
  readonly clientId: string
  readonly clientSecret: string
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['client_key', 'client_secret', 'grant_type', 'code', 'redirect_uri', 'code_verifier'],
  refresh_token: ['client_key', 'client_secret', 'grant_type', 'refresh_token'],
}

/** TikTok answers 200 to some refusals. */
const refused = (error: string, error_description = 'It is not good.'): TikTokReply => ({
  status: 200,
  body: { error, error_description, log_id: '20261130184800' },
})

/** `POST /v2/oauth/token/` */
export function serveToken(state: TikTokState, app: TikTokApp, request: IncomingMessage, body: Buffer): TikTokReply {
  const form = readForm(state, app, request, body)
  if ('status' in form) return form
  const grantType = form.get('grant_type') ?? ''
  const fields = FIELDS[grantType]
  if (!fields) return { status: 400, body: { error: 'unsupported_grant_type', error_description: grantType } }
  const names = [...form.keys()]
  if (names.toSorted().join() !== fields.toSorted().join()) state.complaints.push(`token: ${names.join()}`)
  if (grantType === 'authorization_code') {
    const code = state.codes.get(form.get('code') ?? '')
    state.codes.delete(form.get('code') ?? '')
    if (!code || code.endsAt < state.now()) return refused('invalid_grant', 'Authorization code is expired.')
    if (form.get('redirect_uri') !== code.redirectUri) return refused('invalid_request', 'Redirect_uri is not matched.')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('hex')
    if (challenge !== code.challenge) return refused('invalid_request', 'Code verifier or code challenge is invalid.')
    return tokens(state, code)
  }
  const token = form.get('refresh_token') ?? ''
  const before = state.refresh.get(token)
  if (!before || before.endsAt <= state.now() || state.refused.has(token)) {
    return refused('invalid_grant', 'Refresh token is invalid or expired.')
  }
  // It is void at once.
  state.refresh.delete(token)
  state.refreshes += 1
  return tokens(state, before)
}

function tokens(state: TikTokState, of: { readonly userId: string; readonly scopes: readonly string[] }): TikTokReply {
  const { accessToken, refreshToken } = state.grant(of.userId, of.scopes)
  return {
    status: 200,
    body: {
      open_id: of.userId,
      scope: of.scopes.join(','),
      access_token: accessToken,
      expires_in: Math.round(state.manner.tokenLifeMs / 1000),
      refresh_token: refreshToken,
      refresh_expires_in: Math.round(state.manner.refreshLifeMs / 1000),
      token_type: 'Bearer',
    },
  }
}

/** `POST /v2/oauth/revoke/` */
export function serveRevoke(state: TikTokState, app: TikTokApp, request: IncomingMessage, body: Buffer): TikTokReply {
  const form = readForm(state, app, request, body)
  if ('status' in form) return form
  const token = form.get('token') ?? ''
  if (!state.access.has(token)) return refused('invalid_request', 'Access token is invalid.')
  state.refused.add(token)
  state.revoked.push(token)
  return { status: 200, body: {} }
}

function readForm(
  state: TikTokState,
  app: TikTokApp,
  { headers }: IncomingMessage,
  body: Buffer,
): URLSearchParams | TikTokReply {
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return state.complain('oauth: no form')
  const form = new URLSearchParams(body.toString())
  const isApp = form.get('client_key') === app.clientId && form.get('client_secret') === app.clientSecret
  return isApp ? form : { status: 401, body: { error: 'invalid_client', error_description: 'Client key is wrong.' } }
}
