import { runInChromium } from './run-in-chromium.ts'
import { runInWorkerd } from './run-in-workerd.ts'
import { tool, TOOLS } from './paths.ts'
import { run } from './run.ts'
import type { Runtime } from './runtime.ts'

/** Where the client has to work. */
export const RUNTIMES = {
  'Node 20': commandRuntime(`${TOOLS}/node_modules/node20/bin/node`, []),
  'Node 22': commandRuntime(`${TOOLS}/node_modules/node22/bin/node`, []),
  'Node 24': commandRuntime(process.execPath, []),
  'Node 26': commandRuntime(`${TOOLS}/node_modules/node26/bin/node`, []),
  Bun: commandRuntime(tool('bun'), []),
  Deno: commandRuntime(tool('deno'), ['run', '--no-lock', '--allow-net', '--allow-env', '--node-modules-dir=manual']),
  workerd: runInWorkerd,
  Chromium: runInChromium,
} as const satisfies Record<string, Runtime>

function commandRuntime(command: string, args: readonly string[]): Runtime {
  return {
    version: async () => {
      const said = await run({ command, arguments: ['--version'], directory: TOOLS })
      return /\d+(\.\d+)+/.exec(said)?.[0] ?? said
    },
    smoke: ({ project, access }) =>
      run({ command, arguments: [...args, 'program.mjs'], directory: project, environment: { ...access } }),
  }
}
