/**
 * The version of the Graph API that this server was written for: introduced on 2026-07-29, with no end announced
 * (https://developers.facebook.com/docs/graph-api/changelog, read in November 2026).
 */
export const META_API_VERSION = 'v26.0'

/** Where the Graph API answers for Facebook Login: pages, and the Instagram accounts behind them. Without a version. */
export const FACEBOOK_API_URL = 'https://graph.facebook.com'

/** Where it takes the bytes of videos: https://developers.facebook.com/docs/video-api/guides/publishing */
export const FACEBOOK_VIDEO_URL = 'https://graph-video.facebook.com'

/** Where it answers for Instagram Login: https://developers.facebook.com/docs/instagram-platform/overview */
export const INSTAGRAM_API_URL = 'https://graph.instagram.com'

/**
 * Where videos are uploaded for either platform, with tokens of Facebook Login alone:
 * https://developers.facebook.com/docs/video-api/guides/reels-publishing and
 * https://developers.facebook.com/docs/instagram-platform/content-publishing/resumable-uploads
 */
export const META_UPLOAD_URL = 'https://rupload.facebook.com'
