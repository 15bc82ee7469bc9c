import { META_API_VERSION } from '../meta/index.ts'

/** Where a person signs in: https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow */
export const FACEBOOK_AUTHORIZE_URL = `https://www.facebook.com/${META_API_VERSION}/dialog/oauth`

/** The paths that are asked, without host and version. */
export const PATHS = {
  token: '/oauth/access_token',
  /** https://developers.facebook.com/docs/graph-api/reference/debug_token */
  debugToken: '/debug_token',
  /** https://developers.facebook.com/docs/graph-api/reference/user/accounts */
  accounts: '/me/accounts',
  object: (id: string) => `/${encodeURIComponent(id)}`,
  /** https://developers.facebook.com/docs/graph-api/reference/page/feed */
  feed: (pageId: string) => `/${encodeURIComponent(pageId)}/feed`,
  /** The page's own posts: visitors' are in its feed besides. https://developers.facebook.com/docs/graph-api/reference/page/published_posts */
  publishedPosts: (pageId: string) => `/${encodeURIComponent(pageId)}/published_posts`,
  /** https://developers.facebook.com/docs/graph-api/reference/page/photos */
  photos: (pageId: string) => `/${encodeURIComponent(pageId)}/photos`,
  /** https://developers.facebook.com/docs/graph-api/reference/page/videos */
  videos: (pageId: string) => `/${encodeURIComponent(pageId)}/videos`,
  /** https://developers.facebook.com/docs/video-api/guides/reels-publishing */
  reels: (pageId: string) => `/${encodeURIComponent(pageId)}/video_reels`,
  /** https://developers.facebook.com/docs/page-stories-api */
  stories: (pageId: string) => `/${encodeURIComponent(pageId)}/stories`,
  photoStories: (pageId: string) => `/${encodeURIComponent(pageId)}/photo_stories`,
  videoStories: (pageId: string) => `/${encodeURIComponent(pageId)}/video_stories`,
  /** https://developers.facebook.com/docs/graph-api/reference/object/comments */
  comments: (objectId: string) => `/${encodeURIComponent(objectId)}/comments`,
} as const

/**
 * What posting to pages needs, of the page itself:
 * https://developers.facebook.com/docs/video-api/guides/reels-publishing (2026-07-30).
 */
export const PAGE_SCOPES = ['pages_show_list', 'pages_read_engagement', 'pages_manage_posts'] as const

/** What posting to the Instagram account behind a page needs, besides. */
export const INSTAGRAM_SCOPES = ['instagram_basic', 'instagram_content_publish'] as const

/**
 * What else is asked for: comments below posts, and pages that belong to a business portfolio, which are not listed
 * without it.
 */
export const FURTHER_SCOPES = ['pages_manage_engagement', 'instagram_manage_comments', 'business_management'] as const

/** Metrics of pages, and of Instagram accounts behind them, need these. Without them nothing else is lacking. */
export const INSIGHTS_SCOPES = ['read_insights', 'instagram_manage_insights'] as const

/** What a person has to be allowed to do on a page: https://developers.facebook.com/docs/pages-api/overview */
export const POSTING_TASK = 'CREATE_CONTENT'
