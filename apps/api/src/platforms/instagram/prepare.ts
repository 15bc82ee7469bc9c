import type { Clock } from '#shared/clock.ts'
import type { Prepared, PublishableItem, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { AccountApi } from './api.ts'
import { askLimits } from './ask-limits.ts'
import type { Container, InstagramCheckpoint } from './checkpoint.ts'
import { deliveryOf, isCarousel, toCarouselFields, toChildFields, toSingleFields } from './container-fields.ts'
import { createContainer, pollContainer } from './containers.ts'
import { sendVideo } from './send-video.ts'

interface PrepareStep {
  readonly item: PublishableItem<'instagram'>
  /** Undefined: it is the first step. */
  readonly checkpoint: InstagramCheckpoint | undefined
  readonly accountApi: AccountApi
  readonly options: StepOptions
  readonly clock: Clock
}

/**
 * One step toward the final call: the quota, then the containers of a carousel's media one after the other, then the one that is
 * published. Each is made, its bytes are sent where Instagram does not fetch them, and it is polled. Nothing of it is seen.
 *
 * @throws PlatformError
 */
export async function prepareStep(step: PrepareStep): Promise<Prepared> {
  const { item, checkpoint, accountApi, options } = step
  if (!checkpoint) return checkQuota(step)
  const { children, parent } = checkpoint
  if (parent) return advanceParent(step, checkpoint, parent)
  if (!isCarousel(item)) {
    const [medium] = item.media
    const delivery = medium ? deliveryOf(medium, accountApi.takesUploads) : 'fetched'
    const form = toSingleFields(item, delivery)
    return go({ ...checkpoint, parent: await createContainer(accountApi, { form, delivery }, options) })
  }
  const next = item.media[children.length]
  if (next) {
    const delivery = deliveryOf(next, accountApi.takesUploads)
    const form = toChildFields(item, children.length, delivery)
    const child = await createContainer(accountApi, { form, delivery }, options)
    return go({ ...checkpoint, children: [...children, child] })
  }
  const at = children.findIndex(({ state }) => state !== 'done')
  const child = children[at]
  if (child) {
    const { container, waitSeconds } = await advance(step, child, at)
    return go({ ...checkpoint, children: children.with(at, container) }, waitSeconds)
  }
  const ids = children.map(({ id }) => id)
  const form = toCarouselFields(item, ids)
  return go({ ...checkpoint, parent: await createContainer(accountApi, { form }, options) })
}

/** Always asks, also when it was done before: it may have expired meanwhile. */
async function advanceParent(step: PrepareStep, checkpoint: InstagramCheckpoint, before: Container): Promise<Prepared> {
  const { container, waitSeconds, asked } = await advance(step, before, 0)
  const next: InstagramCheckpoint = { ...checkpoint, parent: container }
  if (container.state !== 'done' || !asked) return go(next, waitSeconds)
  const ready_at = checkpoint.ready_at ?? (asked.at ?? step.clock.now()).toISOString()
  const isPublished = asked.status.status_code === 'PUBLISHED'
  return { status: 'ready', checkpoint: { ...next, ready_at, ...(isPublished && { outcome: 'published' }) } }
}

type Asked = Omit<Awaited<ReturnType<typeof pollContainer>>, 'container' | 'waitSeconds'>

interface Advanced {
  readonly container: Container
  readonly waitSeconds?: number | undefined
  /** Absent where bytes were sent. */
  readonly asked?: Asked
}

async function advance(
  { item, accountApi, options }: PrepareStep,
  before: Container,
  index: number,
): Promise<Advanced> {
  const medium = item.media[index]
  if (before.state === 'uploading' && medium) {
    return { container: await sendVideo(accountApi, { container: before, medium }, options) }
  }
  const { container, waitSeconds, ...asked } = await pollContainer(accountApi, before, options)
  return { container, waitSeconds, asked }
}

function go(checkpoint: InstagramCheckpoint, seconds?: number): Prepared {
  return seconds === undefined ? { status: 'continue', checkpoint } : { status: 'wait', checkpoint, seconds }
}

async function checkQuota({ accountApi, options }: PrepareStep): Promise<Prepared> {
  const limits = await askLimits(accountApi, options)
  options.reportLimits?.(limits)
  const full = limits.find(({ used, total }) => used >= total)
  if (full) {
    const message = `The account has used up its ${full.total} posts at Instagram for today.`
    throw new PlatformError('retry', message, { scope: 'account', platformError: 'quota' })
  }
  return go({ children: [], looks: 0 })
}
