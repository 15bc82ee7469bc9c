import type { CreatePostRequest, ErrorBody, Post, Preflight, UpdatePostRequest } from '@powerpost/contract'
import { postSchema, preflightSchema } from '@powerpost/contract'
import { expect } from 'vitest'
import type { TestServer } from './test-server.ts'

export const POSTS = '/api/v1/posts'

/** A request for a draft of one text on X. */
export const TEXT_ON_X = { items: [{ post_type: 'x-post', content: 'Dark mode is here. #darkmode' }] } as const

export async function createDraft(server: TestServer, body: object = TEXT_ON_X): Promise<Post> {
  const response = await server.post(POSTS, body)
  expect(response.status, await response.clone().text()).toBe(200)
  return postSchema.strict().parse(await response.json())
}

export async function readPost(server: TestServer, id: string): Promise<Post> {
  return postSchema.strict().parse(await (await server.request(`${POSTS}/${id}`)).json())
}

export async function changeDraft(server: TestServer, id: string, body: UpdatePostRequest): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return server.request(`${POSTS}/${id}`, { method: 'PATCH', headers, body: JSON.stringify(body) })
}

export async function preflight(
  server: TestServer,
  body: CreatePostRequest | { readonly post_id: string },
): Promise<Preflight> {
  const response = await server.post(`${POSTS}/preflight`, body)
  expect(response.status, await response.clone().text()).toBe(200)
  return preflightSchema.strict().parse(await response.json())
}

/** What a refusal says, without what is its own in any case. */
export async function refusalOf(response: Response): Promise<Pick<ErrorBody['error'], 'code' | 'message' | 'details'>> {
  const { code, message, details } = ((await response.json()) as ErrorBody).error
  return { code, message, ...(details && { details }) }
}

/** Connects the first account's workspace to a platform's sandbox. */
export async function connectSandbox(server: TestServer, platform: string): Promise<string> {
  const response = await server.post('/api/v1/connections', { platform, sandbox: true })
  return ((await response.json()) as { connection_id: string }).connection_id
}
