import { findPauses } from '#features/pauses/index.ts'
import { failItem } from './fail-item.ts'
import type { PostingItem } from './items.repository.ts'
import type { StepContext, StepDependencies } from './step.ts'
import { MAX_LIMIT_MS } from './times.ts'

/** Whether an item that a quota keeps from being posted is to fail now: it may not wait, or has waited for long enough. */
export function mayNotWait({ on_limit, waiting_since, started_at }: PostingItem, now: Date): boolean {
  return on_limit === 'fail' || now.getTime() - (waiting_since ?? started_at).getTime() >= MAX_LIMIT_MS
}

/** Fails an item that may not wait, if a quota of its platform is known to be used up: the platform is not asked. Answers whether it did. */
export async function failIfHeld(dependencies: StepDependencies, context: StepContext): Promise<boolean> {
  const { db, clock } = dependencies
  const { item, opened } = context
  const now = clock.now()
  if (!mayNotWait(item, now)) return false
  const [pause] = await findPauses(db, [{ lane: item.lane, connectionId: opened.connection.connectionId }], now)
  if (!pause) return false
  await failHeld(dependencies, context, { reason: pause.reason })
  return true
}

interface Held {
  /** A sentence for callers. */
  readonly reason: string
  /** What it waited for is not a quota, but a setting of the operator's. */
  readonly isVersionEnded?: boolean
}

/** Fails an item that may not wait. */
export async function failHeld(
  dependencies: StepDependencies,
  context: StepContext,
  { reason, isVersionEnded = false }: Held,
): Promise<undefined> {
  const waited = context.item.on_limit === 'fail' ? 'The item was not to wait.' : 'The item has waited for a day.'
  if (isVersionEnded) {
    const message = `${reason} ${waited} Retry it after that.`
    return failItem(dependencies, context, { code: 'API_VERSION_ENDED', message, action: 'check' })
  }
  return failItem(dependencies, context, { message: `${reason} ${waited} Try again later.`, action: 'retry' })
}
