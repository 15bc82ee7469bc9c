import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { SentEvent } from './event-stream.ts'
import { HEARTBEAT_MS, sendEventStream, signalEndOf } from './event-stream.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

interface StreamOptions {
  readonly events: (signal: AbortSignal) => AsyncIterable<SentEvent>
  readonly startTimer?: (milliseconds: number, fire: () => void) => () => void
  readonly onError?: (error: unknown) => void
}

/** A server that answers every request with a stream, asked once: what came back, and the server's own side of it. */
async function ask({ events, startTimer = () => () => {}, onError = () => {} }: StreamOptions) {
  const answered = Promise.withResolvers<ServerResponse>()
  const server = createServer((_, response) => {
    void sendEventStream(response, { events: events(signalEndOf(response)), startTimer, onError })
    answered.resolve(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const [reader] = (await once(get({ port: (server.address() as AddressInfo).port }), 'response')) as [IncomingMessage]
  return { reader, response: await answered.promise }
}

async function* noEvents(): AsyncGenerator<SentEvent> {}

const LONG = 'a'.repeat(10_000)

describe('a stream of events', () => {
  it('takes no more events than its reader takes', async () => {
    let taken = 0
    const { reader } = await ask({
      async *events() {
        for (;;) yield { id: (taken += 1), event: 'tick', data: LONG }
      },
    })
    // Whatever fits between the two is full at some time.
    let before = -1
    await expect
      .poll(() => [before, (before = taken)], { interval: 200, timeout: 20_000 })
      .toSatisfy(([last, now]) => last === now)
    expect(taken).toBeLessThan(2_000)
    reader.resume()
    await expect.poll(() => taken).toBeGreaterThan(before + 100)
    reader.destroy()
  })

  it('gives up its events as soon as the reader has gone, though none is due', async () => {
    const ended = Promise.withResolvers<void>()
    const { reader } = await ask({
      async *events(signal) {
        signal.addEventListener('abort', () => ended.resolve())
        await ended.promise
      },
    })
    reader.destroy()
    await ended.promise
  })

  it('whose reader left before it started is no error', async () => {
    const errors: unknown[] = []
    const over = Promise.withResolvers<void>()
    const server = createServer((_, response) => {
      response.on('close', () => {
        const options = {
          events: noEvents(),
          startTimer: () => () => {},
          onError: (error: unknown) => errors.push(error),
        }
        void sendEventStream(response, options).then(over.resolve, over.reject)
      })
      reader.destroy()
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    stops.push(() => server.close())
    const reader = get({ port: (server.address() as AddressInfo).port }).on('error', () => {})
    await over.promise
    expect(errors).toEqual([])
  })

  it('that breaks off does not look whole, and tells why', async () => {
    const told = Promise.withResolvers<unknown>()
    const { reader } = await ask({
      onError: told.resolve,
      async *events() {
        yield { id: 1, event: 'tick', data: null }
        throw new Error('the database is away')
      },
    })
    const read = async () => {
      for await (const _ of reader);
    }
    await expect(read()).rejects.toThrow('aborted')
    expect(await told.promise).toMatchObject({ message: 'the database is away' })
  })

  it('gives a sign of life when there was no event for a while, and starts to count again with each', async () => {
    const timers = new Map<() => void, number>()
    const gate = Promise.withResolvers<void>()
    const { reader } = await ask({
      startTimer(milliseconds, fire) {
        timers.set(fire, milliseconds)
        return () => timers.delete(fire)
      },
      async *events() {
        yield { id: 1, event: 'tick', data: { of: 'a clock' } }
        await gate.promise
      },
    })
    let text = ''
    reader.on('data', (piece) => (text += piece))
    const begin = 'retry: 1000\n\nid: 1\nevent: tick\ndata: {"of":"a clock"}\n\n'
    await expect.poll(() => text).toBe(begin)
    for (const beats of [':\n\n', ':\n\n:\n\n']) {
      expect([...timers.values()]).toEqual([HEARTBEAT_MS])
      for (const fire of timers.keys()) fire()
      await expect.poll(() => text).toBe(begin + beats)
      await expect.poll(() => timers.size).toBe(1)
    }
    gate.resolve()
    await once(reader, 'end')
    expect(timers.size).toBe(0)
  })
})
