import type { ChoiceName } from '@powerpost/contract'
import { PLATFORM_CHOICES, PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Checkpoint, OpenConnection, PublishingCapabilities, StepOptions } from './port.ts'
import { publishingFor, PublishError } from './port.ts'
import { createTestConnection } from './testing/connection.ts'
import { CAPABILITY_CHECKS } from './testing/capability-checks.ts'
import { describeComments } from './testing/describe-comments.ts'
import { describeLookUp, describeProcessing } from './testing/describe-later-steps.ts'
import { describeThreads } from './testing/describe-threads.ts'
import { LOST_ANSWERS } from './testing/lost-answers.ts'
import type { PlatformRig } from './testing/rig.ts'
import { expectPublishError, firstOf, lastOf } from './testing/rig-items.ts'
import { pollUntilPosted, prepareItem, publishItem, rejection } from './testing/run-steps.ts'

/** What is known of a platform before a test runs. */
export interface PlatformSuite {
  /** Starts a server and an adapter for it; called once for each test. */
  readonly start: () => Promise<PlatformRig>
  /** What the adapter declares for accounts of the kind. */
  readonly capabilities: PublishingCapabilities
  /** The account that is posted to: the adapter is held to what it declares for its kind. @default a profile */
  readonly account?: Pick<OpenConnection, 'accountKind' | 'platformAccountId'>
  /** The lists it has. @default those that the contract has for the platform of its items */
  readonly choices?: readonly ChoiceName[]
}

const PROFILE = { accountKind: 'profile', platformAccountId: '4711' } as const

/**
 * What every platform's adapter must do, so that the engine posts exactly once or says that it does not know: run over each.
 * Only times are the adapter's own affair: the suite never waits.
 */
export function describePlatform(
  name: string,
  { start, capabilities, choices, account = PROFILE }: PlatformSuite,
): void {
  describe(`${name}, as every platform,`, () => {
    let rig: PlatformRig
    beforeEach(async () => {
      expect.hasAssertions()
      const started = await start()
      // As the engine has it.
      rig = { ...started, adapter: { ...started.adapter, ...publishingFor(started.adapter, account.accountKind) } }
    })
    afterEach(() => rig.stop())

    const open = (signal = new AbortController().signal): StepOptions => {
      return { connection: { ...createTestConnection(rig.tokens), ...account }, signal }
    }
    const anItem = () => firstOf(rig.items)

    it('declares what the suite was given', () => {
      expect(rig.adapter.capabilities).toEqual(capabilities)
    })

    it('has exactly the choices that the contract lists for its platform', () => {
      const names = choices ?? PLATFORM_CHOICES[PLATFORM_OF_POST_TYPE[anItem().postType]]
      expect(Object.keys(rig.adapter.choices ?? {}).toSorted()).toEqual(names.toSorted())
    })

    it.each(Object.entries(CAPABILITY_CHECKS))('declares rightly: %s', async (_, check) => check(rig, open))

    it('posts each kind of item, and nothing that people see before the final call', async () => {
      for (const item of Object.values(rig.items)) {
        const before = rig.posts().length
        const options = open()
        const ready = await prepareItem(rig.adapter.publisher, item, options)
        expect(rig.posts()).toHaveLength(before)
        const published = await publishItem(rig.adapter.publisher, { item, checkpoint: ready, options })
        expect(rig.posts()).toHaveLength(before + 1)
        expect(rig.posts()).toContain(published.platformPostId)
        if (published.platformUrl !== undefined) expect(URL.canParse(published.platformUrl)).toBe(true)
      }
    })

    it('posts once although every step on the way is cut off and done again', async () => {
      for (const item of Object.values(rig.items)) {
        const before = rig.posts().length
        const options = open()
        const ready = await prepareItem(rig.adapter.publisher, item, options, 'twice')
        await publishItem(rig.adapter.publisher, { item, checkpoint: ready, options })
        expect(rig.posts()).toHaveLength(before + 1)
      }
    })

    it('is ready again when it is asked to go on from where it was ready', async () => {
      for (const item of Object.values(rig.items)) {
        const options = open()
        const ready = await prepareItem(rig.adapter.publisher, item, options)
        const again = await prepareItem(rig.adapter.publisher, item, options, 'once', ready)
        await publishItem(rig.adapter.publisher, { item, checkpoint: again, options })
        expect(rig.posts().length).toBeGreaterThan(0)
      }
    })

    it('keeps no token in its checkpoints, and nothing that is not JSON', async () => {
      for (const item of Object.values(rig.items)) {
        const seen: Checkpoint[] = []
        await prepareItem(rig.adapter.publisher, item, open(), 'once', undefined, (checkpoint) => seen.push(checkpoint))
        expect(JSON.parse(JSON.stringify(seen))).toEqual(seen)
        for (const token of rig.tokens) expect(JSON.stringify(seen)).not.toContain(token)
      }
    })

    describe.each(['prepare', 'publish'] as const)('in the step %s', (step) => {
      const fail = async (): Promise<unknown> => {
        const item = lastOf(rig.items)
        const options = open()
        const { publisher } = rig.adapter
        if (step === 'prepare') return rejection(prepareItem(publisher, item, options))
        const checkpoint = await prepareItem(publisher, item, options)
        return rejection(publishItem(publisher, { item, checkpoint, options }))
      }

      it('that is refused for too many requests, is to be tried again when the platform says so', async () => {
        rig.spoil(step, { kind: 'answer', status: 429, headers: { 'retry-after': '7' } }, Infinity)
        const error = expectPublishError(await fail())
        expect(error).toMatchObject({ failure: 'retry' })
        expect(error.retryAfterSeconds ?? 7).toBeGreaterThanOrEqual(7)
        expect(rig.posts()).toEqual([])
      })

      it('goes on with a new token when the platform refuses the one it had', async () => {
        const item = lastOf(rig.items)
        const options = open()
        const { publisher } = rig.adapter
        if (step === 'prepare') rig.refuseToken(rig.tokens[0])
        const checkpoint = await prepareItem(publisher, item, options)
        rig.refuseToken(rig.tokens[0])
        await publishItem(publisher, { item, checkpoint, options })
        expect(rig.posts()).toHaveLength(1)
      })

      it('asks for a person when the platform refuses every token', async () => {
        const item = lastOf(rig.items)
        const options = open()
        const { publisher } = rig.adapter
        const refuse = () => rig.tokens.forEach((token) => rig.refuseToken(token))
        if (step === 'prepare') refuse()
        const error = await rejection(
          (async () => {
            const checkpoint = await prepareItem(publisher, item, options)
            refuse()
            return publishItem(publisher, { item, checkpoint, options })
          })(),
        )
        expect(expectPublishError(error).failure).toBe('reconnect')
        for (const token of rig.tokens) expect(String((error as Error).message)).not.toContain(token)
        expect(rig.posts()).toEqual([])
      })

      it('stops when it is aborted', async () => {
        const item = lastOf(rig.items)
        const { publisher } = rig.adapter
        const controller = new AbortController()
        const options = open(controller.signal)
        const checkpoint = step === 'publish' ? await prepareItem(publisher, item, open()) : undefined
        rig.spoil(step, { kind: 'hang' }, Infinity)
        const running =
          checkpoint === undefined
            ? prepareItem(publisher, item, options)
            : publishItem(publisher, { item, checkpoint, options })
        controller.abort(new Error('stop'))
        const error = await rejection(running)
        if (step === 'publish') expect(error).not.toBeInstanceOf(PublishError)
        expect(rig.posts()).toEqual([])
      })
    })

    it.each([500, 502, 503])('in a step on the way that is answered %d, can be tried again', async (status) => {
      rig.spoil('prepare', { kind: 'answer', status }, Infinity)
      const error = await rejection(prepareItem(rig.adapter.publisher, lastOf(rig.items), open()))
      expect(expectPublishError(error).failure).toBe('retry')
    })

    it('in a step on the way whose connection is cut, can be tried again', async () => {
      rig.spoil('prepare', { kind: 'cut' }, Infinity)
      const error = await rejection(prepareItem(rig.adapter.publisher, lastOf(rig.items), open()))
      // The engine tries again after what is no PublishError.
      expect(error instanceof PublishError ? error.failure : 'retry').toBe('retry')
    })

    it('says that a person has to change what it refuses for good', async () => {
      rig.refuseContent()
      const item = anItem()
      const options = open()
      const { publisher } = rig.adapter
      const error = await rejection(
        (async () => {
          const checkpoint = await prepareItem(publisher, item, options)
          return publishItem(publisher, { item, checkpoint, options })
        })(),
      )
      expect(expectPublishError(error)).toMatchObject({ failure: 'never', platformError: expect.any(String) })
      expect(rig.posts()).toEqual([])
    })

    describe.each(Object.entries(LOST_ANSWERS))('when the final call is %s', (_, { fault, had }) => {
      it('does not say that it was not posted, and finds out as it declares', async () => {
        const item = anItem()
        const { publisher } = rig.adapter
        const controller = new AbortController()
        const checkpoint = await prepareItem(publisher, item, open())
        const sentAt = new Date()
        rig.spoil('publish', fault, Infinity)
        const running = publisher.publish(item, checkpoint, open(controller.signal))
        if (fault.kind.startsWith('hang')) setTimeout(() => controller.abort(new Error('the time is over')), 300)
        expect(await rejection(running)).not.toBeInstanceOf(PublishError)
        expect(rig.posts()).toHaveLength(had ? 1 : 0)
        if (!publisher.lookUp) return expect(capabilities.lookUp).toBe('not_at_all')
        const found = await publisher.lookUp(item, checkpoint, { ...open(), sentAt })
        if (!had) return expect(found.status).toBe('not_posted')
        const published = await pollUntilPosted(publisher, { item, options: open(), found })
        expect(published).toMatchObject({ status: 'posted', platformPostId: rig.posts()[0] })
      })
    })

    const suite = { rig: () => rig, open }
    if (capabilities.lookUp !== 'not_at_all') describeLookUp(suite)
    if (capabilities.processesMedia) describeProcessing(suite)
    if (capabilities.firstComment) describeComments(suite)
    if (capabilities.threads) describeThreads(suite)
  })
}
