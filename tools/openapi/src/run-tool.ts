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
  'openapi-mcp-generator': 'openapi-mcp-generator/bin/openapi-mcp-generator.js',
  openapi2postmanv2: 'openapi-to-postmanv2/bin/openapi2postmanv2.js',
  prism: '@stoplight/prism-cli/dist/index.js',
  tsc: 'typescript/bin/tsc',
} as const

export type Tool = keyof typeof TOOLS

/** A Java program, which Debian's Java runs. */
const OPENAPI_GENERATOR = pathOf('@openapitools/openapi-generator-cli/bin/openapi-generator.jar')

export interface ToolResult {
  readonly exitCode: number
  readonly stdout: string
  /** Both streams, as a person at a terminal would see them. */
  readonly output: string
}

/** None of them may report anything to anybody. */
export const TOOL_ENVIRONMENT = {
  PATH: process.env['PATH'],
  CI: 'true',
  NO_COLOR: '1',
  DO_NOT_TRACK: '1',
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
}

function pathOf(program: string): string {
  return fileURLToPath(new URL(`../node_modules/${program}`, import.meta.url))
}

/** A program of this workspace and its arguments, for the Node that runs us. */
export function commandOf(tool: Tool, ...args: readonly string[]): string[] {
  return [pathOf(TOOLS[tool]), ...args]
}

/** Runs a program of this workspace. */
export function runTool(tool: Tool, ...args: readonly string[]): Promise<ToolResult> {
  return run(process.execPath, commandOf(tool, ...args))
}

/** Runs one in a directory: some write where they are. */
export function runToolIn(directory: string, tool: Tool, ...args: readonly string[]): Promise<ToolResult> {
  return run(process.execPath, commandOf(tool, ...args), directory)
}

export function runOpenApiGenerator(...args: readonly string[]): Promise<ToolResult> {
  return run('java', ['-Dlog.level=error', '-jar', OPENAPI_GENERATOR, ...args])
}

function run(command: string, args: readonly string[], cwd?: string): Promise<ToolResult> {
  return new Promise((resolve) => {
    const options = { cwd, env: TOOL_ENVIRONMENT, maxBuffer: 1 << 26 }
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      const exitCode = typeof error?.code === 'number' ? error.code : error ? 1 : 0
      resolve({ exitCode, stdout, output: `${stdout}${stderr}` })
    })
    // Kubb does not end before its input does.
    child.stdin?.end()
  })
}
