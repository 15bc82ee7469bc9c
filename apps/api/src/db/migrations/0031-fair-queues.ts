import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * What the turns of workspaces are decided by: the place of a run in the queue, and the workspace of an item that is being posted. And all
 * secrets of an endpoint that sign until a promised time, not only one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table runs add column queue_order integer not null default 0`,
  `create index runs_in_order on runs (kind, queue_order) where status = 'processing'`,
  `create index runs_in_order_by_workspace on runs (kind, workspace_id, queue_order) where status = 'processing'`,

  `alter table post_items add column workspace_id uuid`,
  `update post_items set workspace_id = posts.workspace_id from posts
    where posts.id = post_items.post_id and post_items.status = 'posting'`,
  `alter table post_items add check (status <> 'posting' or workspace_id is not null)`,
  `drop index post_items_due`,
  `create index post_items_due on post_items (lane, workspace_id, due_at) where status = 'posting'`,

  `alter table webhook_endpoints add column previous_secrets jsonb not null default '[]'`,
  `update webhook_endpoints set previous_secrets = jsonb_build_array(
      jsonb_build_object('secret', previous_secret, 'expires_at', previous_secret_expires_at)
    )
    where previous_secret is not null and previous_secret_expires_at is not null`,
  `alter table webhook_endpoints drop column previous_secret, drop column previous_secret_expires_at`,
]
