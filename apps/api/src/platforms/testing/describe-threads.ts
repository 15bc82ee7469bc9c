import { expect, it } from 'vitest'
import type { PublishableItem, StepOptions } from '../port.ts'
import { LOST_ANSWERS } from './lost-answers.ts'
import type { PlatformRig } from './rig.ts'
import { firstOf } from './rig-items.ts'
import { lookUpItem, prepareItem, publishItem, rejection } from './run-steps.ts'

interface Suite {
  /** Of the test that runs. */
  readonly rig: () => PlatformRig
  readonly open: (signal?: AbortSignal) => StepOptions
}

const TEXTS = ['What follows', 'And more', 'The end']

/** What threads must do, where the platform has them: each of their posts is published, and looked up, by itself. */
export function describeThreads({ rig, open }: Suite): void {
  const post = async (item: PublishableItem): Promise<string> => {
    const { publisher } = rig().adapter
    const checkpoint = await prepareItem(publisher, item, open())
    return (await publishItem(publisher, { item, checkpoint, options: open() })).platformPostId
  }

  it('posts a thread in its order, each once', async () => {
    const item = firstOf(rig().items)
    const first = await post(item)
    let replyTo = first
    for (const content of TEXTS) replyTo = await post({ ...item, content, replyTo })
    expect(rig().posts()).toHaveLength(1 + TEXTS.length)
    expect(rig().read(first)).toMatchObject({ content: item.content, thread: TEXTS })
  })

  it('posts media of what follows', async () => {
    const item = firstOf(rig().items)
    const replyTo = await post(item)
    const [media = []] = Object.values(rig().items).flatMap(({ media }) => (media.length > 0 ? [media] : []))
    await post({ ...item, content: 'What follows', media, replyTo })
    expect(rig().read(replyTo).thread).toEqual(['What follows'])
  })

  it.each(Object.entries(LOST_ANSWERS).filter(([, { fault }]) => !fault.kind.startsWith('hang')))(
    'finds out whether what follows is there, when its final call was %s',
    async (_, { fault, had }) => {
      const { publisher, capabilities } = rig().adapter
      if (capabilities.lookUp === 'not_at_all') return expect(publisher.lookUp).toBeUndefined()
      const item = firstOf(rig().items)
      const part = { ...item, content: 'What follows', replyTo: await post(item) }
      const checkpoint = await prepareItem(publisher, part, open())
      const sentAt = new Date()
      rig().spoil('publish', fault, Infinity)
      await rejection(publisher.publish(part, checkpoint, open()))
      const found = await lookUpItem(publisher, part, checkpoint, { ...open(), sentAt })
      if (!had) return expect(found).toEqual({ status: 'not_posted' })
      return expect(found).toMatchObject({ status: 'posted', platformPostId: rig().posts()[1] })
    },
  )

  it('does not take a post for what follows it in the same words', async () => {
    const { publisher, capabilities } = rig().adapter
    if (capabilities.lookUp === 'not_at_all') return expect(publisher.lookUp).toBeUndefined()
    const item = firstOf(rig().items)
    const sentAt = new Date()
    const part = { ...item, replyTo: await post(item) }
    const checkpoint = await prepareItem(publisher, part, open())
    const found = await lookUpItem(publisher, part, checkpoint, { ...open(), sentAt })
    return expect(found).toEqual({ status: 'not_posted' })
  })
}
