import type { PageCursor } from '#shared/page-cursor.ts'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/** The column `created_at` as text, to the microsecond. */
export const createdAtText: RawBuilder<string> = sql<string>`
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Holds for the rows that come after a place in a list that is newest first. */
export function comesAfter({ createdAt, id }: PageCursor): RawBuilder<boolean> {
  return sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`
}
