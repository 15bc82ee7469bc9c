import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
    oneCall: await measure(project, PROGRAMS.oneCall),
    everything: await measure(project, PROGRAMS.everything),
    packed: (await stat(client.tarball)).size,
  }
}

async function measure(project: string, program: string): Promise<number> {
  const entry = join(project, 'entry.mjs')
  await writeFile(entry, program)
  return gzipSync(await bundle(entry), { level: 9 }).length
}

/** A program for a browser, as one minified file. Modules of Node that it names would not be found. */
export async function bundle(entry: string, conditions: readonly string[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: [...conditions],
    logLevel: 'silent',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
