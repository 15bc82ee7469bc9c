import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What each call of a model's vendor cost. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table model_calls (
    id uuid primary key,
    generation_id uuid not null references generations (id) on delete cascade,
    attempt integer not null,
    model text not null,
    input_tokens integer not null,
    output_tokens integer not null,
    duration_ms integer not null,
    created_at timestamptz not null
  )`.execute(db)
  await sql`create index model_calls_by_generation on model_calls (generation_id, created_at)`.execute(db)
}
