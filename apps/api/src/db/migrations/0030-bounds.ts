import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * For which workspace credits were taken: without a foreign key, because the ledger outlives workspaces. And how many bytes a post
 * takes, for the bound of what costs nothing: at least a kibibyte an item.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table credit_ledger add column workspace_id uuid`,
  `update credit_ledger set workspace_id = coalesce(
      (select workspace_id from runs where runs.id = operation_id),
      (select workspace_id from posts where posts.id = operation_id)
    )
    where operation_id is not null`,
  `create index credit_ledger_by_workspace on credit_ledger (workspace_id, created_at desc, id desc)
    where workspace_id is not null`,
  `alter table posts add column stored_bytes integer not null default 0 check (stored_bytes >= 0)`,
  `update posts set stored_bytes = coalesce(
      (select sum(1024 + octet_length(content) + coalesce(octet_length(title), 0) + octet_length(options::text))
        from post_items where post_id = posts.id), 0
    )`,
  `create index posts_by_account on posts (account_id, livemode) include (workspace_id, stored_bytes, status)
    where status <> 'published' or not livemode`,
  `create index posts_of_the_sandbox on posts (updated_at) where not livemode and status in ('published', 'failed')`,
]
