import { z } from 'zod'

/** What is counted of a posted item. The first three are PowerPost's. */
export const METRICS = ['views', 'likes', 'comments', 'shares', 'saves', 'reach', 'clicks', 'watch_seconds'] as const

export type Metric = (typeof METRICS)[number]

/** What a group of items can be. */
export const ANALYTICS_GROUPS = ['day', 'platform', 'post_type', 'connection'] as const

/** Bounds of analytics, in days. */
export const ANALYTICS_LIMITS = {
  /** Of one request, the first and the last included. */
  rangeDays: 366,
  /** For how long after posting metrics are collected. */
  collectedDays: 90,
  /** For how long after posting snapshots are kept. The latest metrics are kept with the item. */
  historyDays: 400,
} as const

export const metricSchema = z.enum(METRICS).meta({
  id: 'Metric',
  description: 'What is counted of a posted item.',
})

const count = (description: string) => z.int().nonnegative().meta({ description })

const DESCRIPTIONS: Readonly<Record<Metric, string>> = {
  views: 'How often it was seen: views of a video, impressions of a post.',
  likes: 'Likes; where a platform has several reactions, all of them.',
  comments: 'Comments and replies.',
  shares: 'Shares, reposts and quotes.',
  saves: 'Saves and bookmarks.',
  reach: 'How many accounts saw it.',
  clicks: 'Clicks on the post or its links.',
  watch_seconds: 'For how long it was watched in all, in seconds.',
}

/** The three documented metrics, 0 where the platform does not give one; the others are absent then. */
export const metricsShape = {
  views: count(`${DESCRIPTIONS.views} 0 if the platform does not give it.`),
  likes: count(`${DESCRIPTIONS.likes} 0 if the platform does not give it.`),
  comments: count(`${DESCRIPTIONS.comments} 0 if the platform does not give it.`),
  shares: count(`${DESCRIPTIONS.shares} Absent if the platform does not give it.`).optional(),
  saves: count(`${DESCRIPTIONS.saves} Absent if the platform does not give it.`).optional(),
  reach: count(`${DESCRIPTIONS.reach} Absent if the platform does not give it.`).optional(),
  clicks: count(`${DESCRIPTIONS.clicks} Absent if the platform does not give it.`).optional(),
  watch_seconds: count(`${DESCRIPTIONS.watch_seconds} Absent if the platform does not give it.`).optional(),
} as const

/** Sums over items: 0 where nothing was given. */
export const sumsShape = {
  items: count('How many items were posted.'),
  measured: count('Of them: how many have metrics.'),
  views: count(`${DESCRIPTIONS.views} The sum.`),
  likes: count(`${DESCRIPTIONS.likes} The sum.`),
  comments: count(`${DESCRIPTIONS.comments} The sum.`),
  shares: count(`${DESCRIPTIONS.shares} The sum.`),
  saves: count(`${DESCRIPTIONS.saves} The sum.`),
  reach: count(`${DESCRIPTIONS.reach} The sum: who saw two items counts twice.`),
  clicks: count(`${DESCRIPTIONS.clicks} The sum.`),
  watch_seconds: count(`${DESCRIPTIONS.watch_seconds} The sum.`),
} as const
