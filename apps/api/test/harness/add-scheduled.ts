import { randomUUID } from 'node:crypto'
import type { Db } from '#db/types.ts'

interface ScheduledOptions {
  readonly accountId: string
  readonly workspaceId: string
  /** Where they go; null: nobody chose. */
  readonly connectionId: string | null
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
    return {
      ...place,
      ...nothing,
      status: 'scheduled' as const,
      scheduled_at,
      due_at: scheduled_at,
      created_at,
      updated_at: created_at,
    }
  })
  const unposted = {
    title: null,
    options: '{}',
    connection_id: options.connectionId,
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
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('posts').values(posts).execute()
    await trx.insertInto('post_items').values(items).execute()
  })
  return posts.map(({ id }) => id)
}
