import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What API keys, idempotency and rate limits keep. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table api_keys add column last_used_at timestamptz`,
  `create index api_keys_by_account on api_keys (account_id, created_at desc, id desc)`,
  `alter table workspaces add column deleted_at timestamptz`,
  `create index workspaces_newest on workspaces (account_id, created_at desc, id desc)`,
  `create table idempotency_keys (
    account_id uuid not null references accounts (id),
    livemode boolean not null,
    key text not null,
    fingerprint bytea not null,
    answer text,
    created_at timestamptz not null,
    primary key (account_id, livemode, key)
  )`,
  `create index idempotency_keys_by_age on idempotency_keys (created_at)`,
  // As rate-limiter-flexible lays it out. Unlogged: after a crash everybody begins anew, and nothing is lost.
  `create unlogged table rate_limits (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  )`,
]
