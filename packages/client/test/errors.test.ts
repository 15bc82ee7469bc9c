import { ERRORS } from '@powerpost/contract'
import { describe, expect, it } from 'vitest'
import * as powerpost from '../src/index.ts'
import { ERROR_CLASSES } from '../src/generated/error-classes.ts'
import { rejection, setUp } from './harness/client.ts'
import { html, json, refuse } from './harness/server.ts'

describe('an error', () => {
  it.each(Object.entries(ERRORS).map(([code, { status }]) => [status, code] as const))(
    '%i %s has a class of its status',
    async (status, code) => {
      const { client } = await setUp([refuse(status, code)], { maxRetries: 0 })
      const error = await rejection(client.account.credits())
      expect(error).toBeInstanceOf(ERROR_CLASSES[status])
      expect(error).toBeInstanceOf(powerpost.PowerPostError)
      expect(error).toMatchObject({ status, code, docUrl: 'http://x/docs', requestId: 'req_1' })
      expect(String(error)).toBe(`${ERROR_CLASSES[status].name}: ${status} said ${code}`)
    },
  )

  it('tells every field that is wrong', async () => {
    const details = [{ path: 'prompt', message: 'must have at least 3 characters' }]
    const body = { error: { code: 'VALIDATION_ERROR', message: 'prompt is wrong', details } }
    const { client } = await setUp([json(400, body, { 'x-request-id': 'req_header' })])
    const error = await rejection(client.writingStyles.list())
    expect(error).toBeInstanceOf(powerpost.BadRequestError)
    expect(error).toMatchObject({ details, requestId: 'req_header' })
  })

  it.each([
    ['a code', json(418, { error: { code: 'TEAPOT', message: 'short and stout' } }), 'TEAPOT', powerpost.APIError],
    ['a fault', json(599, { error: { code: 'NEW' } }), 'NEW', powerpost.InternalServerError],
    ["a proxy's page", html(502), 'UNEXPECTED_ANSWER', powerpost.InternalServerError],
    ["a proxy's JSON", json(403, { message: 'denied' }), 'UNEXPECTED_ANSWER', powerpost.ForbiddenError],
    ['null', json(404, null), 'UNEXPECTED_ANSWER', powerpost.NotFoundError],
  ])('that this version does not know is one all the same: %s', async (_, behaviour, code, ErrorClass) => {
    const { client } = await setUp([behaviour], { maxRetries: 0 })
    const error = await rejection(client.account.credits())
    expect(error).toBeInstanceOf(ErrorClass)
    expect(error).toMatchObject({ code, details: [] })
  })

  it('says what lies beneath a connection that failed', async () => {
    const { client, server } = await setUp([json(200, {})], { maxRetries: 0 })
    await server.stop()
    const error = await rejection(client.account.credits())
    expect(error).toBeInstanceOf(powerpost.APIConnectionError)
    expect(error).toMatchObject({ message: expect.stringContaining('ECONNREFUSED'), status: undefined })
  })
})

describe('an address that is no PowerPost server', () => {
  it('is reported when it answers a page', async () => {
    const { client, server } = await setUp([html(200)])
    const error = await rejection(client.account.credits())
    expect(error).toMatchObject({ code: 'UNEXPECTED_ANSWER', message: expect.stringContaining('baseUrl') })
    expect(server.received).toHaveLength(1)
  })

  it('is reported when it answers with another address, which the key does not follow to', async () => {
    const moved = json(308, {}, { location: 'https://elsewhere.example/api' })
    const { client, server } = await setUp([moved])
    const error = await rejection(client.account.credits())
    expect(error).toMatchObject({ status: 308, message: expect.stringContaining('https://elsewhere.example/api') })
    expect(server.received).toHaveLength(1)
  })
})
