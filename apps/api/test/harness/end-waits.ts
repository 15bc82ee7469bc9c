import type { Db } from '#db/types.ts'
import { sql } from 'kysely'

/** A run's job that had to wait: for its retry, or because its model asked for it. */
export interface EndedWait {
  readonly run_id: string
  /** From when it was put off until when it was to go on; of a retry, since it was first enqueued. */
  readonly seconds: number
  readonly state: 'created' | 'retry'
}

/** Wakes the loops of a job: the queue's own way to announce one. */
const announced = sql`pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), job.name)`

/** Gives the jobs of a state to the next worker, as the queue does when it has not heard of the one that has them. */
export async function giveToNext(db: Db, state: 'created' | 'active'): Promise<void> {
  await sql`
    update pgboss.job set start_after = now(), state = case when state = 'active' then 'retry' else state end
    where state = ${state} returning ${announced}`.execute(db)
}

/** Ends the waits of the queue between attempts, and tells which there were: the tests do not sleep through them. */
async function endWaits(db: Db): Promise<readonly EndedWait[]> {
  const { rows } = await sql<EndedWait>`
    with waiting as (
      select name, id, start_after - created_on as wait from pgboss.job
      where name in ('run-captions', 'run-images', 'run-videos') and state in ('created', 'retry') and start_after > now()
      for update skip locked
    )
    update pgboss.job set start_after = now() from waiting
    where job.name = waiting.name and job.id = waiting.id
    returning ${announced}, job.data -> 'data' ->> 'run_id' as run_id,
      extract(epoch from wait)::int as seconds, job.state`.execute(db)
  return rows
}

/** Ends waits again and again while something is done that would have to wait for them. */
export async function whileEndingWaits<T>(
  db: Db,
  run: () => Promise<T>,
  onWait: (wait: EndedWait) => void = () => {},
): Promise<T> {
  const state = { over: false }
  const ending = (async () => {
    while (!state.over) {
      for (const wait of await endWaits(db)) onWait(wait)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  try {
    return await run()
  } finally {
    state.over = true
    await ending
  }
}
