import type { PackedClient } from './pack.ts'
import { run } from './run.ts'

const ROUNDS = 9

/** How long a fresh Node takes to load the client, in milliseconds: the median of nine, by `import` and by `require`. */
export async function measureImportTime(client: PackedClient): Promise<{ import: number; require: number }> {
  const project = await client.install()
  const measure = (type: 'module' | 'commonjs', load: string) =>
    median(project, [
      `--input-type=${type}`,
      '-e',
      `const t = performance.now(); ${load}; console.log(performance.now() - t)`,
    ])
  return {
    import: await measure('module', "await import('@powerpost/client')"),
    require: await measure('commonjs', "require('@powerpost/client')"),
  }
}

async function median(directory: string, args: readonly string[]): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(Number(await run({ command: process.execPath, arguments: args, directory })))
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}
