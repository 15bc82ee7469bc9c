import type { Db } from '#db/types.ts'
import { isUuid } from '#shared/ids.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Platform, PostItemStatus, PostType } from '@powerpost/contract'
import { sql } from 'kysely'

/** What is known of an item, for features that have more to say of it. */
export interface KnownItem {
  readonly id: string
  readonly post_id: string
  readonly post_type: PostType
  readonly platform: Platform
  readonly status: PostItemStatus
  /** Null: it is not posted, or the platform has not given it. */
  readonly platform_post_id: string | null
  readonly platform_url: string | null
  /** How its text begins: at most 100 characters. */
  readonly excerpt: string
}

function knownItems(db: Db) {
  return db
    .selectFrom('post_items as item')
    .select(['item.id', 'post_id', 'post_type', 'platform', 'item.status', 'platform_post_id', 'platform_url'])
    .select(sql<string>`left(item.content, 100)`.as('excerpt'))
}

/** Items by their ids. */
export async function findKnownItems(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, KnownItem>> {
  if (ids.length === 0) return new Map()
  const items = await knownItems(db).where('item.id', 'in', ids).execute()
  return new Map(items.map((item) => [item.id, item]))
}

/** An item of the caller's workspace and mode; undefined for any other id. */
export async function findKnownItem(
  db: Db,
  { workspaceId, livemode }: WorkspacePrincipal,
  id: string,
): Promise<KnownItem | undefined> {
  if (!isUuid(id)) return undefined
  return knownItems(db)
    .innerJoin('posts as post', 'post.id', 'item.post_id')
    .where('item.id', '=', id)
    .where('post.workspace_id', '=', workspaceId)
    .where('post.livemode', '=', livemode)
    .executeTakeFirst()
}
