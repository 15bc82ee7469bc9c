import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measureImportTime } from './import-time.ts'
import { packClient } from './pack.ts'
import { CLIENT } from './paths.ts'
import type { Runtime } from './runtime.ts'
import { RUNTIMES } from './runtimes.ts'
import { BUDGETS, measureSizes } from './sizes.ts'

const PLACE = /(?<=<!-- figures -->\n)[\s\S]*(?=<!-- \/figures -->)/

/** Measures the packed client, and writes what it found into the client's README. */
async function writeFigures(): Promise<void> {
  const client = await packClient()
  try {
    const readme = join(CLIENT, 'README.md')
    const [sizes, importTime] = [await measureSizes(client), await measureImportTime(client)]
    const runtimes = Object.entries<Runtime>(RUNTIMES)
    const versions = await Promise.all(runtimes.map(async ([name, runtime]) => [name, await runtime.version()]))
    const rows = [
      ['a program that makes one call, minified and gzipped', kilobytes(sizes.oneCall), kilobytes(BUDGETS.oneCall)],
      ['everything, minified and gzipped', kilobytes(sizes.everything), kilobytes(BUDGETS.everything)],
      ['the packed tarball', kilobytes(sizes.packed), kilobytes(BUDGETS.packed)],
      [`\`import\` in Node ${process.versions.node}`, milliseconds(importTime.import), ''],
      [`\`require\` in Node ${process.versions.node}`, milliseconds(importTime.require), ''],
    ]
    const figures = table(['', 'measured', 'at most'], rows)
    const runs = table(['runs in', 'tried with'], versions)
    const text = await readFile(readme, 'utf8')
    if (!PLACE.test(text)) throw new Error('The README has no place for figures.')
    await writeFile(readme, text.replace(PLACE, `\n${figures}\n\n${runs}\n\n`))
  } finally {
    await client.remove()
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '-'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`
}

await writeFigures()
