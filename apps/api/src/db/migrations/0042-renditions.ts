import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Renditions: versions of media that fit a platform, each made once. Their files are rows of `media` that nobody lists. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table media add column is_rendition boolean not null default false`,
  `create table media_renditions (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    original_id uuid not null references media (id) on delete cascade,
    recipe jsonb not null,
    recipe_key text not null,
    lane text not null check (lane in ('image', 'video')),
    changes jsonb not null,
    status text not null check (status in ('queued', 'processing', 'completed', 'failed')),
    file_id uuid references media (id) on delete set null,
    error_message text,
    retryable boolean not null default false,
    version integer not null default 0,
    claimed boolean not null default false,
    lost_leases integer not null default 0,
    due_at timestamptz,
    created_at timestamptz not null,
    unique (original_id, recipe_key),
    check ((status in ('queued', 'processing')) = (due_at is not null))
  )`,
  `create index media_renditions_due on media_renditions (lane, workspace_id, id) where status in ('queued', 'processing')`,
  `create index media_renditions_by_file on media_renditions (file_id) where file_id is not null`,
  `create index media_renditions_by_workspace on media_renditions (workspace_id)`,
  `alter table post_items add column fit text not null default 'auto' check (fit in ('auto', 'none', 'pad', 'crop'))`,
  `alter table post_item_media add column rendition_id uuid references media_renditions (id) on delete set null`,
  `create index post_item_media_by_rendition on post_item_media (rendition_id) where rendition_id is not null`,
]
