import type { IncomingMessage } from 'node:http'
import { randomBytes } from 'node:crypto'
import type { LinkedInReply, LinkedInState } from './state.ts'

export interface LinkedInApp {
  readonly clientId: string
  readonly clientSecret: string
  /** What its products allow it to ask for. */
  readonly scopes: readonly string[]
}

const CODE_LIFE_MS = 30 * 60_000

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  authorization_code: ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret'],
  refresh_token: ['grant_type', 'refresh_token', 'client_id', 'client_secret'],
}

/** `POST /oauth/v2/accessToken`: strict about the form, its fields, the client's proof, the code. */
export function serveToken(
  state: LinkedInState,
  app: LinkedInApp,
  request: IncomingMessage,
  body: Buffer,
): LinkedInReply {
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return complain(state, 'not a form')
  const form = new URLSearchParams(body.toString())
  const grantType = form.get('grant_type') ?? ''
  const allowed = FIELDS[grantType]
  if (!allowed) return complain(state, `grant_type ${grantType}`)
  if ([...form.keys()].toSorted().join() !== allowed.toSorted().join())
    return complain(state, `fields ${[...form.keys()]}`)
  if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret) {
    return { status: 401, body: { error: 'invalid_client', error_description: 'Client authentication failed' } }
  }
  return grantType === 'refresh_token' ? refresh(state, form) : exchange(state, form)
}

function exchange(state: LinkedInState, form: URLSearchParams): LinkedInReply {
  const code = state.codes.get(form.get('code') ?? '')
  state.codes.delete(form.get('code') ?? '')
  if (!code || code.endsAt < state.now() || form.get('redirect_uri') !== code.redirectUri) {
    return { status: 400, body: { error: 'invalid_request', error_description: 'authorization code not found' } }
  }
  const { memberId, scopes } = code
  return tokens(state, { scopes, ...state.grant(memberId, scopes) })
}

function refresh(state: LinkedInState, form: URLSearchParams): LinkedInReply {
  const refreshToken = form.get('refresh_token') ?? ''
  const before = state.refresh.get(refreshToken)
  if (!before || before.endsAt < state.now() || state.refused.has(refreshToken)) {
    return { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } }
  }
  state.refreshes += 1
  const { accessToken } = state.grant(before.memberId, before.scopes, refreshToken)
  return tokens(state, { scopes: before.scopes, accessToken, refreshToken })
}

interface Tokens {
  readonly scopes: readonly string[]
  readonly accessToken: string
  readonly refreshToken: string | undefined
}

function tokens(state: LinkedInState, { scopes, accessToken, refreshToken }: Tokens): LinkedInReply {
  const refreshEndsAt = state.refresh.get(refreshToken ?? '')?.endsAt
  return {
    status: 200,
    body: {
      access_token: accessToken,
      expires_in: Math.round(state.manner.tokenLifeMs / 1000),
      token_type: 'Bearer',
      scope: scopes.join(','),
      ...(refreshEndsAt !== undefined && {
        refresh_token: refreshToken,
        refresh_token_expires_in: Math.round((refreshEndsAt - state.now()) / 1000),
      }),
    },
  }
}

function complain(state: LinkedInState, complaint: string): LinkedInReply {
  state.complaints.push(`token: ${complaint}`)
  return { status: 400, body: { error: 'invalid_request', error_description: complaint } }
}

interface Consent {
  readonly answer?: 'allow' | 'deny'
  readonly memberId?: string
}

/** A person signs in at the address that the server made. Answers where they are sent. */
export function consent(
  state: LinkedInState,
  app: LinkedInApp,
  authorizeUrl: string,
  { answer = 'allow', memberId = 'yrZCpj2Z12' }: Consent = {},
): string {
  const query = new URL(authorizeUrl).searchParams
  const scopes = (query.get('scope') ?? '').split(' ')
  const redirectUri = query.get('redirect_uri') ?? ''
  const wrong = [
    query.get('response_type') === 'code' || 'response_type',
    query.get('client_id') === app.clientId || 'client_id',
    (query.get('state') ?? '').length >= 8 || 'state',
    [...query.keys()].every((name) =>
      ['response_type', 'client_id', 'redirect_uri', 'state', 'scope'].includes(name),
    ) || 'a field that it does not know',
  ].filter((one) => one !== true)
  if (wrong.length > 0) throw new Error(`LinkedIn would not show this: ${wrong.join()}`)
  const back = new URL(redirectUri)
  back.searchParams.set('state', query.get('state') ?? '')
  if (!scopes.every((scope) => app.scopes.includes(scope))) {
    back.searchParams.set('error', 'unauthorized_scope_error')
    return back.href
  }
  if (answer === 'deny') {
    back.searchParams.set('error', 'user_cancelled_authorize')
    return back.href
  }
  const code = `AQT${randomBytes(24).toString('base64url')}`
  state.codes.set(code, { memberId, scopes, redirectUri, endsAt: state.now() + CODE_LIFE_MS })
  back.searchParams.set('code', code)
  return back.href
}
