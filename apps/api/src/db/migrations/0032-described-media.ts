import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** What is said about each medium of an item: a description, the point that stays visible, and what a video shows before it plays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table post_item_media
    add column alt_text text,
    add column focus_x double precision check (focus_x between 0 and 1),
    add column focus_y double precision check (focus_y between 0 and 1),
    add column cover_seconds double precision check (cover_seconds >= 0),
    add column cover_media_id uuid references media (id),
    add check ((focus_x is null) = (focus_y is null)),
    add check (cover_seconds is null or cover_media_id is null)`,
  `create index post_item_media_by_cover on post_item_media (cover_media_id) where cover_media_id is not null`,
]
