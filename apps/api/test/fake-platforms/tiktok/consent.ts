import { randomBytes } from 'node:crypto'
import type { TikTokApp } from './oauth.ts'
import type { TikTokState } from './state.ts'

export const FIRST_CREATOR = '-000creator4711'
const CODE_LIFE_MS = 60_000

export interface ConsentOptions {
  readonly said?: 'allow' | 'deny'
  readonly userId?: string
  readonly scopes?: readonly string[]
}

interface Place {
  readonly state: TikTokState
  readonly app: TikTokApp
}

/** A person signs in at TikTok's page. Answers where they are sent. */
export function consentTo({ state, app }: Place, authorizeUrl: string, options: ConsentOptions = {}): string {
  const { said = 'allow', userId = FIRST_CREATOR, scopes } = options
  const query = new URL(authorizeUrl).searchParams
  const wrong = [
    query.get('response_type') === 'code' || 'response_type',
    query.get('client_key') === app.clientId || 'client_key',
    query.get('code_challenge_method') === 'S256' || 'code_challenge_method',
    /^[\da-f]{64}$/.test(query.get('code_challenge') ?? '') || 'code_challenge',
    /^[\w.]+(?:,[\w.]+)*$/.test(query.get('scope') ?? '') || 'scope',
    (query.get('state') ?? '') !== '' || 'state',
  ].filter((one) => one !== true)
  if (wrong.length > 0) throw new Error(`TikTok would not show this: ${wrong.join()}`)
  const redirectUri = query.get('redirect_uri') ?? ''
  const back = new URL(redirectUri)
  back.searchParams.set('state', query.get('state') ?? '')
  if (said === 'deny') {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set('error_description', 'The user denied it')
    return back.href
  }
  const code = `tiktok-code-${randomBytes(16).toString('base64url')}`
  const granted = scopes ?? (query.get('scope') ?? '').split(',')
  const challenge = query.get('code_challenge') ?? ''
  state.codes.set(code, { userId, scopes: granted, challenge, redirectUri, endsAt: state.now() + CODE_LIFE_MS })
  back.searchParams.set('code', code)
  back.searchParams.set('scopes', granted.join(','))
  return back.href
}
