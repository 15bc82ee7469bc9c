import { spawnSync } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packCli } from './cli.ts'
import { measureImportTime } from './import-time.ts'
import { packClient } from './pack.ts'
import { CLI, CLIENT } from './paths.ts'
import type { Runtime } from './runtime.ts'
import { RUNTIMES } from './runtimes.ts'
import { startServer } from './server.ts'
import { BUDGETS, measureSizes } from './sizes.ts'

const PLACE = /(?<=<!-- figures -->\n)[\s\S]*(?=<!-- \/figures -->)/

/** The CPU time that a start of the command line may take. */
const START_MS = 150

/** Measures what is packed, and writes what it found into the READMEs of the packages. */
async function writeFigures(): Promise<void> {
  await write(CLIENT, await measureClient())
  await write(CLI, await measureCli())
}

async function write(directory: string, figures: string): Promise<void> {
  const readme = join(directory, 'README.md')
  const text = await readFile(readme, 'utf8')
  if (!PLACE.test(text)) throw new Error(`${readme} has no place for figures.`)
  await writeFile(readme, text.replace(PLACE, `\n${figures}\n\n`))
}

async function measureClient(): Promise<string> {
  const client = await packClient()
  try {
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
    return `${table(['', 'measured', 'at most'], rows)}\n\n${table(['runs in', 'tried with'], versions)}`
  } finally {
    await client.remove()
  }
}

async function measureCli(): Promise<string> {
  const [cli, server] = await Promise.all([packCli(), startServer()])
  try {
    const starts = [
      [`\`node -e 0\`, Node ${process.versions.node} alone`, ['-e', '0']],
      ['`powerpost --version`', [cli.main, '--version'], START_MS],
      ['`powerpost --help`', [cli.main, '--help'], START_MS],
      ['`powerpost credits balance`, a request', [cli.main, 'credits', 'balance']],
    ] as const
    const rows = [['the packed tarball', kilobytes((await stat(cli.tarball)).size), '']]
    for (const [name, args, most] of starts) {
      const time = milliseconds(await measureCpu(args, cli.project, { ...server.access }))
      rows.push([`CPU of ${name}`, time, most === undefined ? '' : milliseconds(most)])
    }
    return table(['', 'measured', 'at most'], rows)
  } finally {
    await server.stop()
    await cli.remove()
  }
}

/** The CPU time of a program, in milliseconds: the median of nine, as the process itself counts it when it ends. */
async function measureCpu(args: readonly string[], cwd: string, environment: Record<string, string>): Promise<number> {
  const counter = join(cwd, 'count-cpu.cjs')
  const write = `require('node:fs').writeSync(3, String(Object.values(process.cpuUsage()).reduce((a, b) => a + b)))`
  await writeFile(counter, `process.on('exit', () => ${write})`)
  const times = Array.from({ length: 9 }, () => {
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'ignore', 'pipe']
    const { output } = spawnSync(process.execPath, ['--require', counter, ...args], {
      cwd,
      stdio,
      env: { ...environment },
    })
    return Number(String(output[3])) / 1000
  })
  return times.sort((a, b) => a - b)[4] ?? Number.NaN
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
