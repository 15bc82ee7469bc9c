import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * Who made each resource, and the audit log. Who made older rows is not known: they keep null. Links to connect an account, which
 * are good for ten minutes, end with the update: nobody knows which key asked for them.
 *
 * Rows of the audit log are never changed, and only its own purge deletes them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const CREATED = [
  'api_keys',
  'connections',
  'generations',
  'image_generations',
  'media',
  'posts',
  'webhook_endpoints',
  'writing_styles',
]

const STATEMENTS = [
  ...CREATED.map((table) => `alter table ${table} add column created_by jsonb`),
  `create index api_keys_by_creator on api_keys ((created_by ->> 'id')) where created_by is not null`,
  `delete from connection_requests`,
  `alter table connection_requests add column created_by jsonb not null`,
  `create table audit_log (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    livemode boolean not null,
    workspace_id uuid,
    principal jsonb not null,
    key_id uuid,
    action text not null,
    resource_type text,
    resource_id uuid,
    before json,
    after json,
    address text,
    request_id text,
    created_at timestamptz not null
  )`,
  `create index audit_log_newest on audit_log (account_id, livemode, created_at desc, id desc)`,
  `create index audit_log_by_resource on audit_log (resource_id, created_at desc, id desc) where resource_id is not null`,
  `create index audit_log_by_age on audit_log (created_at)`,
  `create function keep_audit_log() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and current_setting('powerpost.purges_audit_log', true) = 'yes' then
        return old;
      end if;
      raise exception 'The audit log is append-only';
    end
  $$`,
  `create trigger audit_log_is_append_only before update or delete on audit_log
    for each row execute function keep_audit_log()`,
]
