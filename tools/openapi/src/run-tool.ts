import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The committed document, and the one that was released last. */
export const DOCUMENT = fileURLToPath(new URL('../../../packages/openapi/openapi.json', import.meta.url))
export const RELEASED = fileURLToPath(new URL('../../../packages/openapi/released/openapi.json', import.meta.url))

const TOOLS = {
  redocly: '@redocly/cli/bin/cli.js',
  spectral: '@stoplight/spectral-cli/dist/index.js',
  'openapi-typescript': 'openapi-typescript/bin/cli.js',
  'openapi-ts': '@hey-api/openapi-ts/bin/run.js',
  kubb: '@kubb/cli/bin/kubb.cjs',
  orval: 'orval/dist/bin/orval.mjs',
  'swagger-typescript-api': 'swagger-typescript-api/dist/cli.mjs',
  oazapfts: 'oazapfts/dist/cli.js',
  'openapi-zod-client': 'openapi-zod-client/bin.js',
  tsc: 'typescript/bin/tsc',
} as const

export interface ToolResult {
  readonly exitCode: number
  readonly stdout: string
  /** Both streams, as a person at a terminal would see them. */
  readonly output: string
}

/** Runs a program of this workspace, by the Node that runs us. None of them may report anything to anybody. */
export function runTool(tool: keyof typeof TOOLS, ...args: readonly string[]): Promise<ToolResult> {
  const program = fileURLToPath(new URL(`../node_modules/${TOOLS[tool]}`, import.meta.url))
  const env = {
    PATH: process.env['PATH'],
    CI: 'true',
    NO_COLOR: '1',
    DO_NOT_TRACK: '1',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { env, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const exitCode = typeof error?.code === 'number' ? error.code : error ? 1 : 0
        resolve({ exitCode, stdout, output: `${stdout}${stderr}` })
      },
    )
    // Kubb does not end before its input does.
    child.stdin?.end()
  })
}
