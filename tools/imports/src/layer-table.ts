import { LAYERS } from './rules.ts'

const START = '<!-- layers: written by `pnpm check:imports --write` from tools/imports/src/rules.ts -->'
const END = '<!-- layers: end -->'

/** The rules as the table of `docs/architecture.md`, in Markdown as the formatter leaves it. */
function createLayerTable(): string {
  const rows = LAYERS.map(({ name, may, npm, node }) => {
    const layers = typeof may === 'string' ? may : may.map((one) => `\`${one}\``).join(', ') || 'nothing'
    const packages = [...(npm === 'declared' ? ['what its package.json lists'] : npm), ...(node ? [] : ['not Node'])]
    return [`\`${name}\``, layers, packages.join(', ')]
  })
  const table = [['who', 'whom', 'npm packages'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  return lines.join('\n')
}

/** The document with the table of today; undefined when it has no place for one. */
export function withLayerTable(document: string): string | undefined {
  const [start, end] = [document.indexOf(START), document.indexOf(END)]
  if (start === -1 || end < start) return undefined
  return `${document.slice(0, start)}${START}\n\n${createLayerTable()}\n\n${document.slice(end)}`
}
