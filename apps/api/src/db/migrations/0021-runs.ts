import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * One table of runs, and one of their events, for all work that costs credits. The first run of a generation, of captions or of
 * images, has the id of the generation; each regeneration is a further run, with the id it had. What was queued for them under
 * the old names of jobs is queued again when a worker starts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table runs (
    id uuid primary key,
    kind text not null check (kind in ('captions', 'images')),
    subject_id uuid not null,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    status text not null check (status in ('processing', 'completed', 'failed')),
    input jsonb,
    credits_used integer not null check (credits_used >= 0),
    credits_refunded integer not null default 0 check (credits_refunded between 0 and credits_used),
    attempt integer not null default 0 check (attempt >= 0),
    error_code text,
    error_message text,
    created_at timestamptz not null,
    completed_at timestamptz,
    check ((status = 'processing') = (completed_at is null)),
    check ((status = 'failed') = (error_code is not null)),
    check ((id = subject_id) = (input is null))
  )`,
  `create table run_events (
    subject_id uuid not null,
    number integer not null check (number > 0),
    run_id uuid not null references runs (id) on delete cascade,
    event text not null,
    data jsonb not null,
    attempt integer,
    created_at timestamptz not null,
    primary key (subject_id, number)
  )`,

  // The first runs of captions. A generation whose captions were regenerated no longer says when its first run ended: the event does.
  `insert into runs (id, kind, subject_id, account_id, workspace_id, livemode, status, credits_used, credits_refunded, attempt,
      error_code, error_message, created_at, completed_at)
    select id, 'captions', id, account_id, workspace_id, livemode,
      case when status = 'failed' then 'failed' when generator is null then 'processing' else 'completed' end,
      credits_used, case when status = 'failed' then credits_used else 0 end,
      greatest(
        coalesce((select max(attempt) from generation_outputs where generation_id = id), 0),
        coalesce((select max(attempt) from generation_events where generation_id = id and generator is null), 0)
      ),
      error_code, error_message, created_at,
      case when status = 'failed' or generator is not null then coalesce(
        (select e.created_at from generation_events e
          where e.generation_id = generations.id and event in ('completed', 'failed') order by number limit 1),
        completed_at, created_at
      ) end
    from generations`,
  `insert into runs (id, kind, subject_id, account_id, workspace_id, livemode, status, input, credits_used, credits_refunded,
      attempt, error_code, error_message, created_at, completed_at)
    select r.id, 'captions', r.generation_id, account_id, workspace_id, livemode, r.status,
      jsonb_strip_nulls(jsonb_build_object('platforms', r.platforms, 'instruction', r.instruction)),
      r.credits_used, case when r.status = 'failed' then r.credits_used else 0 end,
      case when r.status = 'processing' then coalesce(
        (select max(attempt) from generation_events e where e.generation_id = r.generation_id and number > (
          select max(number) from generation_events q where q.generation_id = r.generation_id and q.event = 'queued'
        )), 0
      ) else 0 end,
      r.error_code, r.error_message, r.created_at, r.completed_at
    from regenerations r join generations on generations.id = r.generation_id`,
  `insert into runs (id, kind, subject_id, account_id, workspace_id, livemode, status, credits_used, credits_refunded,
      error_code, error_message, created_at, completed_at)
    select id, 'images', id, account_id, workspace_id, livemode, status, credits_used, credits_refunded,
      error_code, error_message, created_at, completed_at
    from image_generations`,

  // Events from one "queued" to the next are of one run: the one that was accepted at the moment of that "queued".
  `insert into run_events (subject_id, number, run_id, event, data, attempt, created_at)
    with begun as (
      select generation_id, number, created_at,
        lead(number) over (partition by generation_id order by number) as next_number
      from generation_events where event = 'queued'
    )
    select e.generation_id, e.number,
      coalesce(
        (select id from runs where subject_id = e.generation_id and runs.created_at <= begun.created_at
          order by runs.created_at desc, id desc limit 1),
        e.generation_id
      ), e.event, e.data, e.attempt, e.created_at
    from generation_events e
    join begun on begun.generation_id = e.generation_id and e.number >= begun.number
      and (begun.next_number is null or e.number < begun.next_number)`,

  // Images had no events: those that were there before are given their beginning and their end.
  `insert into run_events (subject_id, number, run_id, event, data, created_at)
    select id, 1, id, 'queued', jsonb_build_object('status', 'processing', 'positions', (
      select coalesce(jsonb_agg(position order by position), '[]') from image_generation_images where image_generation_id = id
    )), created_at
    from image_generations`,
  `insert into run_events (subject_id, number, run_id, event, data, created_at)
    select id, 2, id, status, jsonb_strip_nulls(jsonb_build_object(
      'status', status, 'error_code', error_code, 'error_message', error_message, 'images', (
        select coalesce(jsonb_agg(
          jsonb_build_object('id', media.id, 'width', media.width, 'height', media.height) order by position
        ), '[]')
        from image_generation_images i join media on media.id = i.media_id
        where i.image_generation_id = image_generations.id and media.status = 'ready'
      )
    )), completed_at
    from image_generations where status <> 'processing'`,

  `alter table model_calls add column run_id uuid references runs (id) on delete cascade`,
  `update model_calls set run_id = coalesce(
      (select id from runs where subject_id = coalesce(generation_id, image_generation_id)
        and runs.created_at <= model_calls.created_at order by runs.created_at desc, id desc limit 1),
      generation_id, image_generation_id
    )`,
  `alter table model_calls alter column run_id set not null`,
  `alter table model_calls drop column generation_id, drop column image_generation_id`,
  `create index model_calls_by_run on model_calls (run_id, created_at)`,

  `alter table image_generation_images drop constraint image_generation_images_image_generation_id_fkey`,
  `alter table image_generation_images rename column image_generation_id to run_id`,
  `alter table image_generation_images add foreign key (run_id) references runs (id) on delete cascade`,

  // The row of a style image stays when its file is deleted: a regeneration must know that it is missing.
  `alter table image_generation_styles drop constraint image_generation_styles_media_id_fkey`,
  `alter table image_generation_styles add foreign key (media_id) references media (id)`,

  `drop table generation_events`,
  `drop table regenerations`,
  `alter table generations drop column credits_used, drop column error_code, drop column error_message`,
  `alter table image_generations
    drop column credits_used, drop column credits_refunded, drop column error_code, drop column error_message`,

  `create index runs_by_subject on runs (subject_id, created_at desc, id desc)`,
  `create unique index runs_one_at_a_time on runs (subject_id) where status = 'processing'`,
  `create index runs_by_workspace on runs (workspace_id)`,
  `create index run_events_by_run on run_events (run_id, number)`,
]
