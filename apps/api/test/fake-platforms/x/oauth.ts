import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { XReply, XState } from './state.ts'

export interface XApp {
  readonly clientId: string
  /** Absent: a public client. */
  readonly clientSecret?: string
}

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_id'],
  refresh_token: ['grant_type', 'refresh_token', 'client_id'],
}

const invalid = (description: string): XReply => ({
  status: 400,
  body: { error: 'invalid_request', error_description: description },
})

const UNAUTHORIZED: XReply = {
  status: 401,
  body: { error: 'unauthorized_client', error_description: 'Missing valid authorization header' },
}

/** `POST /2/oauth2/token`: strict about the client's proof, the form, its fields, the code, the verifier. */
export function serveToken(state: XState, app: XApp, request: IncomingMessage, body: Buffer): XReply {
  const form = readForm(state, app, request, body)
  if ('status' in form) return form
  const grantType = form.get('grant_type') ?? ''
  const allowed = ALLOWED[grantType]
  if (!allowed) return { status: 400, body: { error: 'unsupported_grant_type' } }
  const unknown = [...form.keys()].find((name) => !allowed.includes(name))
  if (unknown !== undefined) return complain(state, `unknown field ${unknown}`)
  return grantType === 'authorization_code' ? exchange(state, form) : refresh(state, form)
}

/** `POST /2/oauth2/revoke`. */
export function serveRevoke(state: XState, app: XApp, request: IncomingMessage, body: Buffer): XReply {
  const form = readForm(state, app, request, body)
  if ('status' in form) return form
  const token = form.get('token')
  if (token === null) return complain(state, 'token is missing')
  state.refused.add(token)
  state.revoked.push(token)
  state.refresh.delete(token)
  return { status: 200, body: { revoked: true } }
}

function readForm(
  state: XState,
  { clientId, clientSecret }: XApp,
  { headers }: IncomingMessage,
  body: Buffer,
): URLSearchParams | XReply {
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') return complain(state, 'not a form')
  const form = new URLSearchParams(body.toString())
  if (clientSecret === undefined) {
    return form.get('client_id') === clientId && headers.authorization === undefined ? form : UNAUTHORIZED
  }
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  return headers.authorization === basic ? form : UNAUTHORIZED
}

function exchange(state: XState, form: URLSearchParams): XReply {
  const code = state.codes.get(form.get('code') ?? '')
  state.codes.delete(form.get('code') ?? '')
  if (!code || code.endsAt < state.now()) return invalid('Value passed for the authorization code was invalid.')
  if (form.get('redirect_uri') !== code.redirectUri) return invalid('Value passed for the redirect uri did not match.')
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  if (challenge !== code.challenge) return invalid('Value passed for the code verifier was invalid.')
  return tokens(state, code.userId, code.scopes)
}

/** The refresh token that was sent is dead from now on, and the access token with it. */
function refresh(state: XState, form: URLSearchParams): XReply {
  if (state.manner.failRefreshes > 0) {
    state.manner.failRefreshes -= 1
    return { status: state.manner.failStatus, body: { title: 'It is not your token' } }
  }
  const token = form.get('refresh_token') ?? ''
  const before = state.refresh.get(token)
  if (!before) return invalid('Value passed for the token was invalid.')
  state.refresh.delete(token)
  state.refreshes += 1
  return tokens(state, before.userId, before.scopes)
}

function tokens(state: XState, userId: string, scopes: readonly string[]): XReply {
  const { accessToken, refreshToken } = state.grant(userId, scopes)
  return {
    status: 200,
    body: {
      token_type: 'bearer',
      expires_in: Math.round(state.manner.tokenLifeMs / 1000),
      access_token: accessToken,
      scope: scopes.join(' '),
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    },
  }
}

function complain(state: XState, complaint: string): XReply {
  state.complaints.push(complaint)
  return invalid(complaint)
}
