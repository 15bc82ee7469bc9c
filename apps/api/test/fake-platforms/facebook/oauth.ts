import { randomBytes } from 'node:crypto'
import type { GraphCall, GraphReply, GraphRoute } from '#platforms/meta/testing/index.ts'
import { graphError, TOKEN_REFUSED } from '#platforms/meta/testing/index.ts'
import type { FacebookState } from './state.ts'

const HOST = 'graph.facebook.com'
const HOUR_MS = 3600_000

export interface FacebookApp {
  readonly clientId: string
  readonly clientSecret: string
  readonly configId?: string
}

/** The sign-in's requests, strict about the app, the code and the address. */
export function oauthRoutes(state: FacebookState, app: FacebookApp): readonly GraphRoute[] {
  return [
    { host: HOST, name: 'POST /oauth/access_token', token: 'none', serve: serveToken },
    { host: HOST, name: 'GET /debug_token', token: 'none', fields: ['input_token'], serve: serveDebug },
    { host: HOST, name: 'GET /me/accounts', fields: ['fields', 'limit', 'after'], serve: serveAccounts },
  ]

  function serveToken({ fields, request }: GraphCall): GraphReply {
    if (request.url?.includes('?')) return state.complain('access_token: secrets in the address')
    if (fields.get('client_id') !== app.clientId || fields.get('client_secret') !== app.clientSecret) {
      return graphError(101, { message: 'Error validating application.' })
    }
    return fields.get('grant_type') === 'fb_exchange_token' ? exchangeToken(fields) : exchangeCode(fields)
  }

  function exchangeCode(fields: URLSearchParams): GraphReply {
    const code = state.codes.get(fields.get('code') ?? '')
    state.codes.delete(fields.get('code') ?? '')
    if (!code || code.endsAt < state.now()) return graphError(100, { subcode: 36009, message: 'This code has expired' })
    if (fields.get('redirect_uri') !== code.redirectUri) {
      return graphError(100, { subcode: 36008, message: 'Error validating verification code' })
    }
    const ends = state.now() + 2 * HOUR_MS
    const token = state.grant({ kind: 'user', ownerId: state.userId, scopes: code.scopes, endsAt: ends })
    state.chosen.set(token, code.pageIds)
    return { status: 200, body: { access_token: token, token_type: 'bearer', expires_in: 2 * 3600 } }
  }

  function exchangeToken(fields: URLSearchParams): GraphReply {
    const old = fields.get('fb_exchange_token') ?? ''
    const token = state.tokens.get(old)
    if (token?.kind !== 'user' || state.refused.has(old) || token.endsAt <= state.now()) return TOKEN_REFUSED
    const { userTokenLifeMs } = state.facebook
    const value = state.grant({ ...token, endsAt: state.now() + userTokenLifeMs })
    state.chosen.set(value, state.chosen.get(old) ?? [])
    state.extended += 1
    return {
      status: 200,
      body: { access_token: value, token_type: 'bearer', expires_in: Math.round(userTokenLifeMs / 1000) },
    }
  }

  function serveDebug({ fields, request }: GraphCall): GraphReply {
    if (request.headers.authorization !== `Bearer ${app.clientId}|${app.clientSecret}`) return TOKEN_REFUSED
    const value = fields.get('input_token') ?? ''
    const token = state.tokens.get(value)
    if (!token) return graphError(100, { message: 'The input token is not valid' })
    const { dataAccessMs } = state.facebook
    const seconds = (ms: number) => (Number.isFinite(ms) ? Math.floor(ms / 1000) : 0)
    const chosen = state.chosen.get(value) ?? [token.ownerId]
    const isWhole = chosen.length === state.pages.length
    return {
      status: 200,
      body: {
        data: {
          app_id: app.clientId,
          type: token.kind.toUpperCase(),
          is_valid: !state.refused.has(value) && token.endsAt > state.now(),
          expires_at: seconds(token.endsAt),
          data_access_expires_at: dataAccessMs === 0 ? 0 : seconds(token.since + dataAccessMs),
          scopes: token.scopes,
          granular_scopes: token.scopes.map((scope) => ({
            scope,
            ...(!isWhole && { target_ids: targets(scope, chosen) }),
          })),
        },
      },
    }
  }

  function targets(scope: string, pageIds: readonly string[]): readonly string[] {
    if (!scope.startsWith('instagram_')) return pageIds
    return state.pages.flatMap(({ id, instagram }) => (instagram && pageIds.includes(id) ? [instagram.id] : []))
  }

  function serveAccounts({ token, fields, request }: GraphCall): GraphReply {
    if (token?.kind !== 'user')
      return graphError(100, { message: '(#100) Tried accessing nonexisting field (accounts)' })
    const sent = request.headers.authorization?.split(' ')[1] ?? ''
    const shown = state.pages.filter(({ id }) => state.chosen.get(sent)?.includes(id))
    const from = Number(fields.get('after') ?? 0)
    const limit = Math.min(Number(fields.get('limit') ?? 25), 2)
    const data = shown.slice(from, from + limit).map(({ id, name, tasks, instagram }) => ({
      id,
      name,
      tasks,
      access_token: state.grantPage(id, token.scopes),
      picture: { data: { url: `https://scontent.example.com/${id}.jpg` } },
      ...(instagram && { instagram_business_account: instagram }),
    }))
    const after = String(from + limit)
    const next = from + limit < shown.length && { next: `https://${HOST}/next` }
    return { status: 200, body: { data, paging: { cursors: { after }, ...next } } }
  }
}

/** A person signs in at the address that the server made; `pageIds` are those they choose. Answers where they are sent. */
export function consent(
  state: FacebookState,
  app: FacebookApp,
  authorizeUrl: string,
  choice: { readonly deny?: boolean; readonly pageIds?: readonly string[]; readonly withhold?: readonly string[] } = {},
): string {
  const query = new URL(authorizeUrl).searchParams
  const redirectUri = query.get('redirect_uri') ?? ''
  const wrong = [
    query.get('response_type') === 'code' || 'response_type',
    query.get('client_id') === app.clientId || 'client_id',
    (query.get('config_id') ?? undefined) === app.configId || 'config_id',
    query.has('scope') !== query.has('config_id') || 'scope',
  ].filter((one) => one !== true)
  if (wrong.length > 0) throw new Error(`Facebook would not show this: ${wrong.join()}`)
  const back = new URL(redirectUri)
  back.searchParams.set('state', query.get('state') ?? '')
  if (choice.deny) {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set('error_reason', 'user_denied')
    return back.href
  }
  const code = `AQ${randomBytes(16).toString('base64url')}`
  const asked = (query.get('scope') ?? CONFIGURED).split(',')
  state.codes.set(code, {
    redirectUri,
    scopes: asked.filter((scope) => !choice.withhold?.includes(scope)),
    pageIds: choice.pageIds ?? state.pages.map(({ id }) => id),
    endsAt: state.now() + 600_000,
  })
  back.searchParams.set('code', code)
  return back.href
}

/** What the configuration of the login asks for. */
const CONFIGURED =
  'pages_show_list,pages_read_engagement,pages_manage_posts,instagram_basic,instagram_content_publish,business_management'
