/** Where TikTok's API answers, where tokens are given, and where a person signs in: https://developers.tiktok.com/doc/login-kit-web (November 2026). */
export const TIKTOK_API_URL = 'https://open.tiktokapis.com'
export const TIKTOK_TOKEN_URL = 'https://open.tiktokapis.com/v2/oauth/token/'
export const TIKTOK_AUTHORIZE_URL = 'https://www.tiktok.com/v2/auth/authorize/'

/**
 * The hosts that TikTok names for uploads are below this one, e.g. `open-upload.tiktokapis.com`, `upload.us.tiktokapis.com`:
 * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide (November 2026).
 */
export const UPLOAD_DOMAIN = 'tiktokapis.com'

/** https://developers.tiktok.com/doc/content-posting-api-reference-direct-post and the pages next to it (November 2026). */
export const PATHS = {
  creatorInfo: '/v2/post/publish/creator_info/query/',
  initVideo: '/v2/post/publish/video/init/',
  initInboxVideo: '/v2/post/publish/inbox/video/init/',
  initPhotos: '/v2/post/publish/content/init/',
  status: '/v2/post/publish/status/fetch/',
  user: '/v2/user/info/',
  /** https://developers.tiktok.com/doc/tiktok-api-v2-video-query */
  videoQuery: '/v2/video/query/',
  revoke: '/v2/oauth/revoke/',
} as const

/** Posts to a profile. */
export const PUBLISH_SCOPE = 'video.publish'
/** Puts media into the inbox of a creator, who posts them. */
export const UPLOAD_SCOPE = 'video.upload'

/** What a person is asked for. One of the last two is enough: the other mode fails then, and the health of the connection says so. */
export const SCOPES = ['user.info.basic', PUBLISH_SCOPE, UPLOAD_SCOPE] as const
