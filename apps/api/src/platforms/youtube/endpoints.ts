/** Where the API answers: https://developers.google.com/youtube/data/reference/rest (November 2026). */
export const YOUTUBE_API_URL = 'https://www.googleapis.com'

/** Where videos and thumbnails are sent, without the path: https://developers.google.com/youtube/data/guides/using_resumable_upload_protocol */
export const YOUTUBE_UPLOAD_URL = 'https://www.googleapis.com'

/** Where people let an app in: https://developers.google.com/identity/protocols/oauth2/web-server */
export const YOUTUBE_AUTHORIZE_URL = 'https://accounts.google.com/o/oauth2/v2/auth'

export const YOUTUBE_TOKEN_URL = 'https://oauth2.googleapis.com/token'

/** The paths that are asked. */
export const PATHS = {
  /** On the host of the tokens. */
  revoke: '/revoke',
  channels: '/youtube/v3/channels',
  videos: '/youtube/v3/videos',
  playlists: '/youtube/v3/playlists',
  playlistItems: '/youtube/v3/playlistItems',
  categories: '/youtube/v3/videoCategories',
  commentThreads: '/youtube/v3/commentThreads',
  /** On the upload host. */
  uploadVideo: '/upload/youtube/v3/videos',
  setThumbnail: '/upload/youtube/v3/thumbnails/set',
} as const

const SCOPE = 'https://www.googleapis.com/auth/'

/** What publishing needs: to upload, and to see whether a video is there. A thumbnail needs no more. */
export const SCOPES = [`${SCOPE}youtube.upload`, `${SCOPE}youtube.readonly`] as const

/**
 * What playlists and comments need besides: https://developers.google.com/youtube/data/reference/rest/v3/commentThreads/insert. It is asked
 * for with the others; a person who leaves it out can publish all the same.
 */
export const MANAGE_SCOPE = `${SCOPE}youtube.force-ssl`

/** As Google's page shows a permission to a person, by its scope. */
export const PERMISSION_NAMES: Readonly<Record<string, string>> = {
  [SCOPES[0]]: '"Manage your YouTube videos"',
  [SCOPES[1]]: '"View your YouTube account"',
}
