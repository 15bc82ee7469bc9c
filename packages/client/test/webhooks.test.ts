import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { signTestPayload, verifyWebhook, WebhookVerificationError } from '../src/webhooks/index.ts'
import { PowerPostError } from '../src/index.ts'
import { rejection } from './harness/client.ts'

const NOW = 1_800_000_000_000
const SECRET = `whsec_${Buffer.from('a secret of the endpoint, 24+').toString('base64')}`
const OTHER_SECRET = `whsec_${Buffer.from('another secret of an endpoint').toString('base64')}`
const PAYLOAD = JSON.stringify({
  event: 'generation.completed',
  timestamp: '2026-11-22T18:53:52.000Z',
  workspace_id: 'w1',
  data: { generation_id: 'g1', status: 'completed', outputs: { x: 'Größe ≠ 🎉' } },
})

const signed = (secret = SECRET, timestamp = NOW) =>
  signTestPayload({ payload: PAYLOAD, secret, id: 'msg_1', timestamp })

describe('a webhook', () => {
  it('is what was signed', async () => {
    const event = await verifyWebhook({ payload: PAYLOAD, headers: await signed(), secret: SECRET, now: NOW })
    expect(event).toEqual(JSON.parse(PAYLOAD))
    // The type follows from the name.
    expect(event.event === 'generation.completed' && event.data.outputs.x).toBe('Größe ≠ 🎉')
  })

  it('is signed as HMAC-SHA-256 of its id, its time and its body', async () => {
    const content = `msg_1.${NOW / 1000}.${PAYLOAD}`
    const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
    const signature = createHmac('sha256', key).update(content).digest('base64')
    expect(await signed()).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(NOW / 1000),
      'webhook-signature': `v1,${signature}`,
    })
  })

  it('can be read as bytes, with the headers of any framework', async () => {
    const headers = await signed()
    const payload = new TextEncoder().encode(PAYLOAD)
    for (const given of [headers, new Headers(headers), { ...headers, 'content-type': ['text/plain'] }]) {
      expect(await verifyWebhook({ payload, headers: given, secret: SECRET, now: NOW })).toMatchObject({
        event: 'generation.completed',
      })
    }
  })

  it("is understood by the scheme's own library, and understands it", async () => {
    const now = new Date()
    const library = new Webhook(SECRET)
    const ours = await signTestPayload({ payload: PAYLOAD, secret: SECRET })
    expect(library.verify(PAYLOAD, ours)).toEqual(JSON.parse(PAYLOAD))
    const theirs = {
      'webhook-id': 'msg_2',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': library.sign('msg_2', now, PAYLOAD),
    }
    expect(await verifyWebhook({ payload: PAYLOAD, headers: theirs, secret: SECRET })).toEqual(JSON.parse(PAYLOAD))
  })

  it('passes while a secret is changed, on either side', async () => {
    const [old, current] = [await signed(OTHER_SECRET), await signed()]
    const both = { ...old, 'webhook-signature': `v1a,xx ${old['webhook-signature']} ${current['webhook-signature']}` }
    for (const secret of [SECRET, OTHER_SECRET, [OTHER_SECRET, SECRET]]) {
      expect(await verifyWebhook({ payload: PAYLOAD, headers: both, secret, now: NOW })).toBeDefined()
    }
    const secret = [OTHER_SECRET, SECRET]
    expect(await verifyWebhook({ payload: PAYLOAD, headers: current, secret, now: NOW })).toBeDefined()
  })

  it.each<[string, { payload?: string; secret?: string | string[]; headers?: Record<string, string | undefined> }]>([
    ['another body', { payload: PAYLOAD.replace('g1', 'g2') }],
    ['another secret', { secret: OTHER_SECRET }],
    ['no secrets', { secret: [] }],
    ['another id', { headers: { 'webhook-id': 'msg_2' } }],
    ['another time', { headers: { 'webhook-timestamp': String(NOW / 1000 + 1) } }],
    ['no id', { headers: { 'webhook-id': undefined } }],
    ['no signature', { headers: { 'webhook-signature': undefined } }],
    ['no signature of this version', { headers: { 'webhook-signature': 'v2,abcd' } }],
    ['a signature that is none', { headers: { 'webhook-signature': 'v1,!!!' } }],
    ['an empty signature', { headers: { 'webhook-signature': 'v1,' } }],
    ['a time that is none', { headers: { 'webhook-timestamp': 'yesterday' } }],
  ])('is refused with %s', async (_, { headers = {}, ...rest }) => {
    const options = {
      payload: PAYLOAD,
      secret: SECRET,
      now: NOW,
      headers: { ...(await signed()), ...headers },
      ...rest,
    }
    expect(await rejection(verifyWebhook(options))).toBeInstanceOf(WebhookVerificationError)
  })

  it.each([
    [-301_000, false],
    [-300_000, true],
    [300_000, true],
    [301_000, false],
  ])('sent %i ms from now passes: %s', async (offset, passes) => {
    const headers = await signed(SECRET, NOW + offset)
    const verified = verifyWebhook({ payload: PAYLOAD, headers, secret: SECRET, now: NOW })
    expect(await verified.then(Boolean, () => false)).toBe(passes)
  })

  it('of another tolerance is older or younger', async () => {
    const headers = await signed(SECRET, NOW - 20_000)
    const verify = (tolerance: number) =>
      verifyWebhook({ payload: PAYLOAD, headers, secret: SECRET, now: NOW, tolerance })
    expect(await verify(30)).toBeDefined()
    expect(await rejection(verify(10))).toBeInstanceOf(WebhookVerificationError)
  })

  it.each<[string, unknown]>([
    ['parsed', JSON.parse(PAYLOAD)],
    ['parsed to nothing', {}],
    ['not read', undefined],
    ['null', null],
    ['a list of bytes', [1, 2]],
  ])('is not checked when its body was %s: the error says what to change', async (_, payload) => {
    const options = { payload: payload as string, headers: await signed(), secret: SECRET, now: NOW }
    const error = await rejection(verifyWebhook(options))
    expect(error).toBeInstanceOf(PowerPostError)
    expect(error).not.toBeInstanceOf(WebhookVerificationError)
    expect(error).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(/parsed.*express\.raw\(.*before any `express\.json\(\)`/),
    })
  })

  it.each<[string, object, RegExp]>([
    ['a secret', { secret: undefined }, /`secret`.*whsec_/],
    ['one of two secrets', { secret: [SECRET, undefined] }, /`secret`.*whsec_/],
    ['headers', { headers: undefined }, /`headers`/],
  ])('is not checked without %s', async (_, missing, message) => {
    const options = { payload: PAYLOAD, headers: await signed(), secret: SECRET, now: NOW, ...missing }
    const error = await rejection(verifyWebhook(options))
    expect(error).toBeInstanceOf(PowerPostError)
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.stringMatching(message) })
  })

  it.each(['', 'whsec_', 'secret', 'whsec_!!!'])('is not checked with a secret that is none: "%s"', async (secret) => {
    const options = { payload: PAYLOAD, headers: await signed(), secret, now: NOW }
    expect(await rejection(verifyWebhook(options))).toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})
