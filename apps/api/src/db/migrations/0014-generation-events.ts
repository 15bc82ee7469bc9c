import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What happens to a generation, numbered. Those that were there before are given their beginning and their end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table generation_events (
    generation_id uuid not null references generations (id) on delete cascade,
    number integer not null check (number > 0),
    event text not null check (event in ('queued', 'researching', 'analyzing', 'caption', 'completed', 'failed')),
    data jsonb not null,
    attempt integer,
    created_at timestamptz not null,
    primary key (generation_id, number)
  )`,
  `insert into generation_events (generation_id, number, event, data, created_at)
    select id, 1, 'queued', jsonb_build_object('status', 'processing', 'platforms', platforms), created_at
    from generations`,
  `insert into generation_events (generation_id, number, event, data, created_at)
    select id, 2, 'failed',
      jsonb_build_object('status', status, 'error_code', error_code, 'error_message', error_message), completed_at
    from generations where status = 'failed'`,
  `insert into generation_events (generation_id, number, event, data, created_at)
    select id, 2, 'completed',
      jsonb_build_object('status', status, 'outputs', coalesce(
        (select jsonb_object_agg(platform, caption -> 'caption') from generation_outputs where generation_id = id), '{}'
      )), completed_at
    from generations where status = 'completed'`,
]
