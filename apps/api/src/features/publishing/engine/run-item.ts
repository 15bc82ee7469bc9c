import { PublishError } from '#platforms/port.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { failConnection, failItem, failUnknown, platformErrorField } from './fail-item.ts'
import { commentItem, endCommentSent, endWithoutComment } from './comment-item.ts'
import { isPosted } from './is-posted.ts'
import { pollItem } from './poll-item.ts'
import type { PostingItem } from './items.repository.ts'
import { lookUpItem } from './look-up-item.ts'
import { openItem } from './open-item.ts'
import { MediaNotReadyError } from './open-media.ts'
import { pauseReported, storeReported } from './pause-item.ts'
import { prepareItem } from './prepare-item.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { reschedule } from './step.ts'
import { MAX_LOST_LEASES, MAX_PREPARATION_MS, planMediaWait, SLICE_MS } from './times.ts'

type Step = (dependencies: StepDependencies, context: StepContext) => Promise<StepResult>

const STEPS: Record<PostingItem['stage'], Step> = {
  preparing: prepareItem,
  unconfirmed: lookUpItem,
  processing: pollItem,
  commenting: commentItem,
  comment_sent: endCommentSent,
}

interface RunOptions {
  readonly item: PostingItem
  readonly stop: AbortSignal
  /** Called with each step that was recorded. */
  readonly onStep: (item: PostingItem) => void
}

/**
 * Runs the next steps of a claimed item from where it was recorded last, until it ends, waits, or its time slice is over.
 *
 * @throws StaleItemError when it was taken over, the reason of `stop`, and what the database throws: the item stays as it was
 *   recorded, for the worker that claims it next
 */
export async function runItem(
  dependencies: StepDependencies,
  { item: claimed, stop, onStep }: RunOptions,
): Promise<void> {
  const { logger } = dependencies
  const startedAt = performance.now()
  if (claimed.lost_leases >= MAX_LOST_LEASES) return giveUp(dependencies, claimed)
  let item: StepResult = claimed
  while (item) {
    const before: PostingItem = item
    onStep(before)
    item = await takeStep(dependencies, before, stop)
    const after = item ? item.stage : 'left or ended'
    logger.debug({ item_id: before.id, lane: before.lane, stage: before.stage, after }, 'publishing step')
    if (item && performance.now() - startedAt > SLICE_MS) return reschedule(dependencies, item, { afterMs: 0 })
  }
}

async function takeStep(dependencies: StepDependencies, item: PostingItem, stop: AbortSignal): Promise<StepResult> {
  let opened: StepContext['opened']
  try {
    opened = await openItem(dependencies, item)
  } catch (error) {
    if (error instanceof MediaNotReadyError) return waitForMedia(dependencies, item)
    if (!(error instanceof PublishError)) throw error
    return refuseToOpen(dependencies, item, error)
  }
  const context = { item, opened, stop }
  try {
    return await STEPS[item.stage](dependencies, context)
  } finally {
    await storeReported(dependencies, context)
    await pauseReported(dependencies, context)
  }
}

/** Its renditions are being made, or wait for their turn. */
async function waitForMedia(dependencies: StepDependencies, item: PostingItem): Promise<StepResult> {
  const waited = dependencies.clock.now().getTime() - item.started_at.getTime()
  if (waited <= MAX_PREPARATION_MS) return reschedule(dependencies, item, { afterMs: planMediaWait(waited) })
  const message = 'Its media were not converted in an hour. Try again later.'
  return failItem(dependencies, { item }, { message, action: 'retry' })
}

async function refuseToOpen(
  dependencies: StepDependencies,
  item: PostingItem,
  error: PublishError,
): Promise<StepResult> {
  if (isPosted(item)) return endWithoutComment(dependencies, item, error.message)
  if (item.stage !== 'preparing') return failUnknown(dependencies, { item }, error)
  if (error.failure === 'reconnect') return failConnection(dependencies, { item }, error)
  return failItem(
    dependencies,
    { item },
    {
      message: error.message,
      action: error.failure === 'retry' ? 'retry' : 'change',
      ...platformErrorField(error.platformError),
    },
  )
}

/** The last resort, so that no item is being posted for ever. */
async function giveUp(dependencies: StepDependencies, item: PostingItem): Promise<void> {
  dependencies.logger.error(
    { item_id: item.id, stage: item.stage, lost_leases: item.lost_leases },
    'an item is given up',
  )
  const interrupted = `Posting to ${PLATFORM_NAMES[item.platform]} was interrupted several times.`
  if (isPosted(item)) return endWithoutComment(dependencies, item, interrupted)
  if (item.stage !== 'preparing') return failUnknown(dependencies, { item })
  const message = `${interrupted} Try again later.`
  return failItem(dependencies, { item }, { message, action: 'retry' })
}
