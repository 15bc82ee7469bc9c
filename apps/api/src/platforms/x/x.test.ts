import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { XServer } from '../../../test/fake-platforms/x-server.ts'
import { startX } from '../../../test/fake-platforms/x-server.ts'
import { makePost } from '../../../test/fake-platforms/x/posts.ts'
import type { Checkpoint, PlatformAdapter, PublishableItem } from '../port.ts'
import { PlatformError, PublishError } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { createTestMedium } from '../testing/media.ts'
import { lookUpItem } from '../testing/run-steps.ts'
import { SCOPES } from './endpoints.ts'
import { createX } from './index.ts'
import { isShownAs } from './shown-text.ts'

const ITEM: PublishableItem = {
  itemId: 'item-1',
  attempt: 1,
  postType: 'x-post',
  content: 'Dark mode is here',
  media: [],
  options: {},
}
const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }
const OPTIONS = {
  authorizeUrl: 'https://x.invalid/authorize',
  clientId: 'x-app',
  clientSecret: 'x-app-secret',
  segmentBytes: 4096,
}
const { signal } = new AbortController()

let x: XServer
let adapter: PlatformAdapter
let token: string
beforeEach(async () => {
  x = await startX()
  token = x.state.grant('4711', SCOPES).accessToken
  adapter = createX({ ...OPTIONS, fetch: createGuardedFetch(BOUNDS), clock: systemClock, apiUrl: x.url })
})
afterEach(() => x.stop())

const options = () => ({ connection: createTestConnection([token]), signal })

async function prepare(item: PublishableItem): Promise<Checkpoint> {
  let prepared = await adapter.publisher.prepare(item, undefined, options())
  while (prepared.status !== 'ready') {
    prepared = await adapter.publisher.prepare(item, prepared.checkpoint, options())
  }
  return prepared.checkpoint
}

async function publish(item = ITEM, checkpoint?: Checkpoint) {
  return adapter.publisher.publish(item, checkpoint ?? (await prepare(item)), options())
}

async function refusal(promise: Promise<unknown>): Promise<PlatformError> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(PlatformError)
  return error as PlatformError
}

describe('publishing on X', () => {
  it('says what a person wants it to say, and that AI made the media', async () => {
    const picture = createTestMedium({ type: 'image', mimeType: 'image/png', size: 9000 })
    const published = await publish({ ...ITEM, media: [picture, picture], options: { ai_generated: true } })
    const [post] = x.state.posts
    expect(post).toMatchObject({ sent: ITEM.content, madeWithAi: true })
    expect(post?.mediaIds).toHaveLength(2)
    expect(published).toEqual({
      status: 'posted',
      platformPostId: post?.id,
      platformUrl: `https://x.com/powerpost/status/${post?.id}`,
    })
    // Three segments each, every one once.
    expect(x.requests.filter((request) => request.endsWith('/append'))).toHaveLength(6)
    expect(x.state.complaints).toEqual([])
  })

  it.each([
    ['suspended', { suspended: true }, 'never', '403 suspended'],
    ['without credits', { broke: true }, 'never', '402 credits'],
  ] as const)('by an account or app that is %s says so', async (_, manner, failure, platformError) => {
    const checkpoint = await prepare(ITEM)
    Object.assign(x.state.manner, manner)
    const error = await refusal(publish(ITEM, checkpoint))
    expect(error).toMatchObject({ failure, platformError })
    expect(x.state.posts).toEqual([])
  })

  const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds)
  it.each([
    [
      'of the app in a day',
      { 'x-app-limit-24hour-remaining': '0', 'x-user-limit-24hour-remaining': '0' },
      'app',
      50_000,
    ],
    [
      'of the account in a day',
      { 'x-user-limit-24hour-remaining': '0', 'x-rate-limit-remaining': '0' },
      'account',
      40_000,
    ],
    ['of the account in 15 minutes', { 'x-rate-limit-remaining': '0' }, 'account', 800],
    [
      'that is reset later than its window, by a clock that is wrong',
      { 'x-rate-limit-remaining': '0' },
      'account',
      7200,
    ],
  ] as const)('a quota %s holds what shares it until its reset', async (_, remaining, scope, seconds) => {
    const [name = ''] = Object.keys(remaining)
    const headers = { ...remaining, [name.replace('remaining', 'reset')]: inSeconds(seconds) }
    const checkpoint = await prepare(ITEM)
    x.faults.spoil('publish', { kind: 'answer', status: 429, headers })
    const error = await refusal(publish(ITEM, checkpoint))
    expect(error).toMatchObject({ failure: 'retry', scope, platformError: '429' })
    const waitSeconds = ((error.notBefore?.getTime() ?? 0) - Date.now()) / 1000
    expect(waitSeconds).toBeGreaterThan(Math.min(seconds, 900) - 10)
    expect(waitSeconds).toBeLessThanOrEqual(seconds === 7200 ? 900 : seconds)
    expect(x.state.posts).toEqual([])
  })

  it('too many requests of which X does not say whose they are, are the own affair of the item', async () => {
    const checkpoint = await prepare(ITEM)
    x.faults.spoil('publish', { kind: 'answer', status: 429, headers: { 'retry-after': '7' } })
    expect(await refusal(publish(ITEM, checkpoint))).toMatchObject({ scope: 'item', retryAfterSeconds: 7 })
  })

  it('what somebody posted before in the same words is refused, and says what mends it', async () => {
    const minutesAgo = new Date(Date.now() - 5 * 60_000).toISOString()
    x.state.posts.push({ ...makePost(x.state, { userId: '4711', text: ITEM.content }), created_at: minutesAgo })
    const error = await refusal(publish())
    expect(error).toMatchObject({ failure: 'never', platformError: '403 duplicate' })
    expect(error.message).toContain('Change the text')
  })

  it('again, what a lost call of ours has posted already, is posted once: the duplicate is ours', async () => {
    const checkpoint = await prepare(ITEM)
    x.faults.spoil('publish', { kind: 'cut after' })
    await expect(publish(ITEM, checkpoint)).rejects.toThrow('cannot be reached')
    expect(await publish(ITEM, checkpoint)).toMatchObject({ status: 'posted', platformPostId: x.state.posts[0]?.id })
    expect(x.state.posts).toHaveLength(1)
  })

  it('does not know, when X has the text and does not show where', async () => {
    const checkpoint = await prepare(ITEM)
    x.state.posts.push(makePost(x.state, { userId: '4711', text: ITEM.content }))
    x.state.manner.lagMs = 60_000
    await expect(publish(ITEM, checkpoint)).rejects.not.toBeInstanceOf(PublishError)
  })

  it('begins anew when X does not know the media any more', async () => {
    const item = { ...ITEM, media: [createTestMedium({ type: 'image', mimeType: 'image/png', size: 900 })] }
    const checkpoint = await prepare(item)
    x.state.uploads.clear()
    expect((await refusal(publish(item, checkpoint))).failure).toBe('restart')
  })

  it('begins anew when an upload is about to end', async () => {
    const upload = { id: '1', expires_at: new Date(Date.now() + 60_000).toISOString(), segment: 1, state: 'sending' }
    const item = { ...ITEM, media: [createTestMedium({ type: 'image', mimeType: 'image/png', size: 900 })] }
    const error = await refusal(adapter.publisher.prepare(item, { uploads: [upload] }, options()))
    expect(error.failure).toBe('restart')
  })
})

describe('looking a post up', () => {
  it('finds it among others, by its words and its time', async () => {
    const text = 'R&D <3 example.com and https://example.com/?a=1&b=2 👩‍👩‍👧'
    const add = (content: string, mediaIds: readonly string[] = []) =>
      x.state.posts.push(makePost(x.state, { userId: '4711', text: content, mediaIds }))
    const sentAt = new Date()
    add('Another')
    add(text, ['1'])
    for (let more = 0; more < 120; more += 1) add(`More ${more}`)
    const item = { ...ITEM, content: text }
    const found = await lookUpItem(adapter.publisher, item, {}, { ...options(), sentAt })
    expect(found).toMatchObject({ status: 'posted', platformPostId: x.state.posts[1]?.id })
  })

  it.each([-10, 10])('finds it although our clock is %i minutes ahead', async (minutes) => {
    const now = () => new Date(Date.now() + minutes * 60_000)
    const ours = createX({ ...OPTIONS, fetch: createGuardedFetch(BOUNDS), clock: { now }, apiUrl: x.url })
    const sentAt = now()
    x.state.posts.push(makePost(x.state, { userId: '4711', text: ITEM.content }))
    const found = await lookUpItem(ours.publisher, ITEM, {}, { ...options(), sentAt })
    expect(found).toMatchObject({ status: 'posted', platformPostId: x.state.posts[0]?.id })
    const later = new Date(sentAt.getTime() + 60_000)
    expect(await lookUpItem(ours.publisher, ITEM, {}, { ...options(), sentAt: later })).toEqual({
      status: 'not_posted',
    })
  })

  it('does not know when the account posted more than is read', async () => {
    for (let more = 0; more < 400; more += 1) {
      x.state.posts.push(makePost(x.state, { userId: '4711', text: `More ${more}` }))
    }
    const found = await lookUpItem(adapter.publisher, ITEM, {}, { ...options(), sentAt: new Date() })
    expect(found).toEqual({ status: 'unknown' })
  })
})

describe('a text as X shows it', () => {
  const link = (url: string, expanded_url: string) => ({ url, expanded_url })
  it.each([
    ['Tea & <b>', 'Tea &amp; &lt;b&gt;', []],
    ['See https://example.com/a', 'See https://t.co/1', [link('https://t.co/1', 'https://example.com/a')]],
    ['See example.com', 'See https://t.co/1', [link('https://t.co/1', 'http://example.com')]],
    ['See https://example.com', 'See https://t.co/1', [link('https://t.co/1', 'https://example.com/')]],
    ['A picture', 'A picture https://t.co/2', [link('https://t.co/2', 'https://x.com/me/status/1/photo/1')]],
    ['A picture', 'A picture https://t.co/2', []],
    ['Two\n\nlines ', 'Two\n\nlines', []],
    ['e\u0301', '\u00e9', []],
  ])('is the one that was sent: %j', (content, text, urls) => {
    expect(isShownAs(content, { text, entities: { urls } })).toBe(true)
  })

  it.each([
    ['Dark mode', 'Dark mode is here'],
    ['Dark mode', 'dark mode'],
    ['See https://example.com/a', 'See https://example.com/b'],
  ])('is not another: %j, %j', (content, text) => {
    expect(isShownAs(content, { text })).toBe(false)
  })
})
