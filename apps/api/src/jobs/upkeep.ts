import type { Db } from '#db/types.ts'
import type { Logger } from '#shared/logger.ts'
import { createPoller } from '#shared/poller.ts'
import type { Poller } from '#shared/poller.ts'
import { sql } from 'kysely'

interface UpkeepOptions {
  readonly db: Db
  readonly logger: Logger
  readonly names: readonly string[]
  /** Jobs of this name are due. */
  readonly onDue: (name: string) => void
  /** Finds the jobs of dead workers, and removes what is finished. */
  readonly supervise: () => Promise<void>
}

/** A worker that has not been heard of for so long is dead, and its jobs are given to others. The least there is. */
export const HEARTBEAT_SECONDS = 10
/** While jobs run, how often those of dead workers are looked for. */
const SUPERVISE_MS = 1_000
/** When nothing runs, for what is finished. */
const TIDY_MS = 10 * 60_000
/** The safety look, for what was not announced. In less than `HEARTBEAT_SECONDS`, so that no dead worker is found later for it. */
const LOOK_MS = 9_000
/** Due and not taken: every loop has its hands full. */
const DUE_MS = 500

interface State {
  readonly name: string
  readonly running: boolean
  readonly due_in_ms: number | null
}

/**
 * Sleeps until the next job is due that waits for a retry or was put off, which nothing announces, and wakes its loops. While jobs
 * run anywhere, it supervises. `notify` it when a job of this process is put off.
 */
export function createUpkeep({ db, logger, names, onDue, supervise }: UpkeepOptions): Poller {
  let supervisedAt = -Infinity
  return createPoller({
    everyMs: LOOK_MS,
    async poll() {
      const states = await readStates(db, names)
      const running = states.some((state) => state.running)
      const now = performance.now()
      if (running || now - supervisedAt >= TIDY_MS) {
        supervisedAt = now
        await supervise()
      }
      const waits = states.flatMap(({ due_in_ms }) => (due_in_ms === null ? [] : [Math.max(due_in_ms, DUE_MS)]))
      for (const { name, due_in_ms } of states) if (due_in_ms !== null && due_in_ms <= 0) onDue(name)
      return Math.min(...waits, running ? SUPERVISE_MS : LOOK_MS)
    },
    onError: (err) => logger.warn({ err }, 'looking after the job queue failed'),
  })
}

/** Two probes of an index a name, however many wait. */
async function readStates(db: Db, names: readonly string[]): Promise<State[]> {
  const { rows } = await sql<State>`
    select name,
      exists (select from pgboss.job where job.name = names.name and state = 'active') as running,
      (extract(epoch from (
        select min(start_after) from unnest(array['created', 'retry']::pgboss.job_state[]) as waiting (state)
        cross join lateral (
          select start_after from pgboss.job
          where job.name = names.name and job.state = waiting.state and not blocked order by start_after limit 1
        ) first
      ) - now()) * 1000)::float8 as due_in_ms
    from unnest(${names}::text[]) as names (name)`.execute(db)
  return rows
}
