/** Where X's API answers unless the settings say otherwise: https://docs.x.com/x-api/introduction (November 2026). */
export const X_API_URL = 'https://api.x.com'

/** Where people let an app in: https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token */
export const X_AUTHORIZE_URL = 'https://x.com/i/oauth2/authorize'

const VERSION = '/2'

/** The paths that are asked. */
export const PATHS = {
  token: `${VERSION}/oauth2/token`,
  revoke: `${VERSION}/oauth2/revoke`,
  me: `${VERSION}/users/me`,
  posts: `${VERSION}/tweets`,
  postsOf: (userId: string) => `${VERSION}/users/${encodeURIComponent(userId)}/tweets`,
  uploadStatus: `${VERSION}/media/upload`,
  initializeUpload: `${VERSION}/media/upload/initialize`,
  appendUpload: (mediaId: string) => `${VERSION}/media/upload/${encodeURIComponent(mediaId)}/append`,
  describeMedia: `${VERSION}/media/metadata`,
  finalizeUpload: (mediaId: string) => `${VERSION}/media/upload/${encodeURIComponent(mediaId)}/finalize`,
} as const

/** What posting text, pictures and videos needs, and to go on without the person: `offline.access`. */
export const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'] as const
