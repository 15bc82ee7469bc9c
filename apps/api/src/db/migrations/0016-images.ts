import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Image generations, and each of their images. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table image_generations (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    status text not null check (status in ('processing', 'completed', 'failed')),
    mode text not null check (mode in ('text', 'reference', 'post')),
    prompt text,
    enhance_prompt boolean not null,
    prompt_enhancement text check (prompt_enhancement in ('enhanced', 'unavailable', 'failed')),
    prompt_used text,
    size text not null,
    quantity smallint not null check (quantity > 0),
    model text not null,
    generation_id uuid,
    source_post_type text,
    caption jsonb,
    credits_used integer not null check (credits_used >= 0),
    credits_refunded integer not null default 0 check (credits_refunded between 0 and credits_used),
    generator jsonb,
    error_code text,
    error_message text,
    created_at timestamptz not null,
    completed_at timestamptz,
    check ((status = 'processing') = (completed_at is null)),
    check ((status = 'failed') = (error_code is not null)),
    check ((prompt_used is not null) = (prompt_enhancement is not distinct from 'enhanced'))
  )`,
  `create index image_generations_by_workspace
    on image_generations (workspace_id, livemode, created_at desc, id desc)`,
  `create index image_generations_by_status
    on image_generations (workspace_id, livemode, status, created_at desc, id desc)`,
  `create table image_generation_styles (
    image_generation_id uuid not null references image_generations (id) on delete cascade,
    position smallint not null,
    media_id uuid not null references media (id) on delete cascade,
    primary key (image_generation_id, position)
  )`,
  `create index image_generation_styles_by_media on image_generation_styles (media_id)`,
  `create table image_generation_images (
    image_generation_id uuid not null references image_generations (id) on delete cascade,
    position smallint not null,
    status text not null check (status in ('pending', 'drawn', 'failed')),
    seed integer not null,
    media_id uuid references media (id) on delete set null,
    failure text,
    primary key (image_generation_id, position),
    check ((status = 'failed') = (failure is not null)),
    check (status = 'drawn' or media_id is null)
  )`,
  `create index image_generation_images_by_media on image_generation_images (media_id)`,
  `alter table model_calls alter column generation_id drop not null`,
  `alter table model_calls
    add column image_generation_id uuid references image_generations (id) on delete cascade`,
  `alter table model_calls
    add constraint model_calls_of_one check (num_nonnulls(generation_id, image_generation_id) = 1)`,
  `create index model_calls_by_image_generation on model_calls (image_generation_id, created_at)`,
]
