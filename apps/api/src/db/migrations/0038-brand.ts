import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** The brand profile of a workspace; what a generation is asked for besides its text, and what comes of that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table brand_profiles (
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    profile jsonb not null,
    logo_media_id uuid references media (id) on delete set null,
    updated_at timestamptz not null,
    primary key (workspace_id, livemode)
  )`,
  `create index brand_profiles_by_logo on brand_profiles (logo_media_id) where logo_media_id is not null`,
  `alter table generations add column controls jsonb, add column brand jsonb, add column extras jsonb`,
]
