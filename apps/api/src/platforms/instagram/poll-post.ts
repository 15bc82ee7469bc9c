import type { PublishableItem, Published, StepOptions } from '../port.ts'
import { PlatformError, PublishError } from '../port.ts'
import type { AccountApi } from './api.ts'
import type { InstagramCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { BLOCKED } from './error-rules.ts'
import { lookAfter } from './limits.ts'
import { askOutcome } from './outcome.ts'
import { permalinkSchema } from './wire.ts'

interface PolledPost {
  readonly item: PublishableItem<'instagram'>
  readonly checkpoint: InstagramCheckpoint
}

/** How often the address of a post is asked for: the post is there whether it is found out or not. */
const ADDRESS_TRIES = 3

/**
 * One look after the final call: for the address of the post, or for the post itself where Instagram says that it published or
 * blocked it and does not say which it is.
 *
 * @throws PlatformError when it surely was not posted; what else it throws, is looked for again
 */
export async function pollPost(
  accountApi: AccountApi,
  { item, checkpoint }: PolledPost,
  options: StepOptions,
): Promise<Published> {
  if (checkpoint.media_id !== undefined) return askAddress(accountApi, checkpoint, checkpoint.media_id, options)
  const outcome = await askOutcome(accountApi, { item, checkpoint }, options)
  if (outcome.status === 'posted') return outcome.published
  const isPublished = outcome.status === 'published' || checkpoint.outcome === 'published'
  const seconds = lookAfter(checkpoint.looks)
  if (seconds !== undefined) {
    const looks = checkpoint.looks + 1
    return { status: 'processing', checkpoint: { ...checkpoint, looks, ...(isPublished && PUBLISHED) }, seconds }
  }
  if (isPublished) return toUnseen(checkpoint)
  if (outcome.status === 'unknown') throw new Error('Instagram does not say whether it has the post')
  const message = BLOCKED.message.replaceAll('$name', 'Instagram')
  throw new PlatformError('never', message, { platformError: `${BLOCKED.code}/${BLOCKED.subcode}` })
}

const PUBLISHED = { outcome: 'published' } as const

async function askAddress(
  { api }: AccountApi,
  checkpoint: InstagramCheckpoint,
  id: string,
  options: StepOptions,
): Promise<Published> {
  const posted = { status: 'posted', platformPostId: id } as const
  try {
    const request = { method: 'GET', path: PATHS.node(id), query: { fields: 'permalink' } } as const
    const { permalink } = await api.ask(permalinkSchema, request, options)
    return { ...posted, ...(permalink !== undefined && { platformUrl: permalink }) }
  } catch (error) {
    options.signal.throwIfAborted()
    const looks = checkpoint.looks + 1
    const mayWorkLater = !(error instanceof PublishError) || error.failure === 'retry'
    if (!mayWorkLater || looks >= ADDRESS_TRIES) return posted
    return { status: 'processing', checkpoint: { ...checkpoint, looks }, seconds: lookAfter(checkpoint.looks) ?? 1 }
  }
}

/** Instagram shows no list that has it: a trial reel, or a story that is gone. It has no id but that of its container. */
function toUnseen({ parent }: InstagramCheckpoint): Published {
  const id = parent?.id ?? ''
  const warning =
    'Instagram has published the post, but does not show which it is: platform_post_id is not that of the post.'
  return { status: 'posted', platformPostId: id, warnings: [warning] }
}
