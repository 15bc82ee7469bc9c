import { randomUUID } from 'node:crypto'
import type { Post, PublishPostResponse } from '@powerpost/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#db/types.ts'
import { readPost } from './drafts.ts'
import type { MovableClock } from './movable-clock.ts'
import type { TestServer } from './test-server.ts'

export async function publish(server: TestServer, id: string): Promise<PublishPostResponse> {
  const response = await server.post(`/api/v1/posts/${id}/publish`, {})
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as PublishPostResponse
}

interface ScheduledOptions {
  readonly accountId: string
  readonly workspaceId: string
  /** When each is published. */
  readonly times: readonly Date[]
  /** What it says. */
  readonly contentOf: (index: number) => string
}

/** Puts many scheduled posts of one text on X into the database. Answers their ids. */
export async function addScheduled(db: Db, options: ScheduledOptions): Promise<readonly string[]> {
  const { accountId: account_id, workspaceId: workspace_id, times, contentOf } = options
  const created_at = new Date()
  const nothing = { generation_id: null, published_at: null, outcome: null }
  const posts = times.map((scheduled_at) => {
    const place = { id: randomUUID(), account_id, workspace_id, livemode: true }
    return { ...place, ...nothing, status: 'scheduled' as const, scheduled_at, created_at, updated_at: created_at }
  })
  const unposted = {
    title: null,
    options: '{}',
    connection_id: null,
    stage: null,
    checkpoint: null,
    sent_at: null,
    platform_post_id: null,
    platform_url: null,
    posted_at: null,
    error_code: null,
    error_message: null,
    error_action: null,
    platform_error: null,
  }
  const items = posts.map(({ id: post_id }, index) => ({
    id: randomUUID(),
    post_id,
    position: 0,
    post_type: 'x-post' as const,
    platform: 'x' as const,
    content: contentOf(index),
    status: 'draft' as const,
    ...unposted,
  }))
  await db.insertInto('posts').values(posts).execute()
  await db.insertInto('post_items').values(items).execute()
  return posts.map(({ id }) => id)
}

type Place = Pick<TestServer, 'db'>

/** Puts the clock to when the next step of an item is due, if nobody is at any. */
export async function skipWait({ db }: Place, clock: MovableClock): Promise<void> {
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
    await skipWait(server, clock)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
