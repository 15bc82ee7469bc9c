import type { Post, Queue, QueuePreview } from '@powerpost/contract'
import { postSchema, queuePreviewSchema, queueSchema } from '@powerpost/contract'
import { expect } from 'vitest'
import { createDraft } from './drafts.ts'
import type { TestServer } from './test-server.ts'

export const QUEUES = '/api/v1/queues'

export async function createQueue(server: TestServer, body: object = {}): Promise<Queue> {
  const request = { name: 'Mornings', timezone: 'Europe/Berlin', slots: EVERY_MORNING, ...body }
  const response = await server.post(QUEUES, request)
  expect(response.status, await response.clone().text()).toBe(200)
  return queueSchema.strict().parse(await response.json())
}

const EVERY_MORNING = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, ['09:00']]),
)

export async function changeQueue(server: TestServer, id: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return server.request(`${QUEUES}/${id}`, { method: 'PATCH', headers, body: JSON.stringify(body) })
}

export async function readSlots(server: TestServer, id: string, query = ''): Promise<QueuePreview['slots']> {
  const response = await server.request(`${QUEUES}/${id}/slots${query}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return queuePreviewSchema.strict().parse(await response.json()).slots
}

export const enqueue = (server: TestServer, postId: string, queueId: string): Promise<Response> =>
  server.post(`/api/v1/posts/${postId}/schedule`, { queue_id: queueId })

/** A new post with the next free slot of a queue. */
export async function addQueued(server: TestServer, queueId: string): Promise<Post> {
  const { post_id } = await createDraft(server)
  const response = await enqueue(server, post_id, queueId)
  expect(response.status, await response.clone().text()).toBe(200)
  return postSchema.strict().parse(await response.json())
}
