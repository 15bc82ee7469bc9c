import { expect } from 'vitest'
import type { PlatformRig, SeenPost } from './rig.ts'
import type { PostMedium, PublishableItem, PublishingCapabilities, StepOptions } from '../port.ts'
import { lookUpItem, pollItem, pollUntilPosted, prepareItem, publishItem, rejection } from './run-steps.ts'

type Check = (rig: PlatformRig, open: () => StepOptions) => Promise<void>

const YEAR_MS = 365 * 24 * 3600_000
const WORDS = { altText: 'A red bicycle', firstComment: 'The first comment', thread: 'What follows', edited: 'Edited' }

/** For each capability: fails when the adapter declares what it does not do, and when it does what it does not declare. */
export const CAPABILITY_CHECKS: Readonly<Record<keyof PublishingCapabilities, Check>> = {
  async lateIds(rig, open) {
    const { publisher, capabilities } = rig.adapter
    const declared = capabilities.lateIds ?? false
    expect([publisher.followUp !== undefined, rig.lateItem !== undefined]).toEqual([declared, declared])
    const item = rig.lateItem?.()
    if (!item) return
    const options = open()
    const found = await publisher.publish(item, await prepareItem(publisher, item, options), options)
    const posted = await pollItem(publisher, { item, options, found })
    expect(posted.platformPostId).toBeUndefined()
    const first = posted.followUp && (await publisher.followUp?.(posted.followUp.checkpoint, options))
    expect(first?.status).toBe('waiting')
    const identified = await pollUntilPosted(publisher, { item, options, found: posted })
    expect(rig.posts()).toEqual([identified.platformPostId])
  },

  async lookUp(rig, open) {
    const { publisher, capabilities } = rig.adapter
    expect(publisher.lookUp !== undefined).toBe(capabilities.lookUp !== 'not_at_all')
    if (!publisher.lookUp) return
    const item = firstOf(rig)
    const checkpoint = await prepareItem(publisher, item, open())
    const sentAt = new Date()
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(publisher.publish(item, checkpoint, open()))
    // By a list: without anything that was kept. By a handle: without any clock.
    const attempts =
      capabilities.lookUp === 'exactly'
        ? [lookUpItem(publisher, item, {}, { ...open(), sentAt })]
        : [-YEAR_MS, YEAR_MS].map((ms) =>
            lookUpItem(publisher, item, checkpoint, { ...open(), sentAt: new Date(sentAt.getTime() + ms) }),
          )
    for (const found of await Promise.all(attempts)) {
      const posted = await pollUntilPosted(publisher, { item, options: open(), found })
      expect(posted.platformPostId).toBe(rig.posts()[0])
    }
  },

  async processesMedia(rig, open) {
    const { publisher, capabilities } = rig.adapter
    expect(rig.processMedia !== undefined).toBe(capabilities.processesMedia)
    rig.processMedia?.('slowly')
    const options = open()
    let prepared = await publisher.prepare(lastOf(rig), undefined, options)
    let waits = 0
    while (prepared.status !== 'ready') {
      if (prepared.status === 'wait') waits += 1
      prepared = await publisher.prepare(lastOf(rig), prepared.checkpoint, options)
    }
    expect(waits > 0).toBe(capabilities.processesMedia)
  },

  async processesPosts(rig, open) {
    const { publisher, capabilities } = rig.adapter
    expect([publisher.poll !== undefined, rig.processPosts !== undefined]).toEqual([
      capabilities.processesPosts,
      capabilities.processesPosts,
    ])
    rig.processPosts?.()
    // The one with most steps: texts alone are often posted at once.
    const item = lastOf(rig)
    const found = await publisher.publish(item, await prepareItem(publisher, item, open()), open())
    expect(found.status).toBe(capabilities.processesPosts ? 'processing' : 'posted')
    const posted = await pollUntilPosted(publisher, { item, options: open(), found })
    expect(rig.posts()).toEqual([posted.platformPostId])
  },

  async altText(rig, open) {
    // Platforms that take alt texts take them of pictures first.
    const item = Object.values(rig.items).find(({ media }) => media.some(({ type }) => type === 'image')) ?? lastOf(rig)
    const media = item.media.map((medium): PostMedium => ({ ...medium, altText: WORDS.altText }))
    const seen = await post(rig, open, { ...item, media })
    expect(seen.altTexts.includes(WORDS.altText)).toBe(rig.adapter.capabilities.altText)
  },

  async firstComment(rig, open) {
    const { publisher, capabilities } = rig.adapter
    expect(publisher.comment !== undefined).toBe(capabilities.firstComment)
    const item = { ...firstOf(rig), firstComment: WORDS.firstComment }
    // A step of its own: posting the item makes no comment.
    expect((await post(rig, open, item)).comments).toEqual([])
    const [id = ''] = rig.posts()
    await publisher.comment?.(item, id, open())
    expect(rig.read(id).comments).toEqual(capabilities.firstComment ? [WORDS.firstComment] : [])
  },

  async threads(rig, open) {
    const item = firstOf(rig)
    await post(rig, open, item)
    const [replyTo = ''] = rig.posts()
    await post(rig, open, { ...item, content: WORDS.thread, replyTo })
    expect(rig.posts()).toHaveLength(2)
    expect(rig.read(replyTo).thread.includes(WORDS.thread)).toBe(rig.adapter.capabilities.threads)
  },

  async edits(rig, open) {
    const { publisher, capabilities } = rig.adapter
    expect(publisher.edit !== undefined).toBe(capabilities.edits)
    const item = firstOf(rig)
    const before = await post(rig, open, item)
    const [id = ''] = rig.posts()
    await publisher.edit?.({ ...item, content: WORDS.edited }, id, open())
    expect(rig.read(id).content).toBe(capabilities.edits ? WORDS.edited : before.content)
  },
}

async function post(rig: PlatformRig, open: () => StepOptions, item: PublishableItem): Promise<SeenPost> {
  const { publisher } = rig.adapter
  const checkpoint = await prepareItem(publisher, item, open())
  const { platformPostId } = await publishItem(publisher, { item, checkpoint, options: open() })
  return rig.read(platformPostId)
}

function firstOf({ items }: PlatformRig): PublishableItem {
  return itemAt(items, 0)
}

/** The one with most steps. */
function lastOf({ items }: PlatformRig): PublishableItem {
  return itemAt(items, -1)
}

function itemAt(items: PlatformRig['items'], index: number): PublishableItem {
  const item = Object.values(items).at(index)
  if (item === undefined) throw new Error('The rig has no items')
  return item
}
