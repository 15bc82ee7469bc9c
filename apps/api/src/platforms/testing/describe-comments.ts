import { describe, expect, it } from 'vitest'
import type { PublishableItem, StepOptions } from '../port.ts'
import { PublishError } from '../port.ts'
import { LOST_ANSWERS } from './lost-answers.ts'
import type { PlatformRig } from './rig.ts'
import { expectPublishError, firstOf } from './rig-items.ts'
import { prepareItem, publishItem, rejection } from './run-steps.ts'

interface Suite {
  /** Of the test that runs. */
  readonly rig: () => PlatformRig
  readonly open: (signal?: AbortSignal) => StepOptions
}

const TEXT = 'The first comment'

/** What a first comment must do, where the platform has them: the engine calls it once, and believes what it says. */
export function describeComments({ rig, open }: Suite): void {
  const post = async (): Promise<{ item: PublishableItem; id: string }> => {
    const item = { ...firstOf(rig().items), firstComment: TEXT }
    const { publisher } = rig().adapter
    const checkpoint = await prepareItem(publisher, item, open())
    return { item, id: (await publishItem(publisher, { item, checkpoint, options: open() })).platformPostId }
  }
  const comment = ({ item, id }: Awaited<ReturnType<typeof post>>, options = open()): Promise<void> => {
    const { comment } = rig().adapter.publisher
    if (!comment) throw new Error('The adapter has no comments')
    return comment(item, id, options)
  }
  const seen = () =>
    rig()
      .posts()
      .flatMap((id) => rig().read(id).comments)

  it('comments with a new token when the platform refuses the one it had', async () => {
    const posted = await post()
    const options = open()
    rig().refuseToken(await options.connection.accessToken(options.signal))
    await comment(posted, options)
    expect(seen()).toEqual([TEXT])
  })

  it('says that there is no comment when the platform refuses every token', async () => {
    const posted = await post()
    for (const token of rig().tokens) rig().refuseToken(token)
    expect(expectPublishError(await rejection(comment(posted))).failure).toBe('reconnect')
    expect(seen()).toEqual([])
  })

  it.each([400, 403, 429])('says that there is no comment when it is answered %d', async (status) => {
    const posted = await post()
    rig().spoil('comment', { kind: 'answer', status }, Infinity)
    expectPublishError(await rejection(comment(posted)))
    expect(seen()).toEqual([])
  })

  describe.each(Object.entries(LOST_ANSWERS))('when a first comment is %s', (_, { fault, had }) => {
    it('does not say that there is none', async () => {
      const posted = await post()
      const controller = new AbortController()
      rig().spoil('comment', fault, Infinity)
      const running = rejection(comment(posted, open(controller.signal)))
      if (fault.kind.startsWith('hang')) setTimeout(() => controller.abort(new Error('the time is over')), 300)
      expect(await running).not.toBeInstanceOf(PublishError)
      expect(seen()).toEqual(had ? [TEXT] : [])
    })
  })
}
