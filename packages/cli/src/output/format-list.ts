import { formatTable } from './table.ts'

interface List<Item> {
  readonly data: readonly Item[]
  readonly has_more: boolean
}

/** A list as a table that says when it is empty, and when it is not all. */
export function formatList<Item>(
  columns: readonly string[],
  { data, has_more }: List<Item>,
  describe: (item: Item) => readonly string[],
): string {
  if (data.length === 0) return 'There are none.'
  const table = formatTable(columns, data.map(describe))
  return has_more ? `${table}\nThere are more: use --limit.` : table
}
