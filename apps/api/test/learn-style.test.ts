import type { ErrorBody, LearnedWritingStyle, WritingStyle } from '@powerpost/contract'
import { learnedWritingStyleSchema } from '@powerpost/contract'
import type { StyleExample, StyleReader } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readBooks } from './harness/ledger.ts'
import { addKey } from './harness/add-tenant.ts'
import { connectSandbox, createDraft } from './harness/drafts.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { publish, untilEnded } from './harness/posts.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const STYLES = '/api/v1/writing-styles'
const TEXTS = [
  'Bread at six. #Bread',
  'Rye is back. #Rye #Bread',
  'We are closed on Monday.',
  'Rye is back. #Rye #Bread',
]

const clock = createMovableClock()
const asked: (readonly StyleExample[])[] = []
let answer: StyleReader['describe']
let server: TestServer
let connection: string

beforeAll(async () => {
  const styleReader: StyleReader = {
    name: 'scripted',
    describe(posts, options) {
      asked.push(posts)
      return answer(posts, options)
    },
  }
  server = await startTestServer({ credits: 100, clock, styleReader })
  connection = await connectSandbox(server, 'x')
})
beforeEach(() => {
  asked.length = 0
  answer = async () => 'Whisper.\nNever explain.'
})
afterAll(() => server.stop())

const learn = (body: object, headers?: Record<string, string>) => server.post(`${STYLES}/from-posts`, body, headers)

async function learned(body: object, headers?: Record<string, string>): Promise<LearnedWritingStyle> {
  const response = await learn(body, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return learnedWritingStyleSchema.strict().parse(await response.json())
}

async function refusal(response: Response) {
  const { error } = (await response.json()) as ErrorBody
  const [detail] = error.details ?? []
  return { status: response.status, code: error.code, ...(detail && { path: detail.path }) }
}

const countStyles = async () =>
  (await server.db.selectFrom('writing_styles').select('id').where('livemode', '=', true).execute()).length

describe('a writing style learned from texts', () => {
  it('is what the model says of them and what can be counted, and names what was read', async () => {
    const { balance } = await readBooks(server.db)
    const style = await learned({ texts: TEXTS, name: 'Quiet', active: true })
    expect(style).toMatchObject({
      name: 'Quiet',
      active: true,
      instructions: 'Whisper.\nNever explain.\nAt most 2 hashtags.\nNo emoji.\nNo exclamation marks.',
      examples: TEXTS.slice(0, 3),
      model: 'scripted',
      posts_read: [0, 1, 2].map((text_index) => ({ text_index, excerpt: TEXTS[text_index] })),
    })
    expect(style.platform_examples).toBeUndefined()
    expect(asked.map((posts) => posts.map(({ text }) => text))).toEqual([TEXTS.slice(0, 3)])
    const { model: _, posts_read: __, ...plain } = style
    expect(await (await server.request(`${STYLES}/${style.writing_style_id}`)).json()).toEqual(plain)
    expect((await readBooks(server.db)).balance).toBe(balance)
  })

  it('is named by the date, and is not active, unless the request says otherwise', async () => {
    const style = await learned({ texts: TEXTS })
    expect(style).toMatchObject({ name: `Learned on ${clock.now().toISOString().slice(0, 10)}`, active: false })
  })

  it('sent twice under one Idempotency-Key is learned once, and the model asked once', async () => {
    const key = { 'idempotency-key': 'learn-once' }
    const first = await learned({ texts: TEXTS }, key)
    expect(await learned({ texts: TEXTS }, key)).toEqual(first)
    expect(asked).toHaveLength(1)
    expect(await refusal(await learn({ texts: ['Other.'] }, key))).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  it('of more than a model can take is learned from the first of them', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `${index} ${'word '.repeat(500)}`.trim())
    const { posts_read } = await learned({ texts: long })
    expect(posts_read.length).toBeGreaterThan(5)
    expect(posts_read.length).toBeLessThan(20)
    expect(posts_read.every(({ excerpt }) => excerpt.length === 80)).toBe(true)
  })

  it('in the sandbox is what can be counted: no vendor is asked', async () => {
    const accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
    const apiKey = await addKey(server.db, { accountId, livemode: false })
    const style = await learned({ texts: TEXTS }, { 'x-api-key': apiKey })
    expect(style).toMatchObject({
      model: 'built-in',
      livemode: false,
      instructions: expect.stringMatching(/^At most 2/u),
    })
    expect(await learned({ texts: ['Hi.'] }, { 'x-api-key': apiKey })).toMatchObject({
      instructions: 'Write like the examples.',
    })
    expect(asked).toEqual([])
  })
})

describe('a writing style learned from a connection', () => {
  it('is refused while nothing was published through it, and for what is no connection of the workspace', async () => {
    const before = await countStyles()
    const refused = { status: 400, code: 'VALIDATION_ERROR', path: 'connection_id' }
    expect(await refusal(await learn({ connection_id: connection }))).toEqual(refused)
    expect(await refusal(await learn({ connection_id: crypto.randomUUID() }))).toEqual(refused)
    expect(asked).toEqual([])
    expect(await countStyles()).toBe(before)
  })

  it('reads what was published through it, the newest first, and keeps the platform', async () => {
    const published: string[] = []
    for (const content of ['Bread at six.', 'Rye is back.', '[sandbox:refused] Never posted.']) {
      const { post_id } = await createDraft(server, { items: [{ post_type: 'x-post', content }] })
      await publish(server, post_id)
      await untilEnded(server, clock, post_id)
      published.push(post_id)
      clock.move({ seconds: 60 })
    }
    const style = await learned({ connection_id: connection })
    const [older, newer] = published
    expect(style.posts_read).toEqual([
      { excerpt: 'Rye is back.', platform: 'x', post_id: newer, item_id: expect.any(String) },
      { excerpt: 'Bread at six.', platform: 'x', post_id: older, item_id: expect.any(String) },
    ])
    expect(style).toMatchObject({
      examples: [],
      platform_examples: [
        { platform: 'x', text: 'Rye is back.' },
        { platform: 'x', text: 'Bread at six.' },
      ],
    })
    expect(asked[0]?.map(({ platform }) => platform)).toEqual(['x', 'x'])
  })
})

describe('a voice that cannot be learned', () => {
  it.each([
    [{}, 400],
    [{ texts: [], name: 'x' }, 400],
    [{ texts: ['x'], connection_id: crypto.randomUUID() }, 400],
    [{ texts: [' '] }, 400],
    [{ texts: Array.from({ length: 51 }, (_, index) => `${index}`) }, 400],
  ])('is refused before a model is asked: %j', async (body, status) => {
    expect((await learn(body)).status).toBe(status)
    expect(asked).toEqual([])
  })

  it.each([
    ['busy', { status: 503, code: 'UNAVAILABLE' }],
    ['down', { status: 503, code: 'UNAVAILABLE' }],
    ['silent', { status: 503, code: 'UNAVAILABLE' }],
    ['unusable', { status: 503, code: 'UNAVAILABLE' }],
    ['refused', { status: 400, code: 'VALIDATION_ERROR', path: 'texts' }],
    ['too_long', { status: 400, code: 'VALIDATION_ERROR', path: 'texts' }],
    ['misconfigured', { status: 422, code: 'MODEL_NOT_CONFIGURED' }],
    ['no_such_model', { status: 422, code: 'MODEL_NOT_CONFIGURED' }],
    ['no_credit', { status: 422, code: 'MODEL_NOT_CONFIGURED' }],
  ] as const)('because the model is %s says so, and leaves nothing', async (failure, expected) => {
    const before = await countStyles()
    answer = () => Promise.reject(new ModelError(failure, 'CANARY-VENDOR-TEXT', { retryAfterSeconds: 7 }))
    const response = await learn({ texts: TEXTS }, { 'idempotency-key': `fails-${failure}` })
    expect(await response.clone().text()).not.toContain('CANARY')
    expect(await refusal(response)).toEqual(expected)
    if (expected.status === 503) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await countStyles()).toBe(before)
    answer = async () => 'Whisper.'
    expect((await learn({ texts: TEXTS }, { 'idempotency-key': `fails-${failure}` })).status).toBe(200)
  })

  it('because there is no model says what the operator must set', async () => {
    const plain = await startTestServer()
    try {
      const response = await plain.post(`${STYLES}/from-posts`, { texts: TEXTS })
      expect(((await response.clone().json()) as ErrorBody).error.message).toContain('POWERPOST_TEXT_MODEL')
      expect(await refusal(response)).toEqual({ status: 422, code: 'MODEL_NOT_CONFIGURED' })
    } finally {
      await plain.stop()
    }
  })
})

describe('examples of a writing style', () => {
  it('that belong to one platform are kept, changed and distinguished', async () => {
    const platform_examples = [{ platform: 'linkedin', text: 'It took us a year.\n\nThe hard part was grey.' }]
    const made = await server.post(STYLES, {
      name: 'Dry',
      instructions: 'Short.',
      examples: ['Ok.'],
      platform_examples,
    })
    const style = (await made.json()) as WritingStyle
    expect(style).toMatchObject({ examples: ['Ok.'], platform_examples })
    const changed = await server.request(`${STYLES}/${style.writing_style_id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ platform_examples: [] }),
    })
    expect(((await changed.json()) as WritingStyle).platform_examples).toBeUndefined()
    const unknown = { name: 'x', instructions: 'x', platform_examples: [{ platform: 'myspace', text: 'x' }] }
    expect(await refusal(await server.post(STYLES, unknown))).toMatchObject({ path: 'platform_examples[0].platform' })
  })
})
