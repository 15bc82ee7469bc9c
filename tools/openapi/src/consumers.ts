import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ToolResult } from './run-tool.ts'
import { runOpenApiGenerator, runTool, runToolIn } from './run-tool.ts'

/** The documents of the server that the programs call, as files. */
export interface Documents {
  readonly json: string
  /** As OpenAPI 3.0. */
  readonly json30: string
}

/** A generator of TypeScript, and how its code is used. Its program is `test/programs/<name>.ts`. */
export interface Consumer {
  readonly name: string
  /** Writes its code into a directory, as `generated` beside the program that uses it. */
  generate(directory: string, documents: Documents): Promise<ToolResult>
  /** What a program imports for the types of schemas. */
  readonly imports: string
  /** The type of the schema of a request. */
  readonly typeOf: (name: string) => string
}

const GENERATED = "import type * as generated from './generated'"
const byName = (name: string) => `generated.${name}`

/** Its types and its client. A plugin has to be of the same version as its core: the newest of its plugins are of the fourth. */
const writeKubbConfig = (directory: string, document: string) => `
import { defineConfig } from '@kubb/core'
import { pluginClient } from '@kubb/plugin-client'
import { pluginOas } from '@kubb/plugin-oas'
import { pluginTs } from '@kubb/plugin-ts'
export default defineConfig({
  root: ${JSON.stringify(directory)},
  input: { path: ${JSON.stringify(document)} },
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
    generate: (directory, { json }) =>
      // A field with a default may be left out of a request.
      runTool('openapi-typescript', json, '--default-non-nullable=false', '-o', join(directory, 'generated.d.ts')),
    imports: "import type { components } from './generated'",
    typeOf: (name) => `components['schemas']['${name}']`,
  },
  {
    name: 'hey-api',
    generate: (directory, { json }) => runTool('openapi-ts', '-i', json, '-o', join(directory, 'generated')),
    imports: GENERATED,
    typeOf: byName,
  },
  {
    name: 'orval',
    async generate(directory, { json }) {
      const config = join(directory, 'orval.config.mjs')
      const override = { baseUrl: { getBaseUrlFromSpecification: true } }
      const output = { target: join(directory, 'generated.ts'), client: 'fetch', mode: 'single', ...override }
      await writeFile(config, `export default ${JSON.stringify({ api: { input: json, output } })}`)
      return runTool('orval', '--config', config)
    },
    imports: GENERATED,
    typeOf: byName,
  },
  {
    name: 'kubb',
    async generate(directory, { json }) {
      const config = join(directory, 'kubb.config.mjs')
      await writeFile(config, writeKubbConfig(directory, json))
      return runToolIn(directory, 'kubb', 'generate', '--config', config)
    },
    imports: GENERATED,
    typeOf: byName,
  },
  {
    name: 'swagger-typescript-api',
    generate(directory, { json }) {
      const output = ['-o', directory, '-n', 'generated.ts']
      return runTool('swagger-typescript-api', 'generate', '-p', json, ...output, '--generate-union-enums')
    },
    imports: GENERATED,
    typeOf: byName,
  },
  {
    name: 'oazapfts',
    generate: (directory, { json }) => runTool('oazapfts', json, join(directory, 'generated.ts')),
    imports: GENERATED,
    typeOf: byName,
  },
  {
    name: 'openapi-zod-client',
    generate: (directory, { json }) => runTool('openapi-zod-client', json, '-o', join(directory, 'generated.ts')),
    imports: "import type { z } from 'zod'\nimport type { schemas } from './generated'",
    typeOf: (name) => `z.input<(typeof schemas)['${name}']>`,
  },
  {
    name: 'openapi-generator',
    generate(directory, { json30 }) {
      const options = 'modelPropertyNaming=original,supportsES6=true'
      const output = ['-o', join(directory, 'generated'), '--additional-properties', options]
      return runOpenApiGenerator('generate', '-g', 'typescript-axios', '-i', json30, ...output)
    },
    // It makes enums, which take no text: the values of an enum are what is compared.
    imports: `${GENERATED}
type Spelled<T> = T extends string ? \`\${T}\` : T extends object ? { [K in keyof T]: Spelled<T[K]> } : T`,
    typeOf: (name) => `Spelled<generated.${name}>`,
  },
]
