import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { InstagramReply, InstagramState } from './state.ts'
import { complain, graphError } from './state.ts'

export interface InstagramApp {
  readonly clientId: string
  readonly clientSecret: string
}

const CODE_LIFE_MS = 3600_000
const DAY_MS = 24 * 3600_000
const FIELDS = ['client_id', 'client_secret', 'grant_type', 'redirect_uri', 'code']

function codeError(message: string, code = 400): InstagramReply {
  return { status: 400, body: { error_type: 'OAuthException', code, error_message: message } }
}

/** `POST https://api.instagram.com/oauth/access_token`. */
export function serveCode(
  state: InstagramState,
  app: InstagramApp,
  request: IncomingMessage,
  body: Buffer,
): InstagramReply {
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') {
    state.complaints.push('code: no form')
    return codeError('Missing parameters')
  }
  const form = new URLSearchParams(body.toString())
  const unknown = [...form.keys()].find((name) => !FIELDS.includes(name))
  if (unknown !== undefined) state.complaints.push(`code: unknown field ${unknown}`)
  if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret) {
    return codeError('Invalid platform app', 400)
  }
  if (form.get('grant_type') !== 'authorization_code') return codeError('Invalid grant_type')
  const given = form.get('code') ?? ''
  const code = state.codes.get(given)
  state.codes.delete(given)
  if (!code || code.endsAt < state.now()) return codeError('Matching code was not found or was already used')
  if (code.redirectUri !== form.get('redirect_uri')) return codeError('Error validating verification code')
  const access_token = state.grant(code.userId, 'short', code.scopes)
  // As the documentation shows it.
  return { status: 200, body: { data: [{ access_token, user_id: code.userId, permissions: code.scopes.join(',') }] } }
}

/** `GET https://graph.instagram.com/access_token`. */
export function serveExchange(state: InstagramState, app: InstagramApp, query: URLSearchParams): InstagramReply {
  const unexpected = [...query.keys()].find((name) => !['grant_type', 'client_secret', 'access_token'].includes(name))
  if (unexpected !== undefined) return complain(state, `exchange: ${unexpected}`)
  if (query.get('grant_type') !== 'ig_exchange_token') return complain(state, 'exchange: grant_type')
  if (query.get('client_secret') !== app.clientSecret)
    return graphError(101, undefined, 'Error validating client secret')
  const access = findAccess(state, query.get('access_token'))
  if (access?.kind !== 'short') return graphError(190, undefined, 'Invalid OAuth access token', 400)
  return tokens(state, state.grant(access.userId, 'long', access.scopes))
}

/** `GET https://graph.instagram.com/refresh_access_token`: of a token that is a day old at least. */
export function serveRefresh(state: InstagramState, query: URLSearchParams): InstagramReply {
  if (query.get('grant_type') !== 'ig_refresh_token') return complain(state, 'refresh: grant_type')
  const access = findAccess(state, query.get('access_token'))
  if (access?.kind !== 'long') return graphError(190, 463, 'Session has expired')
  if (state.now() - access.issuedAt < DAY_MS) {
    return graphError(10, undefined, 'The access token must be at least 24 hours old')
  }
  state.refreshes += 1
  return tokens(state, state.grant(access.userId, 'long', access.scopes))
}

function findAccess(state: InstagramState, token: string | null) {
  const access = state.access.get(token ?? '')
  return access && !state.refused.has(token ?? '') && access.endsAt > state.now() ? access : undefined
}

function tokens(state: InstagramState, access_token: string): InstagramReply {
  return {
    status: 200,
    body: { access_token, token_type: 'bearer', expires_in: Math.round(state.manner.tokenLifeMs / 1000) },
  }
}

interface Consent {
  readonly authorizeUrl: string
  readonly said: 'allow' | 'deny'
  readonly userId: string
  /** @default what was asked for */
  readonly scopes?: readonly string[]
}

/** A person at Instagram's own page. Answers where they are sent. */
export function consentTo(state: InstagramState, app: InstagramApp, consent: Consent): string {
  const query = new URL(consent.authorizeUrl).searchParams
  const wrong = [
    query.get('response_type') === 'code' || 'response_type',
    query.get('client_id') === app.clientId || 'client_id',
    /^[a-z_]+(,[a-z_]+)*$/.test(query.get('scope') ?? '') || 'scope',
    [...query.keys()].every((name) => AUTHORIZE_FIELDS.includes(name)) || 'fields',
  ].filter((one) => one !== true)
  if (wrong.length > 0) throw new Error(`Instagram would not show this: ${wrong.join()}`)
  const redirectUri = query.get('redirect_uri') ?? ''
  const back = new URL(redirectUri)
  back.searchParams.set('state', query.get('state') ?? '')
  if (consent.said === 'deny') {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set('error_reason', 'user_denied')
    return back.href
  }
  const code = `ig-code-${randomBytes(16).toString('base64url')}`
  const scopes = consent.scopes ?? (query.get('scope') ?? '').split(',')
  state.codes.set(code, { userId: consent.userId, scopes, redirectUri, endsAt: state.now() + CODE_LIFE_MS })
  back.searchParams.set('code', code)
  return `${back.href}#_`
}

const AUTHORIZE_FIELDS = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state']
