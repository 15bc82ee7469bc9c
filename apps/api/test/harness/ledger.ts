import type { Db } from '#db/types.ts'
import { sql } from 'kysely'

/** The balance of the only account, and what its ledger sums up to. */
export async function readBooks(db: Db): Promise<{ balance: number; ledger: number; entries: number }> {
  const { rows } = await sql<{ balance: number; ledger: number; entries: number }>`
    select credit_balance as balance,
      (select coalesce(sum(amount), 0)::int from credit_ledger where livemode) as ledger,
      (select count(*)::int from credit_ledger) as entries
    from accounts`.execute(db)
  const [books] = rows
  if (!books || rows.length > 1) throw new Error('one account expected')
  return books
}

/** How many rows the tables have that a refused request must not have written to. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from generations) as generations,
      (select count(*)::int from generation_media) as generation_media,
      (select count(*)::int from image_generations) as image_generations,
      (select count(*)::int from image_generation_images) as image_generation_images,
      (select count(*)::int from video_generations) as video_generations,
      (select count(*)::int from media) as media,
      (select count(*)::int from credit_ledger) as credit_ledger,
      (select count(*)::int from pgboss.job where name in ('run-captions', 'run-images', 'run-videos')) as jobs`.execute(
    db,
  )
  return rows[0] ?? {}
}
