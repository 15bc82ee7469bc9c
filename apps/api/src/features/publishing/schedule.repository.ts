import type { Db, Trx } from '#db/types.ts'
import type { NextStatus, StoredPost } from '#features/posts/index.ts'
import { sql } from 'kysely'

interface ScheduleOptions {
  readonly post: Pick<StoredPost, 'id' | 'schedule_version'>
  readonly status: NextStatus<'schedule' | 'cancel'>
  /** Null: it is a draft. */
  readonly scheduledAt: Date | null
  /** The queue whose slot that is. Null: it is in none, and the slot that it had is free. */
  readonly queueId: string | null
  /** When the first of its items is due. */
  readonly dueAt: Date | null
  readonly now: Date
}

/** Gives a locked draft a time, another, or none. */
export async function setSchedule(trx: Trx, options: ScheduleOptions): Promise<StoredPost> {
  const { post, status, scheduledAt, queueId, dueAt, now } = options
  return trx
    .updateTable('posts')
    .set({
      status,
      scheduled_at: scheduledAt,
      queue_id: queueId,
      due_at: dueAt,
      schedule_version: post.schedule_version + 1,
      updated_at: now,
    })
    .where('id', '=', post.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

interface WaitingOptions {
  readonly id: string
  readonly creditsUsed: number
  /** When the next of its items is due. */
  readonly dueAt: Date
  readonly now: Date
}

/** Settles a locked post of which other items wait for their time: it is scheduled again. */
export async function markWaiting(trx: Trx, { id, creditsUsed, dueAt, now }: WaitingOptions): Promise<void> {
  await trx
    .updateTable('posts')
    .set((e) => ({
      status: 'scheduled' as const,
      credits_used: creditsUsed,
      settlement: e('settlement', '+', 1),
      due_at: dueAt,
      updated_at: now,
    }))
    .where('id', '=', id)
    .execute()
}

/** When the next item of a locked post is due. Null: none waits. */
export async function setDueAt(trx: Trx, id: string, dueAt: Date | null): Promise<void> {
  await trx.updateTable('posts').set({ due_at: dueAt }).where('id', '=', id).execute()
}

interface DueOptions {
  readonly now: Date
  /** Posts that are passed over. */
  readonly except: readonly string[]
  readonly limit: number
}

/** Posts of which items are due, the longest due first, locked. Those that another process has are passed over. */
export async function lockDue(trx: Trx, { now, except, limit }: DueOptions): Promise<StoredPost[]> {
  return trx
    .selectFrom('posts')
    .innerJoin('workspaces', 'workspaces.id', 'posts.workspace_id')
    .selectAll('posts')
    .where('posts.status', 'in', ['scheduled', 'publishing'])
    .where('due_at', '<=', now)
    .where(sql<boolean>`posts.id <> all(${except}::uuid[])`)
    .where('workspaces.deleted_at', 'is', null)
    .orderBy('due_at')
    .limit(limit)
    .forUpdate('posts')
    .skipLocked()
    .execute()
}

/** When the next item of a post is due. It may be past. */
export async function findNextScheduled(db: Db): Promise<Date | undefined> {
  const next = await db
    .selectFrom('posts')
    .innerJoin('workspaces', 'workspaces.id', 'posts.workspace_id')
    .select('due_at')
    .where('due_at', 'is not', null)
    .where('posts.status', 'in', ['scheduled', 'publishing'])
    .where('workspaces.deleted_at', 'is', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return next?.due_at ?? undefined
}
