import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Media can be deleted and are listed: a row stays for as long as something names it, and says that its file is gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table media drop constraint media_status_check`,
  `alter table media add constraint media_status_check check (status in ('uploading', 'ready', 'discarding', 'deleted'))`,
  `drop index media_uploading`,
  `create index media_to_sweep on media (touched_at) where status in ('uploading', 'discarding')`,
  `drop index media_by_workspace`,
  `create index media_by_workspace on media (workspace_id, livemode, created_at desc, id desc)`,
]
