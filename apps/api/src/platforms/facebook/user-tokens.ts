import type { Clock } from '#shared/clock.ts'
import type { GraphApi } from '../meta/index.ts'
import { PlatformError } from '../port.ts'
import type { Permissions, UserGrant } from './accounts.ts'
import { PATHS } from './endpoints.ts'
import { SHORT_TOKEN_SECONDS } from './limits.ts'
import { debugSchema, tokenSchema } from './wire.ts'

interface UserTokenOptions {
  readonly api: GraphApi
  readonly clock: Clock
  readonly clientId: string
  readonly clientSecret: string
}

interface TokenFacts {
  readonly permissions: Permissions
  readonly endsAt?: Date
}

/** The tokens of a person: https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived */
export function createUserTokens({ api, clock, clientId, clientSecret }: UserTokenOptions) {
  const app = { client_id: clientId, client_secret: clientSecret }
  return {
    /** Turns the code of a sign-in into a token that lives long. */
    async fromCode(code: string, redirectUri: string, signal: AbortSignal): Promise<UserGrant> {
      const first = await ask({ ...app, code, redirect_uri: redirectUri }, signal)
      const isShort = first.expires_in !== undefined && first.expires_in < SHORT_TOKEN_SECONDS
      return isShort ? extend(first.access_token, signal) : toGrant(first)
    },
    extend,
    /** What a token allows, for which pages and accounts, and when Facebook wants the person back. */
    async describe(token: string, signal: AbortSignal): Promise<TokenFacts> {
      const query = { input_token: token }
      const request = { method: 'GET', path: PATHS.debugToken, query } as const
      const { data } = await api.askWith(debugSchema, request, { token: `${clientId}|${clientSecret}`, signal })
      if (data.is_valid === false) {
        throw new PlatformError('reconnect', 'Facebook no longer accepts the access of this server.')
      }
      const targets = data.granular_scopes.flatMap(({ scope, target_ids }) =>
        target_ids === undefined ? [] : [[scope, target_ids] as const],
      )
      const ends = data.data_access_expires_at
      return {
        permissions: { scopes: data.scopes, targets: new Map(targets) },
        ...(ends !== undefined && ends > 0 && { endsAt: new Date(ends * 1000) }),
      }
    },
  }

  /** Another token that lives as long from now on: the old one has to live still. */
  async function extend(token: string, signal: AbortSignal): Promise<UserGrant> {
    return toGrant(await ask({ ...app, grant_type: 'fb_exchange_token', fb_exchange_token: token }, signal))
  }

  /** Sent as a form, so that no secret stands in an address. */
  function ask(form: Readonly<Record<string, string>>, signal: AbortSignal) {
    return api.askWith(tokenSchema, { method: 'POST', path: PATHS.token, form }, { signal })
  }

  function toGrant({ access_token, expires_in }: { access_token: string; expires_in?: number | undefined }): UserGrant {
    const expiresAt = expires_in === undefined ? undefined : new Date(clock.now().getTime() + expires_in * 1000)
    return { token: access_token, ...(expiresAt && { expiresAt }) }
  }
}
