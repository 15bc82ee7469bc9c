const KIBIBYTE = 1024

/** Figures of YouTube's, each with where it was read, in November 2026. */
export const LIMITS = {
  /** Bytes that each chunk but the last is a multiple of: https://developers.google.com/youtube/data/guides/using_resumable_upload_protocol */
  chunkGrain: 256 * KIBIBYTE,
  /** Bytes of a chunk: ours. A line of 1 Mbit/s sends it in about a minute. */
  chunkBytes: 8 * 1024 * KIBIBYTE,
  /** Videos or playlists that one question is answered: https://developers.google.com/youtube/data/reference/rest/v3/playlistItems/list */
  perPage: 50,
  /** Pages of a channel's uploads that are read: who uploads more in some minutes cannot be looked through. Ours. */
  uploadPages: 3,
  /** Pages of a channel's playlists that are read. Ours. */
  playlistPages: 10,
} as const

/**
 * The daily quotas of a project, which all its accounts share. Google grants more to who asks:
 * https://developers.google.com/youtube/data/determine_quota_cost
 */
export const DAILY_QUOTAS = {
  uploads: { name: 'uploads_day', total: 100 },
  units: { name: 'units_day', total: 10_000 },
} as const

/** The uploads of a day that one account of this server may have, of those of the app. */
export const ACCOUNT_UPLOADS = 'uploads_day_account'

/** By whose clocks a quota's day ends, at midnight: the same page, "Pacific Time". */
export const QUOTA_ZONE = 'America/Los_Angeles'

/** What requests cost in units: the same page. Uploads have a quota of their own, and parts of one cost nothing. */
export const COSTS = { list: 1, setThumbnail: 50, insertPlaylistItem: 50, insertComment: 50 } as const

/** How much is left between YouTube's clock and ours when the difference that an answer shows is taken off, in milliseconds. */
export const CLOCK_SKEW_MS = 20_000

/** Seconds, where YouTube is overrun and does not say for how long. */
export const TOO_MANY_SECONDS = 60

/**
 * When a channel that has used up its uploads is asked again, in milliseconds. YouTube says "in 24 hours", counted over a moving day, and
 * each question costs an upload of the app.
 */
export const CHANNEL_WAIT_MS = 6 * 3600_000

/**
 * Waits between looks whether YouTube has processed a video, in seconds. Then it counts as posted: a long video is processed for hours, and
 * most that YouTube does not take are known by then.
 */
export const FOLLOW_SECONDS: readonly number[] = [2, 5, 10, 20, 30, 60, 60, 60]

/** How often a step after the upload is tried where YouTube has a fault of its own. */
export const MOST_TRIES = 3

/** When it is tried again, in seconds: lists of YouTube's lag. */
export const EXTRA_AGAIN_SECONDS = 5

/** The longest video of an account that has not confirmed a phone number, in seconds: https://support.google.com/youtube/answer/71673 */
export const UNVERIFIED_SECONDS = 15 * 60

/**
 * Whose categories are listed. YouTube has them by region, and an account does not say where it is; those that uploads can be in differ in
 * few regions: https://developers.google.com/youtube/data/reference/rest/v3/videoCategories/list
 */
export const CATEGORY_REGION = 'US'
