import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Captions that are written anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table regenerations (
    id uuid primary key,
    generation_id uuid not null references generations (id) on delete cascade,
    status text not null check (status in ('processing', 'completed', 'failed')),
    platforms text[] not null,
    instruction text,
    credits_used integer not null check (credits_used >= 0),
    error_code text,
    error_message text,
    created_at timestamptz not null,
    completed_at timestamptz,
    check ((status = 'processing') = (completed_at is null)),
    check ((status = 'failed') = (error_code is not null))
  )`.execute(db)
  await sql`create index regenerations_by_generation on regenerations (generation_id, created_at desc, id desc)`.execute(
    db,
  )
  await sql`create unique index regenerations_one_at_a_time on regenerations (generation_id)
    where status = 'processing'`.execute(db)
}
