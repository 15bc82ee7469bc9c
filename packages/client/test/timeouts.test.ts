import { describe, expect, it } from 'vitest'
import { APITimeoutError, APIUserAbortError } from '../src/index.ts'
import { rejection, setUp } from './harness/client.ts'
import { TIMEOUT } from './harness/runtime.ts'
import { hang, hangInBody, json, refuse } from './harness/server.ts'

describe('a time-out', () => {
  it.each([
    ['the answer does not begin', hang],
    ['the answer does not end', hangInBody],
  ])('ends an attempt when %s, and the next one may succeed', async (_, failure) => {
    const { client, server, runtime } = await setUp([failure, json(200, { balance: 47 })])
    const credits = client.account.credits()
    const answered = credits.then(({ balance }) => balance)
    await server.arrived()
    runtime.expire()
    expect(await answered).toBe(47)
    expect(server.received).toHaveLength(2)
  })

  it('is reported as one when no attempt is left', async () => {
    const { client, server, runtime } = await setUp([hang])
    const error = rejection(client.account.credits({ maxRetries: 0 }))
    await server.arrived()
    runtime.expire()
    expect(await error).toBeInstanceOf(APITimeoutError)
    expect(await error).toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining(`${TIMEOUT} ms`) })
  })

  it('leaves no timer behind', async () => {
    const { client, runtime } = await setUp([json(200, { balance: 47 }), refuse(404, 'NOT_FOUND')])
    await client.account.credits()
    await rejection(client.account.credits())
    expect(runtime.pending()).toBe(0)
  })
})

describe('an AbortSignal', () => {
  it.each([
    ['the answer begins', hang],
    ['the answer ends', hangInBody],
  ])('ends the call before %s', async (_, behaviour) => {
    const { client, server } = await setUp([behaviour])
    const controller = new AbortController()
    const error = rejection(client.account.credits({ signal: controller.signal }))
    await server.arrived()
    controller.abort(new Error('enough'))
    expect(await error).toBeInstanceOf(APIUserAbortError)
    expect(await error).toMatchObject({ code: 'ABORTED', cause: new Error('enough') })
    expect(server.received).toHaveLength(1)
  })

  it('that was aborted before sends nothing', async () => {
    const { client, server } = await setUp([hang])
    const error = await rejection(client.account.credits({ signal: AbortSignal.abort() }))
    expect(error).toBeInstanceOf(APIUserAbortError)
    expect(server.received).toHaveLength(0)
  })

  it('ends the wait for the next attempt', async () => {
    const controller = new AbortController()
    const { client, server } = await setUp([refuse(503, 'UNAVAILABLE')], {
      logger: { debug: () => {}, warn: () => controller.abort() },
    })
    expect(await rejection(client.account.credits({ signal: controller.signal }))).toBeInstanceOf(APIUserAbortError)
    expect(server.received).toHaveLength(1)
  })
})
