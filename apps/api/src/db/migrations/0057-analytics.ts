import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * What platforms say of posted items: the latest, what was read before, and what is to be read. Items that were posted in the last
 * 90 days are read from now on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const METRICS = `
    views bigint,
    likes bigint,
    comments bigint,
    shares bigint,
    saves bigint,
    reach bigint,
    clicks bigint,
    watch_seconds bigint`

const STATEMENTS = [
  `create table item_metrics (
    item_id uuid primary key references post_items (id) on delete cascade,
    account_id uuid not null references accounts (id),
    workspace_id uuid not null references workspaces (id),
    livemode boolean not null,
    platform text not null,
    post_type text not null,
    connection_id uuid,
    posted_at timestamptz not null,
    fetched_at timestamptz,${METRICS},
    problem text,
    problem_message text,
    has_history boolean not null default false
  )`,
  // Everything that a summary reads: it never looks at the rows themselves.
  `create index item_metrics_summary on item_metrics (workspace_id, livemode, posted_at, item_id)
    include (platform, post_type, connection_id, fetched_at, views, likes, comments, shares, saves, reach, clicks, watch_seconds)`,
  `create index item_metrics_with_history on item_metrics (posted_at) where has_history`,
  `create table metric_snapshots (
    item_id uuid not null references item_metrics (item_id) on delete cascade,
    step smallint not null,
    fetched_at timestamptz not null,${METRICS},
    primary key (item_id, step)
  )`,
  `create table metric_collections (
    item_id uuid primary key references item_metrics (item_id) on delete cascade,
    lane text not null,
    connection_id uuid not null references connections (id) on delete cascade,
    posted_at timestamptz not null,
    step smallint not null default 0,
    due_at timestamptz not null,
    failures smallint not null default 0,
    version integer not null default 0
  )`,
  `create index metric_collections_due on metric_collections (lane, connection_id, due_at)`,
  `create index metric_collections_next on metric_collections (due_at)`,
  `create index metric_collections_by_connection on metric_collections (connection_id)`,
  `insert into item_metrics (item_id, account_id, workspace_id, livemode, platform, post_type, connection_id, posted_at)
    select item.id, post.account_id, post.workspace_id, post.livemode, item.platform, item.post_type, item.connection_id,
      item.posted_at
    from post_items as item join posts as post on post.id = item.post_id
    where item.status = 'posted' and item.posted_at is not null`,
  `insert into metric_collections (item_id, lane, connection_id, posted_at, step, due_at)
    select metrics.item_id, case when connection.sandbox or not metrics.livemode then 'sandbox' else metrics.platform end,
      connection.id, metrics.posted_at, 2, now() + random() * interval '6 hours'
    from item_metrics as metrics join connections as connection on connection.id = metrics.connection_id
    where metrics.posted_at > now() - interval '90 days'`,
]
