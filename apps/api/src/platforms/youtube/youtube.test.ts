import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FIRST_CHANNEL } from '../../../test/fake-platforms/youtube-server.ts'
import type { Checkpoint, PublishableItem, Published, StepOptions } from '../port.ts'
import { PlatformError, PublishError } from '../port.ts'
import { createTestConnection } from '../testing/connection.ts'
import { lookUpItem, prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import { ERROR_RULES, PROCESSING_REASONS } from './error-rules.ts'
import type { YouTubeRig } from './testing/rig.ts'
import { ITEM, startYouTubeRig, VIDEO } from './testing/rig.ts'

const GRAIN = 256 * 1024

let rig: YouTubeRig
/** Of YouTube and of this server. */
let now: Date
beforeEach(async () => {
  now = new Date('2026-12-01T12:00:00Z')
  rig = await startYouTubeRig({ now: () => now })
})
afterEach(() => rig.stop())

const options = (): StepOptions => ({
  connection: createTestConnection(rig.tokens, FIRST_CHANNEL),
  signal: new AbortController().signal,
})
const prepare = (item = ITEM, from?: Checkpoint) => prepareItem(rig.adapter.publisher, item, options(), 'once', from)
const post = async (item = ITEM) =>
  publishItem(rig.adapter.publisher, { item, checkpoint: await prepare(item), options: options() })

async function refusal(promise: Promise<unknown>): Promise<PlatformError> {
  const error = await rejection(promise)
  expect(error).toBeInstanceOf(PlatformError)
  return error as PlatformError
}

describe('an error of YouTube', () => {
  const cases = ERROR_RULES.flatMap(({ reasons, ...rule }) => reasons.map((reason) => ({ reason, ...rule })))
  it.each(cases)('$reason is what it means: $failure', async ({ reason, failure, scope = 'item', message }) => {
    rig.server.state.manner.refuseUploads = { status: 403, reason }
    const error = await refusal(prepare())
    expect(error).toMatchObject({ failure, scope, message, platformError: `403 ${reason}` })
    expect(error.notBefore !== undefined).toBe(scope !== 'item')
  })

  it.each([
    [400, 'never'],
    [403, 'never'],
    [404, 'never'],
    [401, 'reconnect'],
    [429, 'retry'],
    [503, 'retry'],
  ] as const)('that nobody knows is decided by its status: %d', async (status, failure) => {
    rig.server.state.manner.refuseUploads = { status, reason: 'somethingNew' }
    const error = await rejection(prepare())
    expect((error as PublishError).failure).toBe(failure)
  })

  it.each(Object.entries(PROCESSING_REASONS))('about a file says why: %s', async (reason, message) => {
    rig.server.state.manner.processedInVain = { status: 'failed', reason }
    expect(await refusal(post())).toMatchObject({ failure: 'never', message, platformError: `failed ${reason}` })
  })
})

describe('the session of an upload', () => {
  it('that has ended on the way begins again, and posts once', async () => {
    const first = await rig.adapter.publisher.prepare(ITEM, undefined, options())
    rig.server.state.sessions.clear()
    expect(await refusal(prepare(ITEM, first.checkpoint))).toMatchObject({ failure: 'restart' })
    await post()
    expect(rig.posts()).toHaveLength(1)
  })

  it('that has ended before the last part has not posted', async () => {
    const checkpoint = await prepare()
    rig.server.state.sessions.clear()
    expect(await rejection(rig.adapter.publisher.publish(ITEM, checkpoint, options()))).not.toBeInstanceOf(PublishError)
    expect(await lookUp(checkpoint)).toEqual({ status: 'not_posted' })
    expect(await refusal(prepare(ITEM, checkpoint))).toMatchObject({ failure: 'restart' })
  })

  it('that took the last part unseen has its video when it is gone on with', async () => {
    const checkpoint = await prepare()
    rig.server.faults.spoil('publish', { kind: 'cut after' })
    await rejection(rig.adapter.publisher.publish(ITEM, checkpoint, options()))
    const again = await prepare(ITEM, checkpoint)
    const posted = await publishItem(rig.adapter.publisher, { item: ITEM, checkpoint: again, options: options() })
    expect([posted.platformPostId]).toEqual(rig.posts())
    expect(rig.server.requests.filter((name) => name === 'PUT last')).toHaveLength(1)
  })

  it('that has less than was recorded is filled up', async () => {
    const checkpoint = await prepare()
    for (const session of rig.server.state.sessions.values()) session.has = GRAIN
    const step = await rig.adapter.publisher.prepare(ITEM, checkpoint, options())
    expect(step).toMatchObject({ status: 'continue', checkpoint: { upload: { sent: GRAIN } } })
  })

  it('that has more than was recorded goes on from there', async () => {
    const begun = await rig.adapter.publisher.prepare(ITEM, undefined, options())
    await rig.adapter.publisher.prepare(ITEM, begun.checkpoint, options())
    const again = await rig.adapter.publisher.prepare(ITEM, begun.checkpoint, options())
    expect(again.checkpoint).toMatchObject({ upload: { sent: GRAIN } })
    await publishItem(rig.adapter.publisher, {
      item: ITEM,
      checkpoint: await prepare(ITEM, again.checkpoint),
      options: options(),
    })
    expect(rig.posts()).toHaveLength(1)
  })

  it('is at YouTube alone: no token goes elsewhere', async () => {
    rig.server.state.manner.sessionHost = 'https://elsewhere.example.com'
    expect(await refusal(prepare())).toMatchObject({ failure: 'retry' })
  })

  it('that cannot be filled up, because the file was deleted, says so', async () => {
    const gone = new PublishError('never', 'A file of the item was deleted.')
    async function* read(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1000)
      throw gone
    }
    expect(await rejection(prepare({ ...ITEM, media: [{ ...VIDEO, read }] }))).toBe(gone)
  })
})

function lookUp(checkpoint: Checkpoint, item: PublishableItem<'youtube'> = ITEM) {
  return lookUpItem(rig.adapter.publisher, item, checkpoint, { ...options(), sentAt: now })
}

describe('a video whose session is gone', () => {
  const lose = async (item = ITEM): Promise<Checkpoint> => {
    rig.server.state.manner.forgetSessions = true
    const checkpoint = await prepare(item)
    rig.server.faults.spoil('publish', { kind: 'cut after' })
    await rejection(rig.adapter.publisher.publish(item, checkpoint, options()))
    return checkpoint
  }

  it('is found among the uploads, by its words and its time', async () => {
    await post()
    now = new Date(now.getTime() + 3600_000)
    const checkpoint = await lose()
    for (let more = 0; more < 60; more += 1) await plant(`More ${more}`)
    const found = (await lookUp(checkpoint)) as Extract<Published, { status: 'processing' }>
    expect(found).toMatchObject({ status: 'processing', checkpoint: { video_id: rig.posts()[1] } })
  })

  it('is unknown where two could be it', async () => {
    const checkpoint = await lose()
    await plant(ITEM.title ?? '', ITEM.content)
    expect(await lookUp(checkpoint)).toEqual({ status: 'unknown' })
  })

  it('is unknown where the channel uploaded more than is read', async () => {
    const checkpoint = await prepare()
    rig.server.state.sessions.clear()
    for (let more = 0; more < 160; more += 1) await plant(`More ${more}`)
    expect(await lookUp(checkpoint)).toEqual({ status: 'unknown' })
  })

  /** A video that somebody else uploaded. */
  async function plant(title: string, description = ''): Promise<void> {
    const [first] = rig.server.state.videos
    if (!first) {
      await post({ ...ITEM, title, content: description })
      return
    }
    rig.server.state.videos.push({
      ...first,
      id: `planted-${rig.server.state.videos.length}`,
      title,
      description,
      publishedAt: now.toISOString(),
    })
  }
})

describe('the quotas of the app', () => {
  const used = async () => Object.fromEntries(await rig.counter.read('2026-12-01'))

  it('are counted before each request, and shown', async () => {
    await post()
    // One look whether it is processed.
    expect(await used()).toEqual({ uploads_day: 1, 'uploads_day_account:account-1': 1, units_day: 1 })
    expect(await rig.adapter.describeLimits?.(options())).toMatchObject([
      { name: 'uploads_day', used: 1, total: 100, scope: 'app', resetsAt: new Date('2026-12-02T08:00:00Z') },
      { name: 'units_day', used: 1, total: 10_000 },
    ])
  })

  it('that are used up keep an upload from being asked for, until midnight Pacific Time', async () => {
    await rig.counter.exhaust({ name: 'uploads_day', day: '2026-12-01', total: 100 })
    const before = rig.server.requests.length
    const error = await refusal(prepare())
    expect(error).toMatchObject({ failure: 'retry', scope: 'app', notBefore: new Date('2026-12-02T08:00:00Z') })
    expect(rig.server.requests).toHaveLength(before)
    now = new Date('2026-12-02T08:00:00Z')
    await post()
  })

  it('are used up where YouTube says so, whatever was counted', async () => {
    rig.server.state.manner.refuseUploads = { status: 403, reason: 'quotaExceeded' }
    await refusal(prepare())
    expect(await used()).toMatchObject({ uploads_day: 100 })
  })

  it('are shared: one account of several has half of the uploads, and the others go on', async () => {
    rig.accounts.count = 2
    const own = { name: 'uploads_day_account:account-1', day: '2026-12-01' }
    await rig.counter.spend({ ...own, amount: 49, total: 50 })
    await prepare()
    expect(await rig.adapter.describeLimits?.(options())).toContainEqual(
      expect.objectContaining({ name: 'uploads_day_account', used: 50, total: 50, scope: 'account' }),
    )
    const before = rig.server.requests.length
    const error = await refusal(prepare())
    expect(error).toMatchObject({ failure: 'retry', scope: 'account', notBefore: new Date('2026-12-02T08:00:00Z') })
    expect(rig.server.requests).toHaveLength(before)
    expect(await used()).toMatchObject({ uploads_day: 1 })
    const others = { ...options(), connection: { ...options().connection, accountId: 'account-2' } }
    await rig.adapter.publisher.prepare(ITEM, undefined, others)
    rig.accounts.count = 1
    await prepare()
    expect(await used()).toMatchObject({ uploads_day: 3 })
  })

  it('leave the last fifth of the units to publishing: no list is asked for', async () => {
    await rig.counter.spend({ name: 'units_day', day: '2026-12-01', amount: 7999, total: 10_000 })
    await rig.adapter.choices?.playlists?.(options())
    const before = rig.server.requests.length
    for (const ask of [rig.adapter.choices?.playlists, rig.adapter.choices?.categories]) {
      const error = await refusal(Promise.resolve(ask?.(options())))
      expect(error).toMatchObject({ failure: 'retry', scope: 'app', notBefore: new Date('2026-12-02T08:00:00Z') })
    }
    expect(rig.server.requests).toHaveLength(before)
  })

  it('without units left, a video is posted, and what could not be done is a warning', async () => {
    const item = { ...ITEM, options: { ...ITEM.options, playlist_id: 'PL1' } }
    const checkpoint = await prepare(item)
    await rig.counter.exhaust({ name: 'units_day', day: '2026-12-01', total: 10_000 })
    const posted = await publishItem(rig.adapter.publisher, { item, checkpoint, options: options() })
    expect(posted.warnings).toEqual([expect.stringContaining('The video was not added to the playlist. This server')])
  })

  it('of the channel keep its uploads, and are asked about now and then: each question costs an upload', async () => {
    rig.server.state.manner.refuseUploads = { status: 400, reason: 'uploadLimitExceeded' }
    expect(await refusal(prepare())).toMatchObject({ scope: 'account', notBefore: new Date('2026-12-01T18:00:00Z') })
  })
})

it('a Short has the address of a Short, and a video its own', async () => {
  const video = await post()
  const short = await post({ ...ITEM, postType: 'youtube-short' })
  const [first, second] = rig.posts()
  expect([video.platformUrl, short.platformUrl]).toEqual([
    `https://www.youtube.com/watch?v=${first}`,
    `https://www.youtube.com/shorts/${second}`,
  ])
})

it('a lost connection after the video is there is no reason to send it again', async () => {
  const checkpoint = await prepare()
  const published = await rig.adapter.publisher.publish(ITEM, checkpoint, options())
  if (published.status !== 'processing') throw new Error('It is processed first')
  for (const token of rig.tokens) rig.refuseToken(token)
  const polled = await rig.adapter.publisher.poll?.(ITEM, published.checkpoint, options())
  expect(polled).toMatchObject({ status: 'posted', platformPostId: rig.posts()[0] })
})
