import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { behave } from '../../../test/fake-models/index.ts'
import type { Behaviour } from '../../../test/fake-models/index.ts'
import { ModelError } from '../port.ts'
import { VENDOR_NAMES } from './spec.ts'
import { BRIEF, CANARY_KEY, CANARY_TEXT, createFake, failureOf, GOOD, outcomeOf } from './test-kit.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const OPTIONS = { clock: { now: () => NOW } }
/** Only where silence is what is waited for: on a busy machine everything else takes longer than this. */
const SOON = { ...OPTIONS, timeoutMs: 150, totalTimeoutMs: 400 }

const answer = JSON.stringify(GOOD)

/** What a vendor does, and the failure that it must end in. */
const FAILURES: Readonly<Record<string, readonly [Behaviour, ModelError['failure'], number?]>> = {
  'a wrong key': [behave.status(401, { type: 'invalid_api_key' }), 'misconfigured'],
  'a key without the right': [behave.status(403), 'misconfigured'],
  'a model that is not there': [behave.status(404), 'no_such_model'],
  'an account without credit': [behave.status(429, { type: 'insufficient_quota' }), 'no_credit'],
  'a payment asked for': [behave.status(402), 'no_credit'],
  'a redirect': [behave.status(307, { headers: { location: 'http://127.0.0.1:1/elsewhere' } }), 'misconfigured'],
  'too many requests': [behave.status(429), 'busy'],
  'Retry-After: 1': [behave.status(429, { headers: { 'retry-after': '1' } }), 'busy', 1],
  'Retry-After: 300': [behave.status(429, { headers: { 'retry-after': '300' } }), 'busy', 300],
  'Retry-After with a date': [
    behave.status(429, { headers: { 'retry-after': 'Sun, 22 Nov 2026 12:10:00 GMT' } }),
    'busy',
    600,
  ],
  'Retry-After with a date that is past': [
    behave.status(429, { headers: { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' } }),
    'busy',
    0,
  ],
  'Retry-After with nonsense': [behave.status(429, { headers: { 'retry-after': 'soon' } }), 'busy'],
  'an overload': [behave.status(529), 'busy'],
  'a maintenance with Retry-After': [behave.status(503, { headers: { 'retry-after': '120' } }), 'busy', 120],
  'a maintenance': [behave.status(503), 'down'],
  'an error of its own': [behave.status(500), 'down'],
  'a content policy': [behave.status(400, { type: 'content_policy_violation' }), 'refused'],
  'a refusal': [behave.refusal, 'refused'],
  silence: [behave.hang, 'silent'],
  'silence in the middle': [behave.hangMidway, 'silent'],
  'noise without end': [behave.drone, 'silent'],
  'babble without end': [behave.babble, 'silent'],
  'a reset': [behave.reset, 'down'],
  'half an answer and a reset': [behave.half(answer, 'reset'), 'down'],
  'half an answer and an end': [behave.half(answer, 'close'), 'down'],
  'a web page': [behave.webPage, 'down'],
  'a web page that calls itself a stream': [behave.mislabelledWebPage, 'down'],
  'an empty answer, twice': [behave.empty, 'unusable'],
  'prose, twice': [behave.answer('Here are your captions: have fun!'), 'unusable'],
  'cut JSON, twice': [behave.answer('{ "instagram": "It begi', 'length'), 'unusable'],
  'a refusal in words, twice': [behave.answer("I'm sorry, but I can't help with that."), 'refused'],
}

describe.each(VENDOR_NAMES)('with %s,', (vendor) => {
  it.each(Object.entries(FAILURES))(
    '%s is reported as what it is',
    async (_, [behaviour, failure, retryAfterSeconds]) => {
      const { model, server } = await createFake(vendor, behaviour, failure === 'silent' ? SOON : OPTIONS)
      const outcome = await outcomeOf(model)
      expect(failureOf(outcome)).toEqual({ failure, retryAfterSeconds })
      if (failure !== 'silent') expect(server.requests.length).toBeGreaterThan(0)
      expect(server.requests.length).toBeLessThanOrEqual(4)
      expectNothingLeaks(outcome.error)
    },
  )

  it.each([200, 500])('an endless body with status %i is read no further than the bound', async (code) => {
    const meter = { sent: 0 }
    const { model, server } = await createFake(vendor, behave.huge(code, meter), { maxAnswerBytes: 1_000_000 })
    const outcome = await outcomeOf(model)
    expect(['unusable', 'down']).toContain(failureOf(outcome).failure)
    await server.requests[0]?.closed
    // What the sockets hold has left as well.
    expect(meter.sent).toBeLessThan(30_000_000)
    expectNothingLeaks(outcome.error)
  })

  it('silence is counted from the last word, and noise is none', async () => {
    for (const behaviour of [behave.hangMidway, behave.drone]) {
      const { model } = await createFake(vendor, behaviour, { timeoutMs: 100, totalTimeoutMs: 600_000 })
      expect(failureOf(await outcomeOf(model)).failure).toBe('silent')
    }
  })

  it('a vendor that does not listen is reported as down', async () => {
    const { model } = await createFake(vendor, behave.hang, { ...OPTIONS, baseUrl: 'http://127.0.0.1:1/v1' })
    expect(failureOf(await outcomeOf(model)).failure).toBe('down')
  })

  it('a key that the vendor repeats is in no message and no cause', async () => {
    const says = `Incorrect API key provided: ${CANARY_KEY}, or ${CANARY_KEY.slice(0, 8)}****cdef. ${CANARY_TEXT}`
    const { model } = await createFake(vendor, behave.status(401, { says }))
    const { error } = await outcomeOf(model)
    expectNothingLeaks(error)
    expect(inspect(error, { depth: 20 })).not.toContain('cdef')
  })

  it('the caller who stops a call that hangs gets its own reason, and the line is cut', async () => {
    const reason = new Error('stop')
    const controller = new AbortController()
    const { model, server } = await createFake(vendor, () => controller.abort(reason))
    expect((await outcomeOf(model, BRIEF, { signal: controller.signal })).error).toBe(reason)
    await server.requests[0]?.closed
  })

  it('the caller who wants no more captions ends the call', async () => {
    const { model, server } = await createFake(vendor, behave.answerAndHang(`{"instagram": "First.", "x": "Sec`))
    for await (const { platform } of model.write(BRIEF, { signal: new AbortController().signal })) {
      expect(platform).toBe('instagram')
      break
    }
    await server.requests[0]?.closed
  })
})

describe('what vendors name in their own words', () => {
  it.each([
    ['openai', 'no_credit', 429, 'insufficient_quota', 'You exceeded your current quota'],
    [
      'anthropic',
      'no_credit',
      400,
      'invalid_request_error',
      'Your credit balance is too low to access the Anthropic API.',
    ],
    ['openai-compatible', 'no_credit', 402, 'x', 'Insufficient Balance'],
    ['openai', 'no_such_model', 403, 'model_not_found', 'Project does not have access to model'],
    ['anthropic', 'no_such_model', 404, 'not_found_error', 'model: some-model'],
    ['google', 'no_such_model', 404, 'NOT_FOUND', 'models/some-model is not found for API version v1beta'],
    ['openai-compatible', 'no_such_model', 404, 'x', 'model "some-model" not found, try pulling it first'],
    ['openai', 'too_long', 400, 'context_length_exceeded', 'Your input exceeds the context window of this model.'],
    ['anthropic', 'too_long', 400, 'invalid_request_error', 'prompt is too long: 210000 tokens > 200000 maximum'],
    [
      'google',
      'too_long',
      400,
      'INVALID_ARGUMENT',
      'The input token count (1100000) exceeds the maximum number of tokens allowed (1048576).',
    ],
    [
      'openai-compatible',
      'too_long',
      400,
      'exceed_context_size_error',
      'the request exceeds the available context size',
    ],
    ['openai-compatible', 'too_long', 400, 'BadRequestError', "This model's maximum context length is 4096 tokens."],
    ['openai', 'refused', 400, 'content_policy_violation', 'Your request was rejected by our safety system.'],
    ['google', 'refused', 400, 'SAFETY', 'blocked'],
    ['openai-compatible', 'refused', 400, 'content_filter', 'The response was filtered'],
  ] as const)('%s: %s (%i %s)', async (vendor, failure, code, type, says) => {
    const { model, server } = await createFake(vendor, behave.status(code, { type, says }), OPTIONS)
    const outcome = await outcomeOf(model)
    expect(failureOf(outcome).failure).toBe(failure)
    expect(server.requests).toHaveLength(1)
    expectNothingLeaks(outcome.error)
    expect(String(outcome.error)).not.toContain(says)
  })
})

describe('an error within the stream', () => {
  it.each([
    ['anthropic', 'overloaded_error', 'busy'],
    ['anthropic', 'rate_limit_error', 'busy'],
    ['anthropic', 'api_error', 'down'],
    ['openai', 'rate_limit_exceeded', 'busy'],
    ['openai', 'server_error', 'down'],
    ['google', 'UNAVAILABLE', 'down'],
    ['openai-compatible', 'whatever', 'down'],
  ] as const)('of %s, %s, is told as what it is', async (vendor, type, failure) => {
    const { model } = await createFake(vendor, behave.streamedError(type), OPTIONS)
    const outcome = await outcomeOf(model)
    expect(failureOf(outcome).failure).toBe(failure)
    expectNothingLeaks(outcome.error)
  })

  it("is a refusal when Google's filter stops the question", async () => {
    const { model } = await createFake('google', ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(`data: {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}\n\n`)
    })
    expect(failureOf(await outcomeOf(model)).failure).toBe('refused')
  })
})

describe('the message of a failure', () => {
  it.each([
    ['openai', behave.status(401), 'OPENAI_API_KEY or POWERPOST_TEXT_API_KEY'],
    ['anthropic', behave.status(401), 'ANTHROPIC_API_KEY or POWERPOST_TEXT_API_KEY'],
    [
      'google',
      behave.status(400, { type: 'API_KEY_INVALID' }),
      'GOOGLE_GENERATIVE_AI_API_KEY or POWERPOST_TEXT_API_KEY',
    ],
    ['openai-compatible', behave.status(401), 'POWERPOST_TEXT_API_KEY'],
    ['openai', behave.status(404), 'POWERPOST_TEXT_MODEL'],
    ['openai', behave.status(402), 'add credit to your account at the vendor'],
    ['openai', behave.status(400, { type: 'context_length_exceeded' }), 'a longer context in POWERPOST_TEXT_MODEL'],
    ['openai-compatible', behave.status(404, { says: 'not found, try pulling it first' }), 'ollama pull some-model'],
    ['openai-compatible', behave.webPage, 'POWERPOST_TEXT_BASE_URL'],
    [
      'openai-compatible',
      behave.reset,
      'could not be reached, or closed the connection: check POWERPOST_TEXT_BASE_URL',
    ],
    ['openai-compatible', behave.answer('{}'), 'returned nothing usable'],
    ['openai-compatible', behave.mislabelledWebPage, 'sent a malformed or incomplete response'],
  ] as const)('of %s says what is wrong, and where to look', async (vendor, behaviour, variable) => {
    const { model } = await createFake(vendor, behaviour)
    const { error } = await outcomeOf(model)
    expect(error).toBeInstanceOf(ModelError)
    expect(String(error)).toContain(`${vendor}:some-model`)
    expect(String(error)).toContain(variable)
  })

  it("waits as long as Google's error says in its body", async () => {
    const says = 'quota", "retryDelay": "37.2s", "more": "'
    const { model } = await createFake('google', ({ response }) => {
      response.writeHead(429, { 'content-type': 'application/json' })
      response.end(`{"error": {"code": 429, "status": "RESOURCE_EXHAUSTED", "message": "${says}"}}`)
    })
    expect(failureOf(await outcomeOf(model))).toEqual({ failure: 'busy', retryAfterSeconds: 38 })
  })
})

/** Neither the key nor the request nor, in what is said to people, the vendor's words. */
function expectNothingLeaks(error: unknown): void {
  if (!(error instanceof ModelError)) throw new Error('no model error', { cause: error })
  expect(error.message).not.toContain(CANARY_TEXT)
  expect(error.message).not.toContain('\n')
  const everything = inspect(error, { depth: 20, showHidden: true })
  expect(everything).not.toContain(CANARY_KEY)
  expect(everything).not.toContain(CANARY_KEY.slice(0, 10))
  expect(everything).not.toContain('dark mode across')
}
