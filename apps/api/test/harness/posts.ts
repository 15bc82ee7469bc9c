import type { Post, PublishPostResponse } from '@powerpost/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { readPost } from './drafts.ts'
import type { MovableClock } from './movable-clock.ts'
import type { TestServer } from './test-server.ts'

export async function publish(server: TestServer, id: string): Promise<PublishPostResponse> {
  const response = await server.post(`/api/v1/posts/${id}/publish`, {})
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as PublishPostResponse
}

type Place = Pick<TestServer, 'db'>

/** Puts the clock to when the next step of an item is due, if nobody is at any. */
export async function skipWaits({ db }: Place, clock: MovableClock): Promise<void> {
  const { rows } = await sql<{ due_at: Date }>`
    select min(due_at) as due_at from post_items where status = 'posting'
    having bool_and(not claimed)`.execute(db)
  const wait = (rows[0]?.due_at.getTime() ?? 0) - clock.now().getTime()
  if (wait > 0) clock.move({ seconds: wait / 1000 })
}

/** Waits until a post has ended; the waits between its steps are skipped. */
export async function untilEnded(server: TestServer, clock: MovableClock, id: string): Promise<Post> {
  const deadline = performance.now() + 50_000
  for (;;) {
    const post = await readPost(server, id)
    if (post.status === 'published' || post.status === 'failed') return post
    if (performance.now() > deadline) throw new Error(`${id} has not ended: ${JSON.stringify(post)}`)
    await skipWaits(server, clock)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
