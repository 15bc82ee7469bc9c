import type { Clock } from '#shared/clock.ts'
import type { GraphApi } from '../meta/index.ts'
import type { Connector, Grant } from '../port.ts'
import { PlatformError } from '../port.ts'
import { stillGranted, toAccounts } from './accounts.ts'
import { FURTHER_SCOPES, INSIGHTS_SCOPES, INSTAGRAM_SCOPES, PAGE_SCOPES, PATHS } from './endpoints.ts'
import { LIMITS } from './limits.ts'
import { makeRefreshToken, readRefreshToken } from './refresh-token.ts'
import { createUserTokens } from './user-tokens.ts'
import type { Page } from './wire.ts'
import { accountsSchema, pageTokenSchema } from './wire.ts'

interface ConnectorOptions {
  readonly api: GraphApi
  readonly clock: Clock
  readonly authorizeUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Of a configuration of Facebook Login for Business. Absent: permissions are asked for one by one. */
  readonly configId: string | undefined
}

const PAGE_FIELDS =
  'id,name,access_token,tasks,picture{url},instagram_business_account{id,username,profile_picture_url}'

/**
 * Lets people connect their pages, and the Instagram accounts behind them:
 * https://developers.facebook.com/docs/facebook-login/facebook-login-for-business
 */
export function createFacebookConnector(options: ConnectorOptions): Connector {
  const { api, clientId, configId } = options
  const tokens = createUserTokens(options)
  return {
    renewal: 'refresh_token',
    scopes: PAGE_SCOPES,
    authorizeUrl({ state, redirectUri }) {
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        response_type: 'code',
        // A configuration has its permissions in it: the two do not go together.
        ...(configId === undefined
          ? { scope: [...PAGE_SCOPES, ...INSTAGRAM_SCOPES, ...FURTHER_SCOPES, ...INSIGHTS_SCOPES].join(',') }
          : { config_id: configId, override_default_response_type: 'true' }),
      })
      return `${options.authorizeUrl}?${query}`
    },
    async exchange({ code, redirectUri }, signal) {
      const user = await tokens.fromCode(code, redirectUri, signal)
      const { permissions, endsAt } = await tokens.describe(user.token, signal)
      const missing = PAGE_SCOPES.filter((scope) => !permissions.scopes.includes(scope))
      if (missing.length > 0) {
        const names = missing.join(', ')
        throw new PlatformError('never', `Facebook did not grant all required permissions: ${names} is missing.`)
      }
      const pages = await listPages(user.token, signal)
      const known = { ...user, ...(endsAt && { endsAt }) }
      const grant: Grant = { accessToken: user.token, scopes: permissions.scopes }
      return { grant, accounts: toAccounts(pages, known, permissions) }
    },
    async refresh(grant, signal) {
      const { pageId, userToken } = readRefreshToken(grant.refreshToken ?? '')
      try {
        const user = await tokens.extend(userToken, signal)
        return await renew(pageId, { ...user, scopes: grant.scopes }, signal)
      } catch (error) {
        // The page's token may outlive the person's, where nobody refused it.
        if (error instanceof PlatformError && error.failure === 'reconnect') return keep(grant, pageId, error, signal)
        throw error
      }
    },
  }

  async function renew(
    pageId: string,
    user: { readonly token: string; readonly expiresAt?: Date; readonly scopes: readonly string[] },
    signal: AbortSignal,
  ): Promise<Grant> {
    const { permissions, endsAt } = await tokens.describe(user.token, signal)
    const request = { method: 'GET', path: PATHS.object(pageId), query: { fields: 'id,access_token' } } as const
    const { access_token } = await api.askWith(pageTokenSchema, request, { token: user.token, signal })
    if (access_token === undefined) {
      throw new PlatformError('reconnect', 'The person who connected the page has no role on it any more.')
    }
    return {
      accessToken: access_token,
      refreshToken: makeRefreshToken(pageId, user.token),
      ...(user.expiresAt && { refreshExpiresAt: user.expiresAt }),
      ...(endsAt && { endsAt }),
      scopes: stillGranted(user.scopes, permissions, pageId),
    }
  }

  async function keep(grant: Grant, pageId: string, error: PlatformError, signal: AbortSignal): Promise<Grant> {
    const request = { method: 'GET', path: PATHS.object(pageId), query: { fields: 'id' } } as const
    try {
      await api.askWith(pageTokenSchema, request, { token: grant.accessToken, signal })
    } catch (cause) {
      throw cause instanceof PlatformError && cause.failure !== 'retry' ? error : cause
    }
    const { endsAt } = await tokens.describe(grant.accessToken, signal)
    return { accessToken: grant.accessToken, scopes: grant.scopes, ...(endsAt && { endsAt }) }
  }

  async function listPages(token: string, signal: AbortSignal): Promise<Page[]> {
    const pages: Page[] = []
    let after: string | undefined
    for (let page = 0; page < LIMITS.accountPages; page += 1) {
      const query = {
        fields: PAGE_FIELDS,
        limit: String(LIMITS.accountsPerPage),
        ...(after !== undefined && { after }),
      }
      const request = { method: 'GET', path: PATHS.accounts, query } as const
      const { data, paging } = await api.askWith(accountsSchema, request, { token, signal })
      pages.push(...data)
      after = paging?.next === undefined ? undefined : paging.cursors?.after
      if (after === undefined) break
    }
    return pages
  }
}
