import { createHash } from 'node:crypto'
import type { AccountKind, Platform } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { Grant, PlatformAccount, SandboxConnector } from '../port.ts'
import { PlatformError } from '../port.ts'

/** No platform is asked, so nothing of it is used. */
const GRANT: Grant = { accessToken: 'sandbox', scopes: [] }

/** As each platform has them: a person of LinkedIn has a profile and organizations. */
const KINDS: Readonly<Record<Platform, readonly [AccountKind, AccountKind, AccountKind]>> = {
  instagram: ['profile', 'profile', 'profile'],
  tiktok: ['profile', 'profile', 'profile'],
  youtube: ['channel', 'channel', 'channel'],
  x: ['profile', 'profile', 'profile'],
  facebook: ['page', 'page', 'page'],
  linkedin: ['profile', 'organization', 'organization'],
}

const NAMES = ['Bakery', 'Café', 'Bookshop'] as const

/** Acts as the sign-in of a platform with three accounts, and a fourth of Instagram behind the first page of Facebook. The page is the server's own, next to the redirect address. */
export function createSandboxConnector(platform: Platform): SandboxConnector {
  return {
    renewal: 'none',
    scopes: [],
    authorizeUrl: ({ state, redirectUri }) =>
      `${new URL('sandbox', redirectUri).href}?${new URLSearchParams({ state })}`,
    async exchange({ code, codeVerifier }) {
      if (code !== signInCode(codeVerifier)) {
        throw new PlatformError('never', 'The sandbox does not know this sign-in.')
      }
      return { grant: GRANT, accounts: accountsOf(platform) }
    },
    signInCode,
  }
}

function signInCode(codeVerifier: string): string {
  return createHash('sha256').update(`sandbox sign-in ${codeVerifier}`).digest('base64url')
}

const BEHIND_A_PAGE: PlatformAccount = {
  platform: 'instagram',
  platformAccountId: 'sandbox-instagram-behind-facebook-1',
  displayName: `bakery (${PLATFORM_NAMES.instagram} sandbox)`,
  kind: 'profile',
}

/** The same ids and names each time, so that a second sign-in renews what the first one connected. */
function accountsOf(platform: Platform): PlatformAccount[] {
  const accounts = NAMES.map((name, index): PlatformAccount => ({
    platformAccountId: `sandbox-${platform}-${index + 1}`,
    displayName: `${name} (${PLATFORM_NAMES[platform]} sandbox)`,
    kind: KINDS[platform][index] ?? 'profile',
    // Nobody answers there: `.invalid` never resolves (RFC 2606).
    pictureUrl: `https://sandbox.invalid/pictures/${platform}-${index + 1}.png`,
  }))
  return platform === 'facebook' ? [...accounts, BEHIND_A_PAGE] : accounts
}
