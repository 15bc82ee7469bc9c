import { createHash } from 'node:crypto'
import type { Clock } from '#shared/clock.ts'
import type { Metric, Platform } from '@powerpost/contract'
import { METRICS, PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import type { MetricsReader, MetricValues, PostToMeasure } from '../port.ts'

const HOUR_MS = 3_600_000
const BATCH_SIZE = 50

/** What the platform of each kind of post gives, too: a person who tries it sees what will be missing. */
const NOT_GIVEN: Readonly<Record<Platform, readonly Metric[]>> = {
  instagram: ['clicks'],
  tiktok: ['saves', 'reach', 'clicks', 'watch_seconds'],
  youtube: ['shares', 'saves', 'reach', 'clicks', 'watch_seconds'],
  x: ['reach', 'clicks', 'watch_seconds'],
  facebook: ['saves', 'watch_seconds'],
  linkedin: ['saves', 'watch_seconds'],
}

/** Of each 1,000 views. */
const PER_MILLE: Readonly<Record<Metric, number>> = {
  views: 1000,
  likes: 52,
  comments: 6,
  shares: 9,
  saves: 14,
  reach: 780,
  clicks: 23,
  watch_seconds: 6400,
}

/** Most of what is seen of a post is seen in its first days. Hours. */
const HALF_LIFE_HOURS = 36
/** A post counts as so much older: who tries it out sees numbers at once. */
const HEAD_START_HOURS = 6

/** Metrics that follow from the id of a post and its age alone: the same for everybody who asks, and never less than before. */
export function createSandboxMetrics(clock: Clock): MetricsReader {
  return {
    batchSize: BATCH_SIZE,
    read: async (posts) =>
      posts.map((post) => ({ itemId: post.itemId, status: 'measured', values: countFor(post, clock.now()) })),
  }
}

function countFor({ platformPostId, postType, postedAt }: PostToMeasure, now: Date): MetricValues {
  const hours = Math.max(0, (now.getTime() - postedAt.getTime()) / HOUR_MS)
  const most = 200 + (createHash('sha256').update(platformPostId).digest().readUInt32BE(0) % 9800)
  const views = Math.floor(most * (1 - 2 ** (-(hours + HEAD_START_HOURS) / HALF_LIFE_HOURS)))
  const given = METRICS.filter((metric) => !NOT_GIVEN[PLATFORM_OF_POST_TYPE[postType]].includes(metric))
  return Object.fromEntries(given.map((metric) => [metric, Math.floor((views * PER_MILLE[metric]) / 1000)]))
}
