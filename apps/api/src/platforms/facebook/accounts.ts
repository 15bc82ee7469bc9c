import type { Grant, PlatformAccount } from '../port.ts'
import { PlatformError } from '../port.ts'
import { INSTAGRAM_SCOPES, POSTING_TASK } from './endpoints.ts'
import { makeRefreshToken } from './refresh-token.ts'
import type { Page } from './wire.ts'

/** Which permissions a person gave, and for which of their pages and accounts. */
export interface Permissions {
  readonly scopes: readonly string[]
  /** By permission; absent: it holds for all. */
  readonly targets: ReadonlyMap<string, readonly string[]>
}

/** The token of the person, and when what it allows ends. */
export interface UserGrant {
  readonly token: string
  readonly expiresAt?: Date
  readonly endsAt?: Date
}

/** The permissions that hold for one page or account. */
function scopesFor({ scopes, targets }: Permissions, id: string): string[] {
  return scopes.filter((scope) => targets.get(scope)?.includes(id) ?? true)
}

/** Those of the permissions of a connection that a person still gives. Permissions of Instagram hold for its own ids. */
export function stillGranted(before: readonly string[], { scopes, targets }: Permissions, pageId: string): string[] {
  const holds = (scope: string) => scope.startsWith('instagram_') || (targets.get(scope)?.includes(pageId) ?? true)
  return before.filter((scope) => scopes.includes(scope) && holds(scope))
}

/**
 * The pages that a person may post to, and the Instagram accounts behind them, each with a token of its page.
 *
 * @throws PlatformError when there are pages, and the person chose none of them for posting
 */
export function toAccounts(
  pages: readonly Page[],
  user: UserGrant,
  permissions: Permissions,
): readonly PlatformAccount[] {
  const mayPost = pages.filter(
    ({ tasks, access_token }) => access_token !== undefined && (tasks?.includes(POSTING_TASK) ?? true),
  )
  const accounts = mayPost.flatMap((page) => [
    ...toPageAccount(page, user, permissions),
    ...toInstagramAccount(page, user, permissions),
  ])
  if (accounts.length > 0) return accounts
  if (mayPost.length > 0) {
    throw new PlatformError(
      'never',
      'Facebook gave the permission pages_manage_posts for none of your pages. Choose the pages when Facebook asks for them.',
    )
  }
  if (pages.length > 0) {
    throw new PlatformError('never', `You have no role on your Facebook pages that lets you post (${POSTING_TASK}).`)
  }
  return []
}

function toPageAccount(page: Page, user: UserGrant, permissions: Permissions): PlatformAccount[] {
  const scopes = scopesFor(permissions, page.id)
  if (!scopes.includes('pages_manage_posts')) return []
  return [
    {
      platformAccountId: page.id,
      displayName: page.name || page.id,
      kind: 'page',
      ...toPicture(page.picture?.data?.url),
      grant: toPageGrant(page, user, scopes),
    },
  ]
}

function toInstagramAccount(page: Page, user: UserGrant, permissions: Permissions): PlatformAccount[] {
  const account = page.instagram_business_account
  if (!account) return []
  const scopes = permissions.scopes.filter((scope) => {
    const targets = permissions.targets.get(scope)
    return targets === undefined || targets.includes(account.id) || targets.includes(page.id)
  })
  if (!INSTAGRAM_SCOPES.every((scope) => scopes.includes(scope))) return []
  return [
    {
      platform: 'instagram',
      platformAccountId: account.id,
      displayName: account.username === undefined ? page.name || account.id : `@${account.username}`,
      kind: 'profile',
      ...toPicture(account.profile_picture_url),
      grant: toPageGrant(page, user, scopes),
    },
  ]
}

/** A page's token does not end by itself; the person's, which another one is made from, does. */
function toPageGrant(page: Page, user: UserGrant, scopes: readonly string[]): Grant {
  return {
    accessToken: page.access_token ?? '',
    refreshToken: makeRefreshToken(page.id, user.token),
    ...(user.expiresAt && { refreshExpiresAt: user.expiresAt }),
    ...(user.endsAt && { endsAt: user.endsAt }),
    scopes,
  }
}

function toPicture(url: string | undefined): { pictureUrl?: string } {
  return url?.startsWith('https://') ? { pictureUrl: url } : {}
}
