import type { Metric, MetricProblem, Platform, PostType } from '@powerpost/contract'
import type { ColumnType } from 'kysely'
import type { Immutable } from './immutable.ts'

/** The figures of an item. Null: its platform does not give it. The driver reads a `bigint` as a text. */
type MetricColumns = { [Name in Metric]: ColumnType<string | null, number | null | undefined, number | null> }

/** The latest that a platform said of a posted item. */
export interface ItemMetricsTable extends MetricColumns {
  item_id: Immutable<string>
  account_id: Immutable<string>
  workspace_id: Immutable<string>
  livemode: Immutable<boolean>
  platform: Immutable<Platform>
  post_type: Immutable<PostType>
  /** What it was posted to, also when that was deleted since. */
  connection_id: Immutable<string | null>
  posted_at: Immutable<Date>
  /** Null: nothing was read yet. */
  fetched_at: ColumnType<Date | null, undefined, Date>
  /** Why the last try gave nothing new. */
  problem: ColumnType<MetricProblem | null, undefined, MetricProblem | null>
  /** In a sentence, for callers. */
  problem_message: ColumnType<string | null, undefined, string | null>
  /** It has snapshots. */
  has_history: ColumnType<boolean, undefined, boolean>
}

/** What was read at a step of the collection. */
export interface MetricSnapshotsTable extends MetricColumns {
  item_id: Immutable<string>
  step: Immutable<number>
  fetched_at: Immutable<Date>
}

/** An item whose platform is still asked. A row is a job: it goes when the last step is done. */
export interface MetricCollectionsTable {
  item_id: Immutable<string>
  /** `sandbox` or its platform. */
  lane: Immutable<Platform | 'sandbox'>
  connection_id: Immutable<string>
  posted_at: Immutable<Date>
  /** The next step, from 0. */
  step: number
  /** When it is due. While a process has it: when its lease ends. */
  due_at: Date
  /** How often this step was tried in vain. */
  failures: number
  /** Grows with every claim: a worker that holds an older one is too late. */
  version: number
}
