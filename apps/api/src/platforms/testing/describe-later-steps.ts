import { expect, it } from 'vitest'
import type { StepOptions } from '../port.ts'
import type { Fault } from './faults.ts'
import type { PlatformRig } from './rig.ts'
import { expectPublishError, firstOf, lastOf } from './rig-items.ts'
import { lookUpItem, prepareItem, publishItem, rejection } from './run-steps.ts'

/** The suite that runs: its rig is another one in each test. */
interface Suite {
  readonly rig: () => PlatformRig
  readonly open: () => StepOptions
}

/** What looking up must do, where the platform can be looked up. */
export function describeLookUp({ rig, open }: Suite): void {
  it.each<[string, Fault]>([
    ['is answered 500', { kind: 'answer', status: 500 }],
    ['is answered 429', { kind: 'answer', status: 429, headers: { 'retry-after': '7' } }],
    ['is cut off', { kind: 'cut' }],
  ])('never says that it was not posted when looking %s', async (_, fault) => {
    const item = firstOf(rig().items)
    const { publisher } = rig().adapter
    const checkpoint = await prepareItem(publisher, item, open())
    rig().spoil('publish', { kind: 'cut after' })
    const sentAt = new Date()
    await rejection(publisher.publish(item, checkpoint, open()))
    rig().spoil('look up', fault, Infinity)
    const looked = await lookUpItem(publisher, item, checkpoint, { ...open(), sentAt }).catch((error: unknown) => error)
    expect(looked instanceof Error ? { status: 'unknown' } : looked).toMatchObject({ status: 'unknown' })
  })

  it('does not take an older post with the same words for the one it looks for', async () => {
    const item = firstOf(rig().items)
    const { publisher } = rig().adapter
    const older = await prepareItem(publisher, item, open())
    await publishItem(publisher, { item, checkpoint: older, options: open() })
    const checkpoint = await prepareItem(publisher, item, open())
    // A platform's clock may differ from ours by a few seconds.
    const sentAt = new Date(Date.now() + 60_000)
    const found = await lookUpItem(publisher, item, checkpoint, { ...open(), sentAt })
    expect(found.status).not.toBe('posted')
  })
}

/** What waiting for media must do, where the platform processes them. */
export function describeProcessing({ rig, open }: Suite): void {
  it('waits while the platform processes the media, and posts once when it is done', async () => {
    rig().processMedia?.('slowly')
    const item = lastOf(rig().items)
    const checkpoint = await prepareItem(rig().adapter.publisher, item, open())
    await publishItem(rig().adapter.publisher, { item, checkpoint, options: open() })
    expect(rig().posts()).toHaveLength(1)
  })

  it('gives up media that the platform cannot process: from the first step again, or never', async () => {
    rig().processMedia?.('in vain')
    const item = lastOf(rig().items)
    const error = await rejection(
      (async () => {
        const checkpoint = await prepareItem(rig().adapter.publisher, item, open())
        return publishItem(rig().adapter.publisher, { item, checkpoint, options: open() })
      })(),
    )
    expect(['restart', 'never']).toContain(expectPublishError(error).failure)
    expect(rig().posts()).toEqual([])
  })
}
