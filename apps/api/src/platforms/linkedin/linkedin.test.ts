import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishableItem, PublishError, StepOptions } from '../port.ts'
import { ApiVersionEndedError } from '../port.ts'
import { createTestMedium } from '../testing/media.ts'
import { prepareItem, publishItem, rejection } from '../testing/run-steps.ts'
import type { LinkedInAccountKind, LinkedInRig } from './testing/linkedin-rig.ts'
import { ITEMS, startLinkedInRig } from './testing/linkedin-rig.ts'

let rig: LinkedInRig

beforeEach(async () => {
  rig = await startLinkedInRig()
})
afterEach(() => rig.stop())

const open = (kind: LinkedInAccountKind = 'profile'): StepOptions => ({
  connection: rig.connect(kind),
  signal: new AbortController().signal,
})

async function post(item: PublishableItem<'linkedin'>, kind: LinkedInAccountKind = 'profile') {
  const options = open(kind)
  const checkpoint = await prepareItem(rig.adapter.publisher, item, options)
  await publishItem(rig.adapter.publisher, { item, checkpoint, options })
  const [shown] = rig.server.state.posts
  if (!shown) throw new Error('There is a post')
  return shown
}

interface Answer {
  readonly status: number
  readonly code?: string
  readonly message?: string
  readonly serviceErrorCode?: number
  readonly errorDetails?: object
}

async function refuse({ status, ...body }: Answer, headers: Record<string, string> = {}): Promise<PublishError> {
  rig.server.state.manner.refusals.push({ status, body: { status, ...body }, headers })
  const options = open()
  return (await rejection(rig.adapter.publisher.publish(ITEMS.text, {}, options))) as PublishError
}

describe('what LinkedIn refuses is classified:', () => {
  it.each([
    [{ status: 400, code: 'ILLEGAL_ARGUMENT' }, 'never', '400 ILLEGAL_ARGUMENT', 'ILLEGAL_ARGUMENT'],
    [{ status: 403, code: 'ACCESS_DENIED' }, 'reconnect', '403 ACCESS_DENIED', 'role'],
    [{ status: 409, message: 'conflict' }, 'retry', '409', 'again'],
    [
      { status: 422, errorDetails: { inputErrors: [{ code: 'DUPLICATE_POST' }] } },
      'never',
      '422 DUPLICATE_POST',
      'duplicates',
    ],
    [{ status: 422, code: 'MEDIA', message: 'The image is not ready' }, 'retry', '422 MEDIA', 'at work'],
    [{ status: 404, message: 'urn:li:image:1: image not found' }, 'restart', '404', 'no longer'],
    [{ status: 429, code: 'TOO_MANY_REQUESTS' }, 'retry', '429 TOO_MANY_REQUESTS', 'no more requests'],
  ] as const)('%j: %s', async (answer, failure, platformError, said) => {
    const error = await refuse(answer)
    expect(error).toMatchObject({ failure, platformError, scope: 'item' })
    expect(error.message).toContain(said)
  })

  it.each([
    ['MEMBER', 'account'],
    ['APPLICATION', 'app'],
  ] as const)('the requests of the day, by %s: until midnight UTC', async (whose, scope) => {
    const message = `Resource level throttle ${whose} DAY limit for calls to this resource is reached.`
    const error = await refuse({ status: 429, message })
    expect(error).toMatchObject({ failure: 'retry', scope })
    const midnight = new Date(new Date().setUTCHours(24, 0, 0, 0))
    expect(error.notBefore).toEqual(midnight)
  })

  it('a fault is no refusal: the outcome is unknown', async () => {
    rig.server.state.manner.refusals.push({ status: 500, body: {} }, { status: 999, body: {} })
    for (const _ of [1, 2]) {
      const error = await rejection(rig.adapter.publisher.publish(ITEMS.text, {}, open()))
      expect(error).not.toMatchObject({ failure: expect.anything() })
    }
  })

  it.each([
    [65601, 'removed the access'],
    [65602, 'has ended'],
  ])('service error %i of a token: %s', async (serviceErrorCode, said) => {
    const answer = { status: 401, body: { status: 401, message: '', serviceErrorCode } }
    rig.server.state.manner.refusals.push(answer, answer)
    const error = await rejection(rig.adapter.publisher.publish(ITEMS.text, {}, open()))
    expect(error).toMatchObject({ failure: 'reconnect', message: expect.stringContaining(said) })
  })
})

describe('a version of the API', () => {
  it('that has ended is refused before anything is sent, with the setting that names it', async () => {
    await rig.stop()
    rig = await startLinkedInRig({ version: '202510' })
    for (const item of [ITEMS.text, ITEMS.video]) {
      const error = await rejection(post(item))
      expect(error).toBeInstanceOf(ApiVersionEndedError)
      expect(error).toMatchObject({ scope: 'app', message: expect.stringContaining('POWERPOST_LINKEDIN_API_VERSION') })
      expect((error as Error).message).toContain('2026-10-15')
    }
    expect(rig.server.requests).toEqual([])
  })

  it('that LinkedIn answers 426 for is the same, though its end was not known', async () => {
    rig.server.state.manner.versions = ['202609']
    const error = await rejection(post(ITEMS.text))
    expect(error).toBeInstanceOf(ApiVersionEndedError)
    expect((error as Error).message).toContain('202607')
    expect(rig.posts()).toEqual([])
  })
})

describe('a post has', () => {
  it('a card with what the options say, and the picture', async () => {
    const { content } = await post(ITEMS.article)
    expect(content?.article).toEqual({
      source: 'https://example.com/post',
      title: 'The post',
      description: 'Read it',
      thumbnail: expect.stringMatching(/^urn:li:image:/),
    })
  })

  it('a card whose title is the address where nobody gave one', async () => {
    const { content } = await post(ITEMS.bareArticle)
    expect(content?.article).toEqual({ source: 'https://example.com/bare', title: 'https://example.com/bare' })
  })

  it('a document with its title, or else the name of its file', async () => {
    expect((await post(ITEMS.document)).content?.media?.title).toBe('Our year')
    rig.server.state.posts.length = 0
    expect((await post({ ...ITEMS.document, options: {} }, 'organization')).content?.media?.title).toBe('year')
  })

  it('the alt text of each picture, and none where there is none', async () => {
    const [picture] = ITEMS.pictures.media
    const media = [{ ...picture, altText: 'First' }, picture, { ...picture, altText: 'Third' }]
    const { content } = await post({ ...ITEMS.pictures, media })
    expect(content?.multiImage?.images.map(({ altText }) => altText)).toEqual(['First', undefined, 'Third'])
  })

  it('who can see it, whether it can be reposted, and whom it mentions', async () => {
    const mentions = [{ name: 'Example Inc', urn: 'urn:li:organization:2414183' }]
    const options = { visibility: 'CONNECTIONS', disable_reshare: true, mentions } as const
    const shown = await post({ ...ITEMS.text, content: 'By @Example Inc (us)', options })
    expect(shown).toMatchObject({ visibility: 'CONNECTIONS', isReshareDisabled: true, shown: 'By @Example Inc (us)' })
    expect(shown.mentions).toEqual(['urn:li:organization:2414183'])
  })

  it('who posts as its author', async () => {
    expect((await post(ITEMS.text)).author).toBe('urn:li:person:yrZCpj2Z12')
    rig.server.state.posts.length = 0
    expect((await post(ITEMS.text, 'organization')).author).toBe('urn:li:organization:2414183')
  })
})

describe('an upload', () => {
  it('of a video is sent part by part, each once, though steps on the way are cut off', async () => {
    rig.server.faults.spoil('prepare', { kind: 'cut' }, 1)
    const options = open()
    const { publisher } = rig.adapter
    const first = await rejection(prepareItem(publisher, ITEMS.video, options))
    expect(first).toBeInstanceOf(Error)
    const checkpoint = await prepareItem(publisher, ITEMS.video, options)
    await publishItem(publisher, { item: ITEMS.video, checkpoint, options })
    expect(rig.server.requests.filter((name) => name === 'PUT /dms-uploads')).toHaveLength(4)
    expect(rig.posts()).toHaveLength(1)
  })

  it('of a picture of a member is never asked for, and of an organization it is', async () => {
    await post(ITEMS.picture)
    expect(rig.server.requests).not.toContain('GET /rest/images/:urn')
    await post({ ...ITEMS.picture, content: 'Another' }, 'organization')
    expect(rig.server.requests).toContain('GET /rest/images/:urn')
  })

  it('that has expired begins again', async () => {
    const options = open()
    const { publisher } = rig.adapter
    const begun = await publisher.prepare(ITEMS.picture, undefined, options)
    const old = JSON.parse(
      JSON.stringify(begun.checkpoint).replace(/"expires_at":"[^"]+"/, '"expires_at":"2020-01-01T00:00:00.000Z"'),
    )
    expect(await rejection(publisher.prepare(ITEMS.picture, old, options))).toMatchObject({ failure: 'restart' })
  })

  it('goes to no address that is not of LinkedIn', async () => {
    const options = open()
    const { publisher } = rig.adapter
    const begun = await publisher.prepare(ITEMS.picture, undefined, options)
    const elsewhere = JSON.parse(
      JSON.stringify(begun.checkpoint).replace(rig.server.url, 'https://linkedin.com.example.org'),
    )
    const error = await rejection(publisher.prepare(ITEMS.picture, elsewhere, options))
    expect(error).toMatchObject({ failure: 'never', message: expect.stringContaining('not its own') })
  })

  it('is refused where the parts are not the whole of the video', async () => {
    const medium = createTestMedium({ type: 'video', mimeType: 'video/mp4', size: 6000, durationSeconds: 5 })
    const { content } = await post({ ...ITEMS.video, media: [medium] })
    const asset = rig.server.state.assets.get(content?.media?.id ?? '')
    expect(asset?.parts.size).toBe(2)
  })
})

describe('the posts of an organization', () => {
  it('are looked through page by page', async () => {
    const options = open('organization')
    const { publisher } = rig.adapter
    await post(ITEMS.text, 'organization')
    const sentAt = new Date()
    for (let more = 0; more < 60; more += 1) await post({ ...ITEMS.text, content: `Post ${more}` }, 'organization')
    const found = await publisher.lookUp?.(ITEMS.text, {}, { ...options, sentAt })
    expect(found).toMatchObject({ status: 'posted', platformPostId: rig.posts()[0] })
  })

  it('tell whose a duplicate is: of a call whose answer was lost, or older', async () => {
    const options = open('organization')
    const { publisher } = rig.adapter
    const checkpoint = await prepareItem(publisher, ITEMS.text, options)
    rig.spoil('publish', { kind: 'cut after' })
    await rejection(publisher.publish(ITEMS.text, checkpoint, options))
    const again = await publisher.publish(ITEMS.text, checkpoint, options)
    expect(again).toMatchObject({ status: 'posted', platformPostId: rig.posts()[0] })
    expect(rig.posts()).toHaveLength(1)
    const later = { ...checkpoint, ready_at: new Date(Date.now() + 3600_000).toISOString() }
    expect(await rejection(publisher.publish(ITEMS.text, later, options))).toMatchObject({ failure: 'never' })
  })

  it('of which a member posts the same twice are refused as duplicates', async () => {
    await post(ITEMS.text)
    expect(await rejection(post(ITEMS.text))).toMatchObject({ platformError: '422 DUPLICATE_POST' })
  })
})

it('the organizations of a member are a choice, with the role at each', async () => {
  expect(await rig.adapter.choices?.organizations?.(open())).toEqual([
    { value: 'urn:li:organization:2414183', label: 'Example Inc', description: 'ADMINISTRATOR' },
    { value: 'urn:li:organization:5500', label: 'Second Example', description: 'CONTENT_ADMIN' },
  ])
})
