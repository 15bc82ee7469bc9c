/** Figures of TikTok's, each with where it was read, in November 2026. */
const TRANSFER = 'https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide'

/**
 * How a video is cut, in bytes. TikTok writes MB, and its examples count 1,000,000 of them: what is within both readings is
 * within either.
 */
export const CHUNK_RULES = {
  source: TRANSFER,
  /** Of each chunk, the last one too. A smaller video is sent whole. 5 MiB. */
  min: 5 * 1024 * 1024,
  /** Of each chunk but the last. 64 MB. */
  max: 64_000_000,
  /** Of the last one. 128 MB. */
  maxLast: 128_000_000,
  maxCount: 1000,
} as const

/**
 * What is sent at once, in bytes: little above the least that TikTok takes. The last chunk, which has up to twice as much, posts the video: on a line of
 * 2 Mbit/s it is through in 48 seconds, and the final call has 60.
 */
export const CHUNK_BYTES = 6_000_000

/** An address for an upload is good for an hour: https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
export const UPLOAD_LIFE_MS = 3600_000
/** An upload that ends sooner is begun again: the rest has to be sent with it. */
export const UPLOAD_MARGIN_MS = 5 * 60_000

/**
 * Requests of one user in a minute: `creator_info/query` 20, each `init` 6, `status/fetch` 30. A used-up one is reset within a minute.
 * https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info and the pages next to it
 */
export const RATE_WINDOW_MS = 60_000

/**
 * Quotas of a moving day do not say when they are reset: it is tried again after so long. Five uploads that are not finished in a day, a creator's
 * posts of a day, and the users of an app in a day: https://developers.tiktok.com/doc/content-sharing-guidelines
 */
export const DAY_QUOTA_RETRY_MS = 3600_000

/** Seconds between two questions after the final call: TikTok takes some seconds for a small video, two minutes for 4 GB. */
const POLL_SECONDS = [1, 2, 3, 5, 10, 20, 30] as const

export function pollAfter(polls: number): number {
  return POLL_SECONDS[Math.min(polls, POLL_SECONDS.length - 1)] ?? 30
}

/** When a post without an id is asked for first: moderation usually takes less than a minute. */
export const FOLLOW_SECONDS = 60
