import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * More of the platform account of a connection: its picture, whose sign-in reaches it (an Instagram account behind a Facebook page), and
 * what the platform said of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table connections
    add column picture_url text,
    add column sign_in_platform text,
    add column capabilities jsonb,
    add column capabilities_checked_at timestamptz,
    add column capabilities_asked_at timestamptz,
    add column capabilities_error text`,
]
