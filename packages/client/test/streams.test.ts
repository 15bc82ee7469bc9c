import { describe, expect, it } from 'vitest'
import type { GenerationEvent } from '../src/index.ts'
import {
  APIConnectionError,
  APITimeoutError,
  APIUserAbortError,
  NotFoundError,
  PowerPostError,
  UnauthorizedError,
} from '../src/index.ts'
import type { StreamOptions } from '../src/index.ts'
import type { Setup } from './harness/client.ts'
import { rejection, setUp } from './harness/client.ts'
import { TIMEOUT } from './harness/runtime.ts'
import type { Behaviour } from './harness/server.ts'
import { html, json, refuse, reset } from './harness/server.ts'

const NAMES = ['queued', 'researching', 'analyzing', 'caption', 'completed'] as const

const write = (number: number) =>
  `id: ${number}\nevent: ${NAMES[number - 1]}\ndata: {"number":${number},"event":"${NAMES[number - 1]}"}\n\n`

/** Begins a stream with some events, and leaves it open. */
const open =
  (...numbers: readonly number[]): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    response.write(`retry: 3000\n\n${numbers.map(write).join('')}`)
  }

/** The same, and ends it as it should be. */
const end =
  (...numbers: readonly number[]): Behaviour =>
  (response, request) => {
    open(...numbers)(response, request)
    response.end()
  }

/** The same, and loses the connection. */
const lose =
  (...numbers: readonly number[]): Behaviour =>
  (response, request) => {
    open(...numbers)(response, request)
    setImmediate(() => response.socket?.resetAndDestroy())
  }

/** The tests' time-outs are recognised by their length. */
const IDLE = { idleTimeout: TIMEOUT }

function stream({ client }: Setup, options: StreamOptions = {}) {
  return client.content.generations.stream('g1', { ...IDLE, ...options })
}

async function collect(events: AsyncIterable<GenerationEvent>, seen: number[] = []): Promise<number[]> {
  for await (const { number } of events) seen.push(number)
  return seen
}

const askedBehind = ({ server }: Setup) => server.received.map(({ headers }) => headers['last-event-id'])

describe('a stream', () => {
  it('gives the events of a generation to their end, by one request', async () => {
    const setup = await setUp([end(1, 2, 3, 4, 5)])
    expect(await collect(stream(setup))).toEqual([1, 2, 3, 4, 5])
    expect(setup.server.received).toMatchObject([
      { method: 'GET', path: '/api/v1/content/generations/g1/events', headers: { accept: 'text/event-stream' } },
    ])
    expect(askedBehind(setup)).toEqual([undefined])
  })

  it('ends with the last event though the server leaves the connection to a proxy that does not', async () => {
    const setup = await setUp([lose(1, 2, 3, 4, 5)])
    expect(await collect(stream(setup))).toEqual([1, 2, 3, 4, 5])
    expect(setup.server.received).toHaveLength(1)
  })

  it('goes on behind a number that is given', async () => {
    const setup = await setUp([end(4, 5)])
    expect(await collect(stream(setup, { lastEventId: 3 }))).toEqual([4, 5])
    expect(askedBehind(setup)).toEqual(['3'])
  })

  it.each([
    ['lost', lose],
    ['ended', end],
  ])('whose connection is %s is taken up behind the last event, not before the server said', async (_, part) => {
    const setup = await setUp([
      part(1, 2),
      reset,
      refuse(503, 'UNAVAILABLE', { 'retry-after': '2' }),
      part(3),
      part(),
      end(4, 5),
    ])
    expect(await collect(stream(setup))).toEqual([1, 2, 3, 4, 5])
    expect(askedBehind(setup)).toEqual([undefined, '2', '2', '2', '3', '3'])
    expect(setup.runtime.waits).toEqual([3000, 500, 2000, 3000, 3000])
  })

  it('is given up when it is lost again and again, without an event between', async () => {
    const setup = await setUp([lose(1), lose()])
    const seen: number[] = []
    expect(await rejection(collect(stream(setup, { maxReconnects: 3 }), seen))).toBeInstanceOf(APIConnectionError)
    expect(seen).toEqual([1])
    expect(setup.server.received).toHaveLength(4)
  })

  it('of which there is nothing more ends without an event', async () => {
    const setup = await setUp([end()])
    expect(await collect(stream(setup, { lastEventId: 5 }))).toEqual([])
    expect(setup.server.received).toHaveLength(2)
  })

  it('on which nothing comes, not even a sign of life, is taken up elsewhere', async () => {
    const setup = await setUp([open(1), end(2, 3, 4, 5)])
    const events = stream(setup)
    expect((await events.next()).value).toMatchObject({ number: 1 })
    const next = events.next()
    await expect.poll(() => setup.runtime.pending()).toBe(1)
    setup.runtime.expire()
    expect((await next).value).toMatchObject({ number: 2 })
    expect(await collect(events)).toEqual([3, 4, 5])
    expect(setup.runtime.pending()).toBe(0)
  })

  it('that stays silent throws a time-out in the end', async () => {
    const setup = await setUp([open(1), open()])
    const failed = rejection(collect(stream(setup, { maxReconnects: 1 })))
    for (const requests of [1, 2]) {
      await expect.poll(() => [setup.server.received.length, setup.runtime.pending()]).toEqual([requests, 1])
      setup.runtime.expire()
    }
    expect(await failed).toBeInstanceOf(APITimeoutError)
  })

  it.each([
    [refuse(404, 'NOT_FOUND'), NotFoundError],
    [refuse(401, 'INVALID_API_KEY'), UnauthorizedError],
    [json(200, { generation_id: 'g1' }), PowerPostError],
    [html(200), PowerPostError],
    [reset, APIConnectionError],
  ])('that cannot be had throws what any call does (%#)', async (behaviour, error) => {
    const setup = await setUp([behaviour], { maxRetries: 1 })
    expect(await rejection(collect(stream(setup)))).toBeInstanceOf(error)
    expect(setup.server.received.length).toBeLessThanOrEqual(2)
  })

  it('whose key is revoked meanwhile throws that', async () => {
    const setup = await setUp([end(1), refuse(401, 'INVALID_API_KEY')])
    expect(await rejection(collect(stream(setup)))).toBeInstanceOf(UnauthorizedError)
  })

  it.each(['while it waits for an event', 'between two connections'])('ends with an abort %s', async (when) => {
    const controller = new AbortController()
    const setup = await setUp([when.startsWith('while') ? open(1) : end(1), open()])
    const options = { signal: controller.signal, maxReconnects: 0 }
    const failed = rejection(
      (async () => {
        for await (const _ of stream(setup, options)) queueMicrotask(() => controller.abort())
      })(),
    )
    expect(await failed).toBeInstanceOf(APIUserAbortError)
    expect(setup.server.received).toHaveLength(1)
  })

  it('that nobody looks at any more is ended at the server', async () => {
    const closed = Promise.withResolvers<void>()
    const setup = await setUp([
      (response, request) => {
        response.on('close', closed.resolve)
        open(1, 2)(response, request)
      },
    ])
    for await (const { number } of stream(setup)) if (number === 1) break
    await closed.promise
    expect(setup.runtime.pending()).toBe(0)
  })
})

describe('one call that generates and streams', () => {
  it('starts the generation once, and gives its events over lost connections', async () => {
    const started = json(200, { generation_id: 'g1', status: 'processing' })
    const { client, server } = await setUp([started, lose(1, 2), end(3, 4, 5)])
    const body = { prompt: 'Dark mode', post_types: ['x-post'], research_mode: 'regular' } as const
    const events = client.content.generateAndStream(body, { ...IDLE, idempotencyKey: 'mine' })
    expect(await collect(events)).toEqual([1, 2, 3, 4, 5])
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/content/generate',
      'GET /api/v1/content/generations/g1/events',
      'GET /api/v1/content/generations/g1/events',
    ])
    expect(server.received[0]?.headers['idempotency-key']).toBe('mine')
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(body)
  })

  it('streams what it regenerates, and sends nothing before it is asked for an event', async () => {
    const { client, server } = await setUp([json(200, { generation_id: 'g1' }), end(1, 5)])
    const events = client.content.generations.regenerateAndStream('g1', { platforms: ['x'] }, IDLE)
    expect(server.received).toHaveLength(0)
    expect(await collect(events)).toEqual([1, 5])
    expect(server.received[0]?.path).toBe('/api/v1/content/generations/g1/regenerate')
  })

  it('throws when it cannot start', async () => {
    const { client } = await setUp([refuse(402, 'INSUFFICIENT_CREDITS')])
    const body = { post_types: ['x-post'], research_mode: 'regular' } as const
    expect(await rejection(collect(client.content.generateAndStream(body)))).toMatchObject({ status: 402 })
  })
})
