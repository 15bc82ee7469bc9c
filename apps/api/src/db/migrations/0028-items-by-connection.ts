import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Two accounts of one platform in one post; where a scheduled item goes is stored when it is scheduled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table post_items drop constraint post_items_post_id_post_type_key`,
  `create unique index post_items_one_per_connection on post_items (post_id, post_type, connection_id)`,
  // What was scheduled without a connection goes to the only one there is. Where there is none, or several, nobody can decide
  // for the person: the item fails at its time and says so.
  `update post_items item set connection_id = single.id
    from posts, (
      select workspace_id, livemode, platform, min(id::text)::uuid as id from connections
      where deleted_at is null and status = 'active' and (expires_at is null or expires_at > now())
      group by workspace_id, livemode, platform having count(*) = 1
    ) single
    where posts.id = item.post_id and posts.status = 'scheduled' and item.connection_id is null
      and single.workspace_id = posts.workspace_id and single.livemode = posts.livemode and single.platform = item.platform`,
  // Nothing of these was published.
  `update posts set published_at = null where status = 'failed'`,
]
