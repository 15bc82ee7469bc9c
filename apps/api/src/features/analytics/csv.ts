/** Characters at the beginning of a cell that make spreadsheets run it as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A line of CSV, RFC 4180. A text that a spreadsheet would take for a formula has a `'` before it, which makes it a text:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function writeCsvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

function toCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return /["\r\n,]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
