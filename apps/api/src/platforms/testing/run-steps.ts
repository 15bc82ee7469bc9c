import { expect } from 'vitest'
import type { Checkpoint, LookedUp, PublishableItem, Published, Publisher, StepOptions } from '../port.ts'

/** No platform takes so many steps for a test's small files. */
const MOST_STEPS = 60

/** Goes all the way to the final call, as the engine does, without waiting. Returns the checkpoint of `ready`. */
export async function prepareItem(
  publisher: Publisher,
  item: PublishableItem,
  options: StepOptions,
  each: 'once' | 'twice' = 'once',
  from?: Checkpoint,
  onCheckpoint: (checkpoint: Checkpoint) => void = () => {},
): Promise<Checkpoint> {
  let checkpoint = from
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (each === 'twice') await publisher.prepare(item, checkpoint, options)
    const prepared = await publisher.prepare(item, checkpoint, options)
    onCheckpoint(prepared.checkpoint)
    if (prepared.status === 'ready') return prepared.checkpoint
    if (prepared.status === 'wait') expect(prepared.seconds).toBeGreaterThan(0)
    // As it comes back from the database.
    checkpoint = JSON.parse(JSON.stringify(prepared.checkpoint)) as Checkpoint
  }
  throw new Error(`not ready after ${MOST_STEPS} steps`)
}

interface PreparedItem {
  readonly item: PublishableItem
  readonly checkpoint: Checkpoint
  readonly options: StepOptions
}

type Posted = Extract<Published, { status: 'posted' }>
type Identified = Posted & { readonly platformPostId: string }

export async function publishItem(
  publisher: Publisher,
  { item, checkpoint, options }: PreparedItem,
): Promise<Identified> {
  const found = await publisher.publish(item, JSON.parse(JSON.stringify(checkpoint)) as Checkpoint, options)
  return pollUntilPosted(publisher, { item, options, found })
}

interface FoundItem {
  readonly item: PublishableItem
  readonly options: StepOptions
  readonly found: Published | { readonly status: 'not_posted' | 'unknown' }
}

/** Polls until an item is posted, and asks on until the platform gives its id. */
export async function pollUntilPosted(publisher: Publisher, polled: FoundItem): Promise<Identified> {
  const posted = await pollItem(publisher, polled)
  const { platformPostId } = posted
  return platformPostId === undefined ? follow(publisher, posted, polled.options) : { ...posted, platformPostId }
}

async function follow(publisher: Publisher, posted: Posted, options: StepOptions): Promise<Identified> {
  let checkpoint = posted.followUp?.checkpoint
  for (let look = 0; checkpoint && publisher.followUp && look < MOST_STEPS; look += 1) {
    const followed = await publisher.followUp(JSON.parse(JSON.stringify(checkpoint)) as Checkpoint, options)
    if (followed.status === 'found') return { ...posted, ...followed, status: 'posted' }
    checkpoint = followed.status === 'waiting' ? followed.checkpoint : undefined
  }
  throw new Error('posted without an id')
}

/** Polls until an item is posted. Its id may come later. */
export async function pollItem(publisher: Publisher, { item, options, found }: FoundItem): Promise<Posted> {
  let published = found
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (published.status === 'posted') return published
    if (published.status !== 'processing' || !publisher.poll) break
    published = await publisher.poll(item, published.checkpoint, options)
  }
  throw new Error(`not posted: ${published.status}`)
}

/** What a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('It was expected to fail')
}

/** Looks a final call up. @throws when the adapter has no look-up */
export async function lookUpItem(
  publisher: Publisher,
  item: PublishableItem,
  checkpoint: Checkpoint,
  options: StepOptions & { readonly sentAt: Date },
): Promise<LookedUp> {
  if (!publisher.lookUp) throw new Error('The adapter has no look-up')
  return publisher.lookUp(item, checkpoint, options)
}
