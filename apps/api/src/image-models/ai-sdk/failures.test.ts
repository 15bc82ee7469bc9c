import { describe, expect, it } from 'vitest'
import { behave, IMAGE_WIRES, ONGOING } from '../../../test/fake-image-vendors/index.ts'
import type { Behaviour, Step } from '../../../test/fake-image-vendors/index.ts'
import type { ModelFailure } from '#models/port.ts'
import { IMAGE_VENDOR_NAMES } from './spec.ts'
import type { ImageVendor } from './spec.ts'
import { BRIEF, CANARY_KEY, createFake, failureOf, outcomeOf } from './test-kit.ts'

const STEPS: Readonly<Record<ImageVendor, readonly Step[]>> = {
  openai: ['submit'],
  google: ['submit'],
  'black-forest-labs': ['submit', 'poll', 'download'],
  fal: ['submit', 'download'],
}

interface Fault {
  readonly behaviour: Behaviour
  readonly failure: ModelFailure
  readonly retryAfterSeconds?: number
  /** @default longer than any answer takes, on a busy machine too */
  readonly timeoutMs?: number
}

/** What may go wrong at any step. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'a rate limit': { behaviour: behave.status(429), failure: 'busy' },
  'a rate limit with Retry-After': {
    behaviour: behave.status(429, { 'retry-after': '17' }),
    failure: 'busy',
    retryAfterSeconds: 17,
  },
  'an error': { behaviour: behave.status(500), failure: 'down' },
  'a wrong key': { behaviour: behave.status(401, {}, `CANARY-VENDOR-TEXT ${CANARY_KEY}`), failure: 'misconfigured' },
  'no credit left': { behaviour: behave.status(402), failure: 'no_credit' },
  silence: { behaviour: behave.hang, failure: 'silent', timeoutMs: 1_000 },
  'a reset': { behaviour: behave.reset, failure: 'down' },
  'a web page': { behaviour: behave.webPage, failure: 'down' },
}

/** What is said wrongly where words are expected, and not a picture. */
const SPOKEN_FAULTS: Readonly<Record<string, Fault>> = {
  'cut JSON': { behaviour: behave.half, failure: 'down' },
}

function faultsAt(step: Step): [string, Fault][] {
  return Object.entries(step === 'download' ? FAULTS : { ...FAULTS, ...SPOKEN_FAULTS })
}

describe.each(IMAGE_VENDOR_NAMES)('a model of %s', (vendor) => {
  const cases = STEPS[vendor].flatMap((step) => faultsAt(step).map(([name, fault]) => ({ name, step, ...fault })))

  it.each(cases)(
    'meeting $name at the step $step fails as $failure',
    async ({ step, behaviour, timeoutMs = 30_000, ...expected }) => {
      const { model, server } = await createFake(vendor, behave.at(step, behaviour), { timeoutMs })
      const outcome = await outcomeOf(model)
      expect(failureOf(outcome)).toEqual({
        failure: expected.failure,
        retryAfterSeconds: expected.retryAfterSeconds,
      })
      expect(server.steps.filter((taken) => taken === step)).toHaveLength(1)
      expect(outcome.usages).toHaveLength(1)
      expect(String(outcome.error)).not.toMatch(/CANARY|canary/)
      expect(JSON.stringify(causesOf(outcome.error))).not.toContain(CANARY_KEY)
    },
  )

  it.each(STEPS[vendor])('is not drowned by a gigabyte at the step %s', async (step) => {
    const meter = { sent: 0 }
    const behaviour = behave.huge(meter, step === 'download' ? 'image/png' : 'application/json')
    const { model } = await createFake(vendor, behave.at(step, behaviour), { maxAnswerBytes: 1_000_000 })
    expect(failureOf(await outcomeOf(model)).failure).toBe('unusable')
    expect(meter.sent).toBeLessThan(50_000_000)
  })

  it.each(IMAGE_WIRES[vendor].refusals.map(({ step, reply }) => [JSON.stringify(reply.body), step, reply] as const))(
    'that says %s has refused',
    async (_, step, reply) => {
      const { model, server } = await createFake(vendor, behave.at(step, behave.reply(reply)))
      const outcome = await outcomeOf(model)
      expect(failureOf(outcome).failure).toBe('refused')
      expect(String(outcome.error)).not.toContain('CANARY')
      expect(server.steps.filter((taken) => taken === step)).toHaveLength(1)
    },
  )

  it('that draws in a format nobody takes has drawn nothing', async () => {
    const { model } = await createFake(vendor, behave.draw, { format: 'gif' })
    expect(failureOf(await outcomeOf(model)).failure).toBe('unusable')
  })

  it('that answers with something else entirely fails', async () => {
    const { model } = await createFake(vendor, behave.at('submit', behave.nonsense))
    expect(['down', 'unusable']).toContain(failureOf(await outcomeOf(model)).failure)
  })

  it('stops when it is aborted while the vendor says nothing', async () => {
    for (const step of STEPS[vendor]) {
      const controller = new AbortController()
      const reason = new Error('stop')
      const hangUp: Behaviour = () => controller.abort(reason)
      const { model } = await createFake(vendor, behave.at(step, hangUp))
      expect((await outcomeOf(model, BRIEF, controller.signal)).error).toBe(reason)
    }
  })
})

describe('a task of Black Forest Labs', () => {
  it('is waited for through every state by which the vendor says that it goes on', async () => {
    const polls = [...ONGOING.map(behave.reply), behave.draw]
    const { model, server } = await createFake('black-forest-labs', behave.at('poll', behave.inTurn(...polls)))
    const { drawn } = await outcomeOf(model)
    expect(drawn?.mimeType).toBe('image/jpeg')
    expect(server.steps.filter((step) => step === 'poll')).toHaveLength(ONGOING.length + 1)
  })

  it('that never ends is given up', async () => {
    const [pending] = ONGOING
    if (!pending) throw new Error('no state')
    const behaviour = behave.at('poll', behave.reply(pending))
    const { model, server } = await createFake('black-forest-labs', behaviour, { timeoutMs: 1500 })
    expect(failureOf(await outcomeOf(model)).failure).toBe('silent')
    const looked = server.steps.length
    expect(looked).toBeGreaterThan(2)
    expect(looked).toBeLessThan(8)
  })

  it.each(['Error', 'Failed', 'Task not found'])(
    'that is said to be %s has failed, and is not looked at again',
    async (status) => {
      const reply = { status: 200, body: { id: '1', status, result: null } }
      const { model, server } = await createFake('black-forest-labs', behave.at('poll', behave.reply(reply)))
      expect(failureOf(await outcomeOf(model)).failure).toBe('down')
      expect(server.steps).toEqual(['submit', 'poll'])
    },
  )
})

it.each(['black-forest-labs', 'fal'] as const)('%s cannot have a private address read', async (vendor) => {
  const elsewhere = 'http://169.254.169.254/latest/meta-data'
  const body =
    vendor === 'fal' ? { images: [{ url: elsewhere }] } : { id: '1', status: 'Ready', result: { sample: elsewhere } }
  const step = vendor === 'fal' ? 'submit' : 'poll'
  const { model } = await createFake(vendor, behave.at(step, behave.reply({ status: 200, body })))
  expect(failureOf(await outcomeOf(model)).failure).toBe('down')
})

function causesOf(error: unknown): string[] {
  const texts: string[] = []
  for (let link = error; link instanceof Error; link = link.cause) texts.push(`${link.message} ${link.stack}`)
  return texts
}
