import { randomUUID } from 'node:crypto'
import type { Connection, Platform, Post, PostType, PublishPostResponse } from '@powerpost/contract'
import { platformsOf } from '@powerpost/contract'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#db/types.ts'
import { findItems, toPost } from '#features/posts/index.ts'
import type { MovableClock } from './movable-clock.ts'
import type { TestServer } from './test-server.ts'

interface DraftItem {
  readonly postType: PostType
  readonly content: string
  readonly mediaIds?: readonly string[]
  readonly connectionId?: string
}

interface DraftOptions {
  readonly items: readonly DraftItem[]
  readonly workspaceId?: string
  readonly livemode?: boolean
  /** It is scheduled for then. */
  readonly scheduledAt?: Date
}

type Place = Pick<TestServer, 'db' | 'workspaceId'>

/** Puts a draft into the database. */
export async function addDraft({ db, ...place }: Place, options: DraftOptions): Promise<string> {
  const { items, workspaceId = place.workspaceId, livemode = true, scheduledAt } = options
  const id = randomUUID()
  const created_at = new Date()
  const { account_id } = await db
    .selectFrom('workspaces')
    .select('account_id')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('posts')
    .values({
      id,
      account_id,
      workspace_id: workspaceId,
      livemode,
      status: scheduledAt ? 'scheduled' : 'draft',
      outcome: null,
      generation_id: null,
      scheduled_at: scheduledAt ?? null,
      published_at: null,
      created_at,
      updated_at: created_at,
    })
    .execute()
  for (const [position, item] of items.entries()) await addItem(db, { id, position, item })
  return id
}

interface ItemOptions {
  readonly id: string
  readonly position: number
  readonly item: DraftItem
}

async function addItem(db: Db, { id, position, item }: ItemOptions): Promise<void> {
  const itemId = randomUUID()
  await db
    .insertInto('post_items')
    .values({
      id: itemId,
      post_id: id,
      position,
      post_type: item.postType,
      platform: platformOf(item.postType),
      content: item.content,
      title: null,
      options: '{}',
      connection_id: item.connectionId ?? null,
      status: 'draft',
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
    })
    .execute()
  const media = (item.mediaIds ?? []).map((media_id, place) => ({ post_item_id: itemId, position: place, media_id }))
  if (media.length > 0) await db.insertInto('post_item_media').values(media).execute()
}

function platformOf(postType: PostType): Platform {
  const [platform] = platformsOf([postType])
  if (!platform) throw new Error(postType)
  return platform
}

/** Connects a platform to the sandbox. */
export async function connect(
  server: TestServer,
  platform: Platform,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await server.post('/api/v1/connections', { platform, sandbox: true }, headers)
  expect(response.status).toBe(200)
  return ((await response.json()) as Connection).connection_id
}

export async function publish(server: TestServer, id: string): Promise<PublishPostResponse> {
  const response = await server.post(`/api/v1/posts/${id}/publish`, {})
  expect(response.status).toBe(200)
  return (await response.json()) as PublishPostResponse
}

export async function readPost({ db }: Pick<TestServer, 'db'>, id: string): Promise<Post> {
  const post = await db.selectFrom('posts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return toPost(post, await findItems(db, id))
}

/** Puts the clock to when the next step of an item is due, if nothing is due before. */
export async function skipWait({ db }: Pick<TestServer, 'db'>, clock: MovableClock): Promise<void> {
  const { rows } = await sql<{ due_at: Date }>`
    select min(due_at) as due_at from post_items where status = 'posting'
    having bool_and(not claimed)`.execute(db)
  const wait = (rows[0]?.due_at.getTime() ?? 0) - clock.now().getTime()
  if (wait > 0) clock.move({ seconds: wait / 1000 })
}

/** Waits until a post has ended; the waits between its steps are skipped. */
export async function untilEnded(server: Pick<TestServer, 'db'>, clock: MovableClock, id: string): Promise<Post> {
  const deadline = performance.now() + 50_000
  for (;;) {
    const post = await readPost(server, id)
    if (post.status === 'published' || post.status === 'failed') return post
    if (performance.now() > deadline) throw new Error(`${id} has not ended: ${JSON.stringify(post)}`)
    await skipWait(server, clock)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
