import { PublishError } from '#platforms/port.ts'
import type { Warning } from '@powerpost/contract'
import { PLATFORM_NAMES, PUBLISHING_RULES } from '@powerpost/contract'
import { endItem } from './end-item.ts'
import type { PostingItem } from './items.repository.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { callPlatform, continueNow, reschedule } from './step.ts'
import { FINAL_CALL_TIMEOUT_MS, SEND_WITHIN_MS } from './times.ts'
import { warnOf } from './warn-of.ts'

/**
 * Posts the first comment of an item that is posted. That it is about to be sent is recorded before, and it is sent once: whatever
 * comes of it, the item stays posted.
 */
export async function commentItem(dependencies: StepDependencies, context: StepContext): Promise<StepResult> {
  const { item, opened } = context
  const { publisher, publishable } = opened
  const comment = PUBLISHING_RULES[item.post_type].firstComment && publisher.comment?.bind(publisher)
  if (!comment) return endPosted(dependencies, item, leftOut(item))
  const startedAt = performance.now()
  const sent = await continueNow(dependencies, item, { stage: 'comment_sent' })
  if (performance.now() - startedAt > SEND_WITHIN_MS) {
    // Stopped in between, and nothing was sent: if nobody has taken over, it is sent another time.
    return reschedule(dependencies, sent, { stage: 'commenting', afterMs: 0 })
  }
  try {
    await callPlatform({ ...context, item: sent }, FINAL_CALL_TIMEOUT_MS, (options) =>
      comment(publishable, platformPostIdOf(item), options),
    )
  } catch (error) {
    dependencies.logger.warn({ err: error, item_id: item.id, stage: sent.stage }, 'a first comment failed')
    return endPosted(dependencies, sent, error instanceof PublishError ? notPosted(item, error.message) : unknown(item))
  }
  return endPosted(dependencies, sent)
}

/** Ends an item whose comment was about to be sent when its process stopped: it may be there, so it is not sent again. */
export async function endCommentSent(dependencies: StepDependencies, { item }: StepContext): Promise<StepResult> {
  return endPosted(dependencies, item, unknown(item))
}

/** Ends a posted item that cannot be gone on with. */
export async function endWithoutComment(
  dependencies: StepDependencies,
  item: PostingItem,
  reason: string,
): Promise<undefined> {
  return endPosted(dependencies, item, item.stage === 'comment_sent' ? unknown(item) : notPosted(item, reason))
}

function platformPostIdOf({ id, platform_post_id }: PostingItem): string {
  if (platform_post_id === null) throw new Error(`${id} is posted and has no id of its platform`)
  return platform_post_id
}

async function endPosted(dependencies: StepDependencies, item: PostingItem, warning?: Warning): Promise<undefined> {
  const { platform_post_id, platform_url, posted_at, posted_parts } = item
  const posted = {
    platform_post_id,
    platform_url,
    posted_at: posted_at ?? dependencies.clock.now(),
    posted_parts,
    warnings: [...item.warnings, ...(warning ? [warning] : [])],
  }
  await endItem(dependencies, { item, end: { status: 'posted', posted } })
}

/** The warning of an item whose platform takes no comment. */
export function leftOut(item: PostingItem): Warning {
  return notPosted(item, `${PLATFORM_NAMES[item.platform]} takes no first comment here: it was left out.`)
}

function notPosted(item: PostingItem, reason: string): Warning {
  return warnOf(item, 'first_comment_not_posted', `The first comment was not posted. ${reason}`)
}

function unknown(item: PostingItem): Warning {
  const message = `${PLATFORM_NAMES[item.platform]} did not confirm whether it has the first comment. Check there: it is not sent again.`
  return warnOf(item, 'first_comment_unknown', message)
}
