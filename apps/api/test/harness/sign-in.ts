import type { ConnectionAuthorization, ConnectionRequest, CreateConnectionRequest } from '@powerpost/contract'
import { connectionRequestSchema } from '@powerpost/contract'
import { expect } from 'vitest'
import type { TestServer } from './test-server.ts'

const CONNECTIONS = '/api/v1/connections'

/** A page, as the person's browser sees it: without a key, and showing each redirect. */
export interface SeenPage {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Where it sends the browser. */
  readonly location: string
}

export async function see(address: string, init: RequestInit = {}): Promise<SeenPage> {
  const response = await fetch(address, { redirect: 'manual', ...init })
  const { status, headers } = response
  return { status, headers, text: await response.text(), location: headers.get('location') ?? '' }
}

/** Sends a form, as a browser does. */
export function submit(
  address: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Promise<SeenPage> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  return see(address, { method: 'POST', body })
}

/** The hidden field of a form. */
export function fieldOf({ text }: SeenPage, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
}

type Requester = Pick<TestServer, 'url' | 'request' | 'post'>

/** Asks for a link to the sandbox sign-in. */
export async function startSignIn(
  server: Requester,
  request: Partial<CreateConnectionRequest> = {},
  headers: Record<string, string> = {},
): Promise<ConnectionAuthorization> {
  const body = { platform: 'linkedin', sandbox: true, sign_in: true, ...request }
  const response = await server.post(CONNECTIONS, body, headers)
  expect(response.status).toBe(200)
  return (await response.json()) as ConnectionAuthorization
}

/** A person opens the link and answers; where the sign-in sends them. */
export async function answerSignIn(authorizeUrl: string, answer: 'allow' | 'deny' = 'allow'): Promise<string> {
  const page = await see(authorizeUrl)
  expect(page.status).toBe(200)
  const { status, location } = await submit(new URL('sandbox', authorizeUrl).href, {
    state: fieldOf(page, 'state'),
    answer,
  })
  expect(status).toBe(303)
  return location
}

export async function readRequest(server: Requester, id: string, headers = {}): Promise<ConnectionRequest> {
  const response = await server.request(`${CONNECTIONS}/requests/${id}`, { headers })
  expect(response.status).toBe(200)
  return connectionRequestSchema.strict().parse(await response.json())
}
