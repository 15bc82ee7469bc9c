import { describe, expect, it } from 'vitest'
import { APIConnectionError, NotFoundError } from '../src/index.ts'
import { rejection, setUp } from './harness/client.ts'
import { halfBody, json, refuse, reset } from './harness/server.ts'

const credits = json(200, { balance: 47 }, { 'x-request-id': 'req_7' })

describe('an answer', () => {
  it('is its data, or comes with its response', async () => {
    const { client } = await setUp([credits])
    expect(await client.account.credits()).toEqual({ balance: 47 })
    const { data, response, requestId } = await client.account.credits().withResponse()
    expect(data).toEqual({ balance: 47 })
    expect(requestId).toBe('req_7')
    expect(response.headers.get('x-request-id')).toBe('req_7')
  })

  it('can be had raw, its body unread, after the same retries', async () => {
    const { client, server } = await setUp([reset, credits])
    const response = await client.account.credits().asResponse()
    expect(response.bodyUsed).toBe(false)
    expect(await response.json()).toEqual({ balance: 47 })
    expect(server.received).toHaveLength(2)
  })

  it('that is had raw is refused like any other', async () => {
    const { client } = await setUp([refuse(404, 'NOT_FOUND')])
    expect(await rejection(client.account.credits().asResponse())).toBeInstanceOf(NotFoundError)
  })

  it('is asked for once, however often it is looked at', async () => {
    const { client, server } = await setUp([credits])
    const promise = client.account.credits()
    await Promise.all([promise, promise.withResponse(), promise.then(String)])
    expect(await (await promise.asResponse()).json()).toEqual({ balance: 47 })
    expect(server.received).toHaveLength(1)
  })

  it('that was had raw is not asked for again by awaiting its data', async () => {
    const { client, server } = await setUp([credits])
    const promise = client.account.credits()
    const response = await promise.asResponse()
    expect(await promise).toEqual({ balance: 47 })
    expect(await response.json()).toEqual({ balance: 47 })
    expect(server.received).toHaveLength(1)
  })

  it('is asked for without being awaited', async () => {
    const { client, server } = await setUp([credits])
    void client.account.credits()
    await server.arrived()
    expect(server.received).toHaveLength(1)
  })

  it('fails as a promise does', async () => {
    const { client } = await setUp([halfBody], { maxRetries: 0 })
    const promise = client.account.credits()
    expect(await promise.catch((error: unknown) => error)).toBeInstanceOf(APIConnectionError)
    let over = false
    await rejection(promise.finally(() => (over = true)))
    expect(over).toBe(true)
  })
})
