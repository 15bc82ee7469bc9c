import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What this server's app at a platform has used of a daily quota that all its accounts share. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table app_quotas (
    platform text not null,
    app text not null,
    day text not null check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    name text not null,
    used integer not null check (used >= 0),
    updated_at timestamptz not null,
    primary key (platform, app, day, name)
  )`,
]
