import type { Clock } from '#shared/clock.ts'
import { startDeadline } from '#shared/deadline.ts'
import { abortable } from '#shared/abortable.ts'
import type { Logger } from '#shared/logger.ts'
import type { StepOptions } from '#platforms/port.ts'
import type { ApiVersions } from '#platforms/versions.ts'
import type { EndDependencies } from './end-item.ts'
import type { ItemStep, PostingItem } from './items.repository.ts'
import { recordStep } from './items.repository.ts'
import type { OpenDependencies, OpenedItem } from './open-item.ts'
import { LEASE_MS } from './times.ts'

export interface StepDependencies extends EndDependencies, OpenDependencies {
  readonly clock: Clock
  readonly logger: Logger
  /** The version of each platform API that the server uses. */
  readonly apiVersions: ApiVersions
  /** From 0 to 1. */
  readonly random: () => number
}

/** What a step works with. */
export interface StepContext {
  readonly item: PostingItem
  readonly opened: OpenedItem
  /** Aborted when the server stops. */
  readonly stop: AbortSignal
}

/** The item as it was recorded, to continue with; undefined: it ended, or was rescheduled. */
export type StepResult = PostingItem | undefined

/** Makes a call to the platform, of `ms` at most, even if the call ignores its signal. */
export async function callPlatform<T>(
  { opened, stop }: StepContext,
  ms: number,
  work: (options: StepOptions) => Promise<T>,
): Promise<T> {
  const deadline = startDeadline(stop, ms)
  try {
    const running = work({
      connection: opened.connection,
      signal: deadline.signal,
      reportQuota: (quota) => opened.quotas.push(quota),
      reportLimits: (limits) => opened.limits.push(...limits),
    })
    return await abortable(deadline.signal, running)
  } finally {
    deadline.clear()
  }
}

type Progress = Omit<ItemStep, 'leaseUntil' | 'dueAt'>

/** Records a step and keeps the lease: the next step follows at once. */
export async function continueNow(
  { db, clock }: StepDependencies,
  item: PostingItem,
  step: Progress,
): Promise<PostingItem> {
  return recordStep(db, item, { ...step, leaseUntil: new Date(clock.now().getTime() + LEASE_MS) })
}

/** Records a step and releases the item until its next step is due. */
export async function reschedule(
  { db, clock }: StepDependencies,
  item: PostingItem,
  step: Progress & { readonly afterMs: number },
): Promise<undefined> {
  const { afterMs, ...progress } = step
  const dueAt = new Date(clock.now().getTime() + afterMs)
  await recordStep(db, item, { ...progress, dueAt, leaseUntil: dueAt })
}
