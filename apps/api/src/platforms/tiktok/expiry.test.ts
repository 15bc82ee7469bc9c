import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Checkpoint } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { expectPublishError } from '../testing/rig-items.ts'
import { prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import type { TikTokRig } from './testing/rig.ts'
import { ITEM, LONG_VIDEO, startTikTokRig } from './testing/rig.ts'

let rig: TikTokRig
beforeEach(async () => {
  rig = await startTikTokRig()
})
afterEach(() => rig.stop())

const open = () => ({ connection: createTestConnection(rig.tokens), signal: new AbortController().signal })
const publisher = () => rig.adapter.publisher

/** A checkpoint whose upload ends in a minute. */
function endSoon(checkpoint: Checkpoint): Checkpoint {
  const { upload } = checkpoint as { upload: object }
  return { ...checkpoint, upload: { ...upload, expires_at: new Date(Date.now() + 60_000).toISOString() } }
}

describe.each([
  ['of one chunk', ITEM],
  ['of several chunks', { ...ITEM, media: [LONG_VIDEO] }],
])('the upload of a video %s', (_, item) => {
  /** Begins the upload, which took a pause of an hour since. */
  async function begin(): Promise<Checkpoint> {
    const { checkpoint } = await publisher().prepare(item, undefined, open())
    return endSoon((await publisher().prepare(item, checkpoint, open())).checkpoint)
  }

  it('that is about to end before the final call is begun again, and the old one makes no post', async () => {
    const late = await begin()
    expect(expectPublishError(await rejection(publisher().prepare(item, late, open()))).failure).toBe('restart')
    expect(rig.posts()).toEqual([])
    await publishItem(publisher(), { item, checkpoint: await prepareItem(publisher(), item, open()), options: open() })
    expect(rig.posts()).toHaveLength(1)
  })

  it('is not begun again once the final call may have gone: what it posted is found', async () => {
    const ready = await prepareItem(publisher(), item, open())
    rig.server.faults.spoil('publish', { kind: 'cut after' })
    await rejection(publisher().publish(item, ready, open()))
    const again = await publisher().prepare(item, endSoon(ready), open())
    expect(again.status).toBe('ready')
    await publishItem(publisher(), { item, checkpoint: again.checkpoint, options: open() })
    expect(rig.posts()).toHaveLength(1)
  })

  it('of a server before, which did not record whether the final call went, is not begun again', async () => {
    const ready = await prepareItem(publisher(), item, open())
    const { upload } = endSoon(ready) as { upload: object }
    const { untried: _untried, ...old } = upload as { untried: boolean }
    expect((await publisher().prepare(item, { ...ready, upload: old }, open())).status).toBe('ready')
  })
})
