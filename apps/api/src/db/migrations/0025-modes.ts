import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * Webhook endpoints and writing styles are of one mode, as everything else. Those that exist become live: which of them a sandbox
 * key made is not known. What sandbox keys caused is not sent to them any more, and its deliveries go.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // Deliveries go with their events.
  `delete from webhook_events where not livemode`,
  `alter table webhook_endpoints add column livemode boolean not null default true`,
  `alter table webhook_endpoints alter column livemode drop default`,
  // An event of one mode is sent to no endpoint of the other, whatever the code does.
  `alter table webhook_endpoints add unique (id, livemode)`,
  `alter table webhook_deliveries drop constraint webhook_deliveries_endpoint_id_fkey,
    add foreign key (endpoint_id, livemode) references webhook_endpoints (id, livemode) on delete cascade`,
  `drop index webhook_endpoints_by_workspace`,
  `create index webhook_endpoints_by_workspace on webhook_endpoints (workspace_id, livemode, created_at desc, id desc)`,
  `alter table writing_styles add column livemode boolean not null default true`,
  `alter table writing_styles alter column livemode drop default`,
  `drop index writing_styles_one_active`,
  `create unique index writing_styles_one_active on writing_styles (workspace_id, livemode) where active`,
  `drop index writing_styles_by_workspace`,
  `create index writing_styles_by_workspace on writing_styles (workspace_id, livemode, created_at desc, id desc)`,
  `create index audit_log_by_key on audit_log (key_id, created_at desc, id desc) where key_id is not null`,
]
