import { printableLine } from './printable.ts'
import { formatTable } from './table.ts'

interface List<Item> {
  readonly data: readonly Item[]
  readonly next_cursor: string | null
}

/** A list as a table that says when it is empty, and when it is not all. */
export function formatList<Item>(
  columns: readonly string[],
  { data, next_cursor }: List<Item>,
  describe: (item: Item) => readonly string[],
): string {
  if (data.length === 0) return 'There are none.'
  const table = formatTable(columns, data.map(describe))
  return next_cursor === null ? table : `${table}\nThere are more: use --all, or --cursor ${printableLine(next_cursor)}`
}
