/** Where LinkedIn's API is: https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts (November 2026). */
export const LINKEDIN_API_URL = 'https://api.linkedin.com'

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow (November 2026) */
export const LINKEDIN_AUTHORIZE_URL = 'https://www.linkedin.com/oauth/v2/authorization'
export const LINKEDIN_TOKEN_URL = 'https://www.linkedin.com/oauth/v2/accessToken'

/** The version that this release was written for. Its end is in `platforms/versions.ts`. */
export const LINKEDIN_API_VERSION = '202607'

/** Files are sent to addresses that LinkedIn names, and to no others than its own. */
export const UPLOAD_HOST = /(?:^|\.)linkedin\.com$/

export type AssetKind = 'image' | 'video' | 'document'

/** The paths that are asked. An id of LinkedIn's (a URN) is encoded where it is a part of a path. */
export const PATHS = {
  userinfo: '/v2/userinfo',
  /** Of an app without OpenID Connect: https://learn.microsoft.com/en-us/linkedin/shared/integrations/people/profile-api */
  me: '/v2/me',
  organizationAcls: '/rest/organizationAcls',
  organizations: '/rest/organizationsLookup',
  posts: '/rest/posts',
  shareStatistics: '/rest/organizationalEntityShareStatistics',
  assets: { image: '/rest/images', video: '/rest/videos', document: '/rest/documents' },
  asset: (kind: AssetKind, urn: string) => `${PATHS.assets[kind]}/${encodeURIComponent(urn)}`,
  comments: (urn: string) => `/rest/socialActions/${encodeURIComponent(urn)}/comments`,
} as const

/** What every app of the products "Sign In with LinkedIn using OpenID Connect" and "Share on LinkedIn" may ask for. */
export const DEFAULT_SCOPES = ['openid', 'profile', 'w_member_social'] as const

/** What posting as a member takes. */
export const MEMBER_SCOPE = 'w_member_social'

/** What posting as an organization takes, with the product "Community Management API": to post, to look posts up, to find its roles. */
export const ORGANIZATION_SCOPES = ['w_organization_social', 'r_organization_social', 'rw_organization_admin'] as const

/**
 * The roles that may post for an organization:
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
 */
export const POSTING_ROLES: readonly string[] = [
  'ADMINISTRATOR',
  'CONTENT_ADMIN',
  'CONTENT_ADMINISTRATOR',
  'DIRECT_SPONSORED_CONTENT_POSTER',
]
