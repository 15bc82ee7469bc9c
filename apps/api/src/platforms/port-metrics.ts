import type { Metric, PostType } from '@powerpost/contract'
import type { StepOptions } from './port-publisher.ts'

/** A post whose metrics are read. */
export interface PostToMeasure {
  readonly itemId: string
  readonly platformPostId: string
  readonly postType: PostType
  readonly postedAt: Date
}

/** Whole numbers. A metric that the platform does not give of the post is absent, and never 0. */
export type MetricValues = Readonly<Partial<Record<Metric, number>>>

/** Leaves out what a platform did not give. */
export function toMetricValues(values: Readonly<Partial<Record<Metric, number | undefined>>>): MetricValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** What a platform says of a post. */
export type MeasuredPost =
  | {
      readonly itemId: string
      readonly status: 'measured'
      readonly values: MetricValues
      /** Metrics are missing since the account was connected without the permission for them: a sentence that names it. */
      readonly missingPermission?: string
    }
  /** The platform does not have it any more, or shows it to nobody. */
  | { readonly itemId: string; readonly status: 'gone' }
  /** It may not be read: a sentence that says what is missing. It is tried again, and asks nobody to reconnect. */
  | { readonly itemId: string; readonly status: 'withheld'; readonly message: string }

/**
 * Reads what a platform counts of posts. Nothing that people see is changed: it may be asked twice.
 *
 * Answers report how quotas stand with `reportQuota` and `reportLimits` as steps of the publisher do: the collector stops long
 * before one is used up, since publishing needs it.
 */
export interface MetricsReader {
  /** How many posts are read at once. */
  readonly batchSize: number
  /**
   * Reads posts of one account, at most `batchSize`. A post that is left out of the answer is read again later.
   *
   * @throws PlatformError, as in a step. Anything else counts as a platform that cannot be reached
   */
  read(posts: readonly PostToMeasure[], options: StepOptions): Promise<readonly MeasuredPost[]>
}
