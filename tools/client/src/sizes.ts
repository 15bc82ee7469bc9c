import { stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { PackedClient } from './pack.ts'

/** What a program grows by, minified and gzipped, in bytes; and what the package weighs. */
export interface Sizes {
  readonly oneCall: number
  readonly everything: number
  readonly packed: number
}

/** In bytes. (Seen in November 2026: openai 36 kB, stripe 33 kB, ky 5.1 kB, openapi-fetch 2.6 kB.) */
export const BUDGETS: Sizes = { oneCall: 8000, everything: 12_000, packed: 100_000 }

const PROGRAMS = {
  oneCall: `import { PowerPost } from '@powerpost/client'\nconsole.log(await new PowerPost().account.credits())`,
  everything: `export * from '@powerpost/client'\nexport * from '@powerpost/client/webhooks'`,
} as const

export async function measureSizes(client: PackedClient): Promise<Sizes> {
  const project = await client.install()
  return {
    oneCall: (await measure(project, PROGRAMS.oneCall)).first,
    everything: (await measure(project, PROGRAMS.everything)).all,
    packed: (await stat(client.tarball)).size,
  }
}

interface Weight {
  /** What a program loads when it starts: not what `import()` loads when it is needed. */
  readonly first: number
  readonly all: number
}

/** As bundlers do it unless they are asked not to: what `import()` loads is a file of its own. */
async function measure(project: string, program: string): Promise<Weight> {
  await writeFile(join(project, 'entry.mjs'), program)
  const options = {
    ...OPTIONS,
    entryPoints: [join(project, 'entry.mjs')],
    splitting: true,
    outdir: join(project, 'out'),
  }
  const { outputFiles, metafile } = await build({ ...options, metafile: true, absWorkingDir: project })
  const weights = new Map(
    outputFiles.map(({ path, contents }) => [relative(project, path), gzipSync(contents, { level: 9 }).length]),
  )
  const first = new Set<string>()
  const load = (path: string) => {
    if (first.has(path)) return
    first.add(path)
    const { imports = [] } = metafile.outputs[path] ?? {}
    for (const { path: imported, kind } of imports) if (kind === 'import-statement') load(imported)
  }
  load('out/entry.js')
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + (weights.get(path) ?? 0), 0)
  return { first: sum(first), all: sum(weights.keys()) }
}

const OPTIONS = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  logLevel: 'silent',
  write: false,
} as const

/** A program for a browser, as one minified file. Modules of Node that it names would not be found. */
export async function bundle(entry: string, conditions: readonly string[] = []): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [entry], conditions: [...conditions] })
  return outputFiles[0]?.text ?? ''
}
