import { styleText } from 'node:util'
import stringWidth from 'string-width'
import { printableLine } from './printable.ts'

/** Rows in columns as wide as their widest cell, below their names. */
export function formatTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(printableLine))
  const widths = columns.map((name, index) =>
    [name, ...cells.map((row) => row[index] ?? '')].reduce((widest, cell) => Math.max(widest, stringWidth(cell)), 0),
  )
  const layOut = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  const header = styleText('dim', layOut(columns), { stream: process.stdout })
  return [header, ...cells.map(layOut)].join('\n')
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(width - stringWidth(cell))
}
