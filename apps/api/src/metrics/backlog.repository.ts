import type { Db } from '#db/types.ts'
import { sql } from 'kysely'

/** What one queue holds that is due and not done. */
export interface Backlog {
  readonly queue: string
  readonly waiting: number
  /** For how long the oldest of them has been due, in seconds. */
  readonly oldestSeconds: number
}

/**
 * Reads the backlog of every queue that has one, in one statement. Each part of it has an index that holds only what is not
 * done, so that it costs the same with a million rows. The job queue goes by the database's clock, the rest by `now`.
 */
export async function readBacklog(db: Db, now: Date): Promise<readonly Backlog[]> {
  const { rows } = await sql<{ queue: string; waiting: number; oldest: number }>`
    select queue, waiting, greatest(0, extract(epoch from late))::float8 as oldest from (
      select 'jobs:' || name as queue, count(*)::int as waiting, now() - min(start_after) as late
        from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now() group by name
      union all
      select 'publishing:' || lane, count(*)::int, ${now}::timestamptz - min(due_at)
        from post_items where status = 'posting' and not claimed and due_at <= ${now} group by lane
      union all
      select 'schedule', count(*)::int, ${now}::timestamptz - min(due_at)
        from posts where due_at <= ${now}
      union all
      select 'webhooks', count(*)::int, ${now}::timestamptz - min(next_attempt_at)
        from webhook_deliveries where status = 'pending' and next_attempt_at <= ${now}
    ) as backlog where waiting > 0`.execute(db)
  return rows.map(({ queue, waiting, oldest }) => ({ queue, waiting, oldestSeconds: oldest }))
}

/** The credits of all accounts together. */
export async function readCredits(db: Db): Promise<number> {
  const { total } = await db
    .selectFrom('accounts')
    .select(sql<number>`coalesce(sum(credit_balance), 0)::float8`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}
