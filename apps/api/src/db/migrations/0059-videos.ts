import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Video generations: a third kind of run, and the video of each of its runs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table runs drop constraint runs_kind_check`,
  `alter table runs add constraint runs_kind_check check (kind in ('captions', 'images', 'videos'))`,
  `create table video_generations (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    status text not null check (status in ('processing', 'completed', 'failed')),
    prompt text not null,
    enhance_prompt boolean not null,
    prompt_enhancement text check (prompt_enhancement in ('enhanced', 'unavailable', 'failed')),
    prompt_used text,
    size text not null,
    duration smallint not null check (duration > 0),
    model text not null,
    has_audio boolean not null,
    has_source boolean not null,
    media_id uuid references media (id) on delete set null,
    generator jsonb,
    created_by jsonb not null,
    created_at timestamptz not null,
    completed_at timestamptz,
    check ((status = 'processing') = (completed_at is null)),
    check (has_source or media_id is null),
    check ((prompt_used is not null) = (prompt_enhancement is not distinct from 'enhanced'))
  )`,
  `create index video_generations_by_workspace
    on video_generations (workspace_id, livemode, created_at desc, id desc)`,
  `create index video_generations_by_status
    on video_generations (workspace_id, livemode, status, created_at desc, id desc)`,
  `create index video_generations_by_media on video_generations (media_id)`,
  // How far the vendor of a run's video has come: each is recorded before the next is done.
  `create table video_generation_videos (
    run_id uuid primary key references runs (id) on delete cascade,
    status text not null check (status in ('pending', 'made', 'failed')),
    seed integer not null,
    served_by text,
    submission_id uuid,
    submitting_since timestamptz,
    vendor_job text,
    submitted_at timestamptz,
    media_id uuid references media (id) on delete set null,
    check (status = 'made' or media_id is null),
    check ((submitting_since is null) or (served_by is not null and submission_id is not null)),
    check ((vendor_job is null) = (submitted_at is null)),
    check (vendor_job is null or submitting_since is not null)
  )`,
  `create index video_generation_videos_by_media on video_generation_videos (media_id)`,
]
