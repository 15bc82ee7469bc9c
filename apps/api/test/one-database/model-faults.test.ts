import type { GenerateContentResponse, Generation } from '@powerpost/contract'
import { CAPTION_RULES, measureText } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTextModelFromSettings } from '#models/ai-sdk/index.ts'
import { VENDOR_NAMES } from '#models/ai-sdk/spec.ts'
import type { ModelFailure } from '#models/port.ts'
import type { Behaviour, FakeModelServer, FakeVendor, ReadRequest } from '../fake-models/index.ts'
import { behave, goodAnswer, goodCaptions, startFakeModel } from '../fake-models/index.ts'
import type { EndedWait } from '../harness/end-waits.ts'
import { whileEndingWaits } from '../harness/end-waits.ts'
import { readBooks } from '../harness/ledger.ts'
import { createScriptedModel } from '../harness/scripted-model.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { waitForGeneration } from '../harness/wait-for.ts'

/** Stands in the key, and in all that the fakes say in their own words. */
const CANARY = /canary/i
const KEY = 'sk-canary-0123456789-abcdef'

const ATTEMPTS = 6
/** A question and a repair, each asked for less up to three times. */
const CALLS_AN_ATTEMPT = 8

const overTheLimit = behave.answer((request) =>
  JSON.stringify({ ...goodCaptions(request), x: `CANARY ${'la '.repeat(200)}` }),
)
const good = behave.answer(goodAnswer)

/** What a vendor does, and the failure that the generation ends in; none: it completes. */
const FAULTS: Readonly<Record<string, { readonly vendor: () => Behaviour; readonly failure?: ModelFailure }>> = {
  'a good answer': { vendor: () => good },
  'fenced JSON': { vendor: () => behave.answer((request) => `\`\`\`json\n${goodAnswer(request)}\n\`\`\``) },
  'prose around the JSON': { vendor: () => behave.answer((request) => `Sure! ${goodAnswer(request)} CANARY.`) },
  'cut JSON once': { vendor: () => behave.inTurn(behave.answer('{ "x": "CANARY', 'length'), good) },
  'cut JSON': { vendor: () => behave.answer('{ "x": "CANARY', 'length'), failure: 'unusable' },
  'nothing said once': { vendor: () => behave.inTurn(behave.empty, good) },
  'nothing said': { vendor: () => behave.empty, failure: 'unusable' },
  'prose alone': { vendor: () => behave.answer('CANARY: have fun!'), failure: 'unusable' },
  'a refusal': { vendor: () => behave.refusal, failure: 'refused' },
  'a caption over the limit once': { vendor: () => behave.inTurn(overTheLimit, good) },
  'a caption over the limit': { vendor: () => overTheLimit },
  'a wrong key': { vendor: () => behave.status(401, { says: `CANARY ${KEY}` }), failure: 'misconfigured' },
  'an unknown model': { vendor: () => behave.status(404), failure: 'no_such_model' },
  'Retry-After 1 once': { vendor: () => behave.inTurn(retryAfter('1'), good) },
  'Retry-After 1': { vendor: () => retryAfter('1'), failure: 'busy' },
  'Retry-After 100': { vendor: () => retryAfter('100'), failure: 'busy' },
  'Retry-After 600': { vendor: () => retryAfter('600'), failure: 'busy' },
  'an error once': { vendor: () => behave.inTurn(behave.status(500), good) },
  'an error': { vendor: () => behave.status(500), failure: 'down' },
  'a stream error': { vendor: () => behave.streamedError('server_error'), failure: 'down' },
  'no credit': { vendor: () => behave.status(402), failure: 'no_credit' },
  'too much text': { vendor: () => behave.status(400, { type: 'context_length_exceeded' }), failure: 'too_long' },
  silence: { vendor: () => behave.hang, failure: 'silent' },
  'silence in the middle': { vendor: () => behave.hangMidway, failure: 'silent' },
  'a reset': { vendor: () => behave.reset, failure: 'down' },
  'half an answer and a reset': { vendor: () => behave.half(goodAnswer, 'reset'), failure: 'down' },
  'half an answer': { vendor: () => behave.half(goodAnswer, 'close'), failure: 'down' },
  'a web page': { vendor: () => behave.webPage, failure: 'down' },
  'a gigabyte': { vendor: () => behave.huge(200, { sent: 0 }), failure: 'unusable' },
  'an error of a gigabyte': { vendor: () => behave.huge(500, { sent: 0 }), failure: 'unusable' },
}

const WORDS: Record<ModelFailure, RegExp> = {
  refused: /^The model refused .*refunded; change the prompt/,
  misconfigured: /not configured correctly.*refunded; tell the operator/,
  busy: /overloaded.*refunded; try again later/,
  down: /could not be reached.*refunded; try again later/,
  no_such_model: /does not exist at its vendor.*refunded; tell the operator to check POWERPOST_TEXT_MODEL/,
  no_credit: /no credit left.*refunded; tell the operator/,
  too_long: /too long.*refunded; use fewer source_urls/,
  silent: /did not answer in time.*refunded; try again later/,
  unusable: /nothing usable.*refunded; try again/,
}

function retryAfter(seconds: string): Behaviour {
  return behave.status(429, { headers: { 'retry-after': seconds } })
}

/** Every fault is played to a generation of its own, which the vendor knows by its prompt. */
const promptOf = (fault: string) => `Say this: <${fault}>`
const faultOf = ({ texts }: Pick<ReadRequest, 'texts'>) => /Say this: <([^>]+)>/.exec(texts.join('\n'))?.[1] ?? ''

/** A model whose vendor plays every fault. Silence ends soon only where nothing else is to come. */
function createModel(name: FakeVendor, { baseUrl }: FakeModelServer) {
  const settings = { models: `${name}:some-model`, baseUrl, apiKey: KEY, maxAnswerBytes: 1_000_000 }
  const patient = createTextModelFromSettings(settings)
  const impatient = createTextModelFromSettings({ ...settings, timeoutMs: 100 })
  return createScriptedModel((brief, options) =>
    (brief.prompt?.includes('<silence') ? impatient : patient).write(brief, options),
  )
}

async function generate(server: TestServer, fault: string): Promise<Generation> {
  const body = { prompt: promptOf(fault), post_types: ['x-post', 'youtube-short'], research_mode: 'regular' }
  const response = await server.post('/api/v1/content/generate', body)
  expect(response.status).toBe(200)
  const { generation_id } = (await response.json()) as GenerateContentResponse
  return waitForGeneration(server, generation_id)
}

describe.each(VENDOR_NAMES)('a generation by a model of %s that meets', (name) => {
  const ended = new Map<string, Generation>()
  const waits: EndedWait[] = []
  let vendor: FakeModelServer
  let server: TestServer

  beforeAll(async () => {
    const behaviours = new Map(Object.entries(FAULTS).map(([fault, { vendor }]) => [fault, vendor()]))
    vendor = await startFakeModel(name, (exchange) => behaviours.get(faultOf(exchange.request))?.(exchange))
    server = await startTestServer({ model: createModel(name, vendor), credits: 1000 })
    // All at once: most of the time goes by between attempts.
    await whileEndingWaits(
      server.db,
      () => Promise.all(Object.keys(FAULTS).map(async (fault) => ended.set(fault, await generate(server, fault)))),
      (wait) => waits.push(wait),
    )
  })
  afterAll(async () => {
    await server.stop()
    await vendor.close()
  })

  const endOf = (fault: string) => {
    const generation = ended.get(fault)
    if (!generation) throw new Error(`${fault} was not played`)
    return generation
  }

  it.each(Object.entries(FAULTS))('%s ends as it must, with its books right', async (fault, { failure }) => {
    const generation = endOf(fault)
    if (failure === undefined) {
      expect(generation).toMatchObject({ status: 'completed', credits_used: 8 })
      const { x = '', youtube } = generation.outputs ?? {}
      expect([x, youtube?.title, youtube?.description]).not.toContain('')
      expect(measureText(x, CAPTION_RULES.x.text.unit)).toBeLessThanOrEqual(CAPTION_RULES.x.text.max)
    } else {
      expect(generation.error).toEqual({ code: 'GENERATION_FAILED', message: expect.stringMatching(WORDS[failure]) })
      expect(generation).toMatchObject({ status: 'failed' })
      expect(generation.outputs).toBeUndefined()
    }
    const entries = await server.db
      .selectFrom('credit_ledger')
      .select(['kind', 'amount'])
      .where('operation_id', '=', generation.generation_id)
      .orderBy('id')
      .execute()
    const debit = { kind: 'debit', amount: -8 }
    expect(entries).toEqual(failure === undefined ? [debit] : [debit, { kind: 'refund', amount: 8 }])
  })

  it('anything at all is asked so many times and no more, at once when that is no use', () => {
    for (const [fault, { failure }] of Object.entries(FAULTS)) {
      const calls = vendor.requests.filter((request) => faultOf(request) === fault).length
      const isFinal = failure !== undefined && !['busy', 'down', 'silent', 'unusable'].includes(failure)
      expect(calls, fault).toBeGreaterThan(0)
      expect(calls, fault).toBeLessThanOrEqual(isFinal ? CALLS_AN_ATTEMPT : ATTEMPTS * CALLS_AN_ATTEMPT)
    }
  })

  it('a wish to be left alone for long is left alone for as long', () => {
    const { generation_id } = endOf('Retry-After 100')
    const waited = waits.filter((wait) => wait.run_id === generation_id)
    expect(waited.map(({ state, seconds }) => [state, seconds])).toEqual(
      Array.from({ length: ATTEMPTS - 1 }, () => ['created', 100]),
    )
  })

  it('a vendor who tells secrets shows nothing of them to a caller', async () => {
    for (const [fault, generation] of ended) {
      // What a model writes into a caption is its own; what it says elsewhere is not shown.
      expect(JSON.stringify({ ...generation, outputs: undefined }), fault).not.toMatch(CANARY)
      expect(JSON.stringify(generation), fault).not.toContain(KEY)
    }
    const list = await server.request('/api/v1/content/generations?limit=100')
    expect(await list.text()).not.toMatch(CANARY)
  })

  it('any of it leaves the ledger and the balance in step', async () => {
    const completed = [...ended.values()].filter(({ status }) => status === 'completed').length
    const balance = 1000 - completed * 8
    expect(await readBooks(server.db)).toMatchObject({ balance, ledger: balance })
  })
})
