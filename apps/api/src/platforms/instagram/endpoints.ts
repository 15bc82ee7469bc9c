/**
 * Where a person signs in to Instagram, and where the code is exchanged:
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login (November 2026).
 */
export const INSTAGRAM_AUTHORIZE_URL = 'https://www.instagram.com/oauth/authorize'
export const INSTAGRAM_TOKEN_URL = 'https://api.instagram.com/oauth/access_token'

/** Of an account, or of what belongs to it: https://developers.facebook.com/documentation/instagram-platform/content-publishing (November 2026). */
export const PATHS = {
  me: '/me',
  containers: (account: string) => `/${account}/media`,
  publish: (account: string) => `/${account}/media_publish`,
  media: (account: string) => `/${account}/media`,
  stories: (account: string) => `/${account}/stories`,
  limit: (account: string) => `/${account}/content_publishing_limit`,
  node: (id: string) => `/${encodeURIComponent(id)}`,
  comments: (mediaId: string) => `/${encodeURIComponent(mediaId)}/comments`,
} as const

/**
 * Of tokens of Instagram Login, without a version:
 * https://developers.facebook.com/documentation/instagram-platform/reference/access_token and `refresh_access_token` next to it.
 */
export const TOKEN_PATHS = { exchange: '/access_token', refresh: '/refresh_access_token' } as const

/** What posting needs of Instagram Login. */
export const REQUIRED_SCOPES = ['instagram_business_basic', 'instagram_business_content_publish'] as const

/** What a person is asked for: a first comment needs the last one. */
export const SCOPES = [...REQUIRED_SCOPES, 'instagram_business_manage_comments'] as const

/** Metrics need it. An account without it lacks them, and nothing else. */
export const INSIGHTS_SCOPE = 'instagram_business_manage_insights'
