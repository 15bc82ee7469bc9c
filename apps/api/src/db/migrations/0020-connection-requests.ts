import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What a person was sent to a platform for, and who refreshes a token just now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table connection_requests (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    platform text not null,
    state_hash bytea not null unique,
    secrets text,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null,
    check (used_at is null or secrets is null)
  )`,
  `create index connection_requests_by_workspace on connection_requests (workspace_id)`,
  `create index connection_requests_by_end on connection_requests (expires_at)`,
  `alter table connections add column refresh_claim uuid, add column refresh_claim_ends_at timestamptz,
    add check ((refresh_claim is null) = (refresh_claim_ends_at is null))`,
]
