import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { drive, DRIVEN, TOO_SHORT } from '../src/drive.ts'
import { callByFetch } from '../src/fetch-calls.ts'
import type { Prism } from '../src/prism.ts'
import { startMock, startProxy } from '../src/prism.ts'
import { listRequestTypes, WRONG } from '../src/request-checks.ts'

const access = inject('access')
let mock: Prism
let proxy: Prism

beforeAll(async () => {
  const { json } = inject('documents')
  ;[mock, proxy] = await Promise.all([startMock(json), startProxy(json, access.url)])
})
afterAll(() => Promise.all([mock.stop(), proxy.stop()]))

/** Sends a JSON body to an operation, and gives the status of the answer. */
async function send(url: string, { method, path }: { method: string; path: string }, body: unknown): Promise<number> {
  const response = await fetch(`${url}${path.replaceAll(/\{\w+\}/g, access.workspaceId)}`, {
    method: method.toUpperCase(),
    headers: {
      'x-api-key': access.apiKey,
      'X-Workspace-Id': access.workspaceId,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  await response.text()
  return response.status
}

describe('Prism as a mock', () => {
  it('answers a program as the examples say', async () => {
    const calls = callByFetch({ ...access, url: mock.url })
    expect(await drive(calls)).toMatchObject({ hasCredits: true, generation: 'completed', hasCaption: true })
    // Of the errors that the document names it takes one with 422, or else one with 400.
    expect(await calls.refuse(TOO_SHORT)).toMatchObject({ status: 422 })
  })

  it('takes every example of a request, and refuses a wrong value in each field', async () => {
    for (const type of await listRequestTypes()) {
      for (const example of type.examples)
        expect(await send(mock.url, type, example), JSON.stringify(example)).toBe(200)
      for (const name of type.properties) {
        const wrong = { ...(type.examples[0] as object), [name]: WRONG }
        expect([400, 422], `${type.name}: ${name}`).toContain(await send(mock.url, type, wrong))
      }
    }
  })
})

describe('Prism as a proxy that refuses what the document does not allow', () => {
  it('lets a program drive the server', async () => {
    const calls = callByFetch({ ...access, url: proxy.url })
    expect(await drive(calls)).toEqual(DRIVEN)
  })

  it('refuses a wrong value in each field of each request', async () => {
    for (const type of await listRequestTypes()) {
      for (const name of type.properties) {
        const wrong = { ...(type.examples[0] as object), [name]: WRONG }
        expect(await send(proxy.url, type, wrong), `${type.name}: ${name}`).toBe(422)
      }
    }
  })
})
