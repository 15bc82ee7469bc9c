import type { WorkspacePrincipal } from './principal.ts'
import { decodeCursor, encodeCursor } from './page-cursor.ts'
import type { PageCursor } from './page-cursor.ts'

/** A row of a list, with where it stands in the list's order. */
export interface ListedRow {
  readonly id: string
  /** `created_at` to the microsecond, as the database orders by it: a JavaScript date has milliseconds. */
  readonly created_at_text: string
}

interface ListRequest {
  /** What it lists: another name for each list. */
  readonly list: string
  readonly principal: Pick<WorkspacePrincipal, 'accountId' | 'livemode'> &
    Partial<Pick<WorkspacePrincipal, 'workspaceId'>>
  /** With the filters of the list: a page goes on only in the list, as it is filtered, that its cursor is of. */
  readonly query: PageQuery
}

interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Where a page begins, and how many rows it has at the most. */
export interface PageOptions {
  readonly limit: number
  readonly after: PageCursor | undefined
}

interface Page<Row> {
  readonly data: readonly Row[]
  readonly next_cursor: string | null
  readonly has_more: boolean
}

/**
 * Makes a page of a list: newest first, stable while rows are added.
 *
 * @param find reads at most `limit` rows behind `after`, newest first
 * @param countFitting how many of the rows that were found a page can hold, where they may be too large together. At least one.
 */
export async function paginate<Row extends ListedRow>(
  { list, principal, query }: ListRequest,
  find: (page: PageOptions) => Promise<readonly Row[]>,
  countFitting?: (found: readonly Row[]) => Promise<number>,
): Promise<Page<Row>> {
  const { limit, cursor, ...filters } = query
  const listed = [
    list,
    principal.accountId,
    principal.workspaceId,
    principal.livemode,
    Object.entries(filters).toSorted(),
  ]
  const after = cursor === undefined ? undefined : decodeCursor(cursor, listed)
  // One more than asked for tells whether there is a next page.
  const found = await find({ limit: limit + 1, after })
  const data = found.slice(0, Math.min(limit, (await countFitting?.(found)) ?? limit))
  const last = data.at(-1)
  const has_more = found.length > data.length
  const next_cursor = has_more && last ? encodeCursor({ createdAt: last.created_at_text, id: last.id }, listed) : null
  return { data, next_cursor, has_more }
}
