import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Writing styles, and the style a generation was accepted with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table writing_styles (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    name text not null,
    instructions text not null,
    examples text[] not null,
    active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create unique index writing_styles_one_active on writing_styles (workspace_id) where active`,
  `create index writing_styles_by_workspace on writing_styles (workspace_id, created_at desc, id desc)`,
  `alter table generations add column writing_style jsonb`,
]
