// `pnpm check:imports`: exit code 1 when an import breaks a rule. `--write` also writes the table of docs/architecture.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkImports } from './check-imports.ts'
import { withLayerTable } from './layer-table.ts'
import { IGNORED } from './rules.ts'
import { readTree } from './tree.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const DOCUMENT = fileURLToPath(new URL('../../../docs/architecture.md', import.meta.url))

const tree = readTree(ROOT, IGNORED)
const findings = checkImports(tree)

const before = readFileSync(DOCUMENT, 'utf8')
const after = withLayerTable(before)
if (process.argv.includes('--write') && after !== undefined) writeFileSync(DOCUMENT, after)
else if (after !== before) {
  const message = 'The table of layers is not that of the rules. Run `pnpm check:imports --write`.'
  findings.push({ path: 'docs/architecture.md', line: 1, message })
}

for (const { path, line, message } of findings) process.stderr.write(`${path}:${line}: ${message}\n`)
process.stdout.write(`${tree.size} files, ${findings.length} problems\n`)
process.exitCode = findings.length > 0 ? 1 : 0
