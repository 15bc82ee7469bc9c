import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ToolResult } from './run-tool.ts'
import { DOCUMENT, runTool } from './run-tool.ts'

/** A generator of TypeScript, and how its code is used. */
export interface Consumer {
  readonly name: string
  /** Writes its code into a directory, as `generated` next to the program that uses it. */
  generate(directory: string): Promise<ToolResult>
  /** What a program imports for the types of schemas. */
  readonly imports: string
  /** The type of the schema of a request. */
  readonly typeOf: (name: string) => string
  /** A program of `test/programs` that uses the code. */
  readonly program?: string
}

const byName = (name: string) => `generated.${name}`

/** Its types and its client. A plugin has to be of the same version as its core: the newest of its plugins are of the fourth. */
const writeKubbConfig = (directory: string) => `
import { defineConfig } from '@kubb/core'
import { pluginClient } from '@kubb/plugin-client'
import { pluginOas } from '@kubb/plugin-oas'
import { pluginTs } from '@kubb/plugin-ts'
export default defineConfig({
  root: ${JSON.stringify(directory)},
  input: { path: ${JSON.stringify(DOCUMENT)} },
  output: { path: 'generated', format: false, lint: false, extension: { '.ts': '' } },
  plugins: [
    pluginOas({ generators: [], validate: false }),
    pluginTs({ output: { path: 'types.ts' } }),
    pluginClient({ output: { path: 'client.ts' }, client: 'fetch', bundle: true }),
  ],
})
`

export const CONSUMERS: readonly Consumer[] = [
  {
    name: 'openapi-typescript',
    generate: (directory) =>
      // A field with a default may be left out of a request.
      runTool('openapi-typescript', DOCUMENT, '--default-non-nullable=false', '-o', join(directory, 'generated.d.ts')),
    imports: "import type { components } from './generated'",
    typeOf: (name) => `components['schemas']['${name}']`,
    program: 'openapi-typescript.ts',
  },
  {
    name: 'hey-api',
    generate: (directory) => runTool('openapi-ts', '-i', DOCUMENT, '-o', join(directory, 'generated')),
    imports: "import type * as generated from './generated'",
    typeOf: byName,
    program: 'hey-api.ts',
  },
  {
    name: 'orval',
    async generate(directory) {
      const config = join(directory, 'orval.config.mjs')
      const output = { target: join(directory, 'generated.ts'), client: 'fetch', mode: 'single' }
      await writeFile(config, `export default ${JSON.stringify({ api: { input: DOCUMENT, output } })}`)
      return runTool('orval', '--config', config)
    },
    imports: "import type * as generated from './generated'",
    typeOf: byName,
  },
  {
    name: 'swagger-typescript-api',
    generate: (directory) =>
      runTool(
        'swagger-typescript-api',
        'generate',
        '-p',
        DOCUMENT,
        '-o',
        directory,
        '-n',
        'generated.ts',
        '--generate-union-enums',
      ),
    imports: "import type * as generated from './generated'",
    typeOf: byName,
  },
  {
    name: 'oazapfts',
    generate: (directory) => runTool('oazapfts', DOCUMENT, join(directory, 'generated.ts')),
    imports: "import type * as generated from './generated'",
    typeOf: byName,
  },
  {
    name: 'openapi-zod-client',
    generate: (directory) => runTool('openapi-zod-client', DOCUMENT, '-o', join(directory, 'generated.ts')),
    imports: "import type { z } from 'zod'\nimport type { schemas } from './generated'",
    typeOf: (name) => `z.input<(typeof schemas)['${name}']>`,
  },
  {
    name: 'kubb',
    async generate(directory) {
      const config = join(directory, 'kubb.config.mjs')
      await writeFile(config, writeKubbConfig(directory))
      return runTool('kubb', 'generate', '--config', config)
    },
    imports: "import type * as generated from './generated'",
    typeOf: byName,
  },
]
