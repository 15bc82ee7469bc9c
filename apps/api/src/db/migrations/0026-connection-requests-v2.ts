import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** A sign-in that reaches several accounts, links for others' users, and tokens that are renewed before they end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table connection_requests
    add column sandbox boolean not null default false,
    add column return_url text,
    add column reference text,
    add column status text not null default 'waiting',
    add column page_token_hash bytea unique,
    add column choices text,
    add column connection_ids uuid[],
    add column error_code text,
    add column error_message text`,
  // A link that was used before this version says no more than that: what it connected is in the list of connections.
  `update connection_requests set status = 'failed', error_code = 'INTERRUPTED', error_message = 'The link was used.'
    where used_at is not null`,
  `alter table connection_requests
    add check (status in ('waiting', 'choosing', 'connected', 'failed', 'expired')),
    add check ((status = 'choosing') = (choices is not null)),
    add check ((status = 'connected') = (connection_ids is not null)),
    add check ((status = 'failed') = (error_code is not null)),
    add check ((error_code is null) = (error_message is null))`,
  `alter table connections drop constraint connections_check`,
  `alter table connections
    add column account_kind text,
    add column renew_at timestamptz,
    add column renewed_at timestamptz,
    add column renewal_error text,
    add column renewal_failed_at timestamptz,
    add column expiring_version integer,
    add check (sandbox or platform_account_id is not null),
    add check ((renewal_error is null) = (renewal_failed_at is null))`,
  // X is the only platform so far, and its accounts are profiles.
  `update connections set account_kind = 'profile' where not sandbox`,
  // Spread over a day: all of them at once would be a burst.
  `update connections set renew_at = now() + random() * interval '1 day'
    where refresh_token is not null and status = 'active' and deleted_at is null`,
  `create index connections_to_renew on connections (renew_at) where status = 'active' and deleted_at is null`,
  `create index connections_by_end on connections (expires_at)
    where status = 'active' and deleted_at is null and expires_at is not null`,
]
