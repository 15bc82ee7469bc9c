import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StepOptions } from '../port.ts'
import { lookUpItem, prepareItem, rejection } from '../testing/run-steps.ts'
import type { LinkedInRig } from './testing/linkedin-rig.ts'
import { ITEMS, startLinkedInRig } from './testing/linkedin-rig.ts'

let rig: LinkedInRig
beforeEach(async () => {
  rig = await startLinkedInRig()
})
afterEach(() => rig.stop())

const open = (): StepOptions => ({ connection: rig.connect('organization'), signal: new AbortController().signal })

describe.each(Object.entries(ITEMS))('a post of an organization whose answer was lost (%s)', (_, item) => {
  it('is found among its posts, and only if it is there', async () => {
    const { publisher } = rig.adapter
    const checkpoint = await prepareItem(publisher, item, open())
    const sentAt = new Date()
    expect(await lookUpItem(publisher, item, checkpoint, { ...open(), sentAt })).toEqual({ status: 'not_posted' })
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(publisher.publish(item, checkpoint, open()))
    const found = await lookUpItem(publisher, item, checkpoint, { ...open(), sentAt })
    expect(found).toMatchObject({ status: 'posted', platformPostId: rig.posts()[0] })
  })

  it('is what LinkedIn calls a duplicate of it', async () => {
    const { publisher } = rig.adapter
    const checkpoint = await prepareItem(publisher, item, open())
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(publisher.publish(item, checkpoint, open()))
    const errorDetails = { inputErrors: [{ code: 'DUPLICATE_POST' }] }
    rig.server.state.manner.refusals.push({ status: 422, body: { status: 422, errorDetails } })
    const again = await publisher.publish(item, checkpoint, open())
    expect(again).toMatchObject({ status: 'posted', platformPostId: rig.posts()[0] })
    expect(rig.posts()).toHaveLength(1)
  })
})
