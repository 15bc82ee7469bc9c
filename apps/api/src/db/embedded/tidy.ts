import type { Query } from '../handle.ts'

/** How soon after the start, and how often from then on. */
const FIRST_AFTER_MS = 10_000
const EVERY_MS = 60_000
/** While the session is in use: how soon it is looked at again, and how often, until tidying waits its turn. */
const BUSY_MS = 1_000
const MOST_POSTPONED = 600
const CHECKPOINT_EVERY_MS = 5 * 60_000

/**
 * The tables that have changed so much that the planner misjudges them, or that hold dead rows: PostgreSQL's own thresholds
 * for autovacuum. What was counted is lost when the process ends, so the size counts too.
 *
 * @see https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM
 */
const FIND_UNTIDY = `
  select c.oid::regclass::text as name,
    s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) or s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0)
      or age(c.relfrozenxid) > 100000000 as vacuum
  from pg_class c join pg_stat_user_tables s on s.relid = c.oid
  where s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
    or s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0)
    or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
    or pg_relation_size(c.oid) > 8192 * (1.2 * c.relpages + 2)
    or age(c.relfrozenxid) > 100000000
  order by s.n_mod_since_analyze desc`

/**
 * Analyzes, and vacuums where that frees something, each table that needs it: one statement a table, so that nobody waits
 * for all of them. Answers their names.
 */
export async function tidy(query: Query): Promise<string[]> {
  // A session counts its own changes late, and here there is no other.
  await query('select pg_stat_force_next_flush()')
  const tables = await query<{ name: string; vacuum: boolean }>(FIND_UNTIDY)
  // The names come quoted from `regclass`.
  for (const { name, vacuum } of tables) await query(vacuum ? `VACUUM (ANALYZE) ${name}` : `ANALYZE ${name}`)
  return tables.map(({ name }) => name)
}

interface TidyingOptions {
  readonly query: Query
  /** Whether somebody has the session, or waits for it. */
  readonly isBusy: () => boolean
  readonly onError: (error: Error) => void
}

/** Keeps the embedded database tidy, which has no background processes that would. Answers how to end that. */
export function startTidying({ query, isBusy, onError }: TidyingOptions): () => void {
  let next: NodeJS.Timeout
  let postponed = 0
  let stopped = false
  // What is broken off by the stop is no error.
  const report = (error: Error) => {
    if (!stopped) onError(error)
  }
  const tidyAfter = (milliseconds: number) => {
    next = setTimeout(() => void tidyUnlessBusy(), milliseconds).unref()
  }
  async function tidyUnlessBusy(): Promise<void> {
    // A migration has the session for as long as it takes: whoever waits longer than the pool allows has failed.
    const busy = isBusy() && postponed < MOST_POSTPONED
    postponed = busy ? postponed + 1 : 0
    if (!busy) await tidy(query).catch(report)
    if (!stopped) tidyAfter(busy ? BUSY_MS : EVERY_MS)
  }
  tidyAfter(FIRST_AFTER_MS)
  const checkpoint = setInterval(() => void query('CHECKPOINT').catch(report), CHECKPOINT_EVERY_MS).unref()
  return () => {
    stopped = true
    clearTimeout(next)
    clearInterval(checkpoint)
  }
}
