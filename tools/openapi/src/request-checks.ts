import { readFile } from 'node:fs/promises'
import { DOCUMENT } from './run-tool.ts'

/** The type of a JSON body, and the first operation that takes it. */
export interface RequestType {
  readonly name: string
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly properties: readonly string[]
  readonly examples: readonly unknown[]
}

interface MediaType {
  readonly schema: { readonly $ref: string }
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>
}

interface Operation {
  readonly operationId: string
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> }
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties: object }>> }
}

/** The named schema of every JSON body, with its examples. */
export async function listRequestTypes(): Promise<RequestType[]> {
  const document = JSON.parse(await readFile(DOCUMENT, 'utf8')) as Document
  const types = new Map<string, RequestType>()
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, { operationId, requestBody }] of Object.entries(item)) {
      const body = requestBody?.content['application/json']
      if (!body) continue
      const name = body.schema.$ref.split('/').at(-1) ?? ''
      const properties = Object.keys(document.components.schemas[name]?.properties ?? {})
      const type = types.get(name) ?? { name, operationId, method, path, properties, examples: [] }
      const examples = Object.values(body.examples).map(({ value }) => value)
      types.set(name, { ...type, examples: [...type.examples, ...examples] })
    }
  }
  return [...types.values()]
}

/** No field of a request takes it. */
export const WRONG: unknown = [[]]

interface RequestChecks {
  /** What the program imports. */
  readonly imports: string
  /** How the generated code names the type of a schema. */
  readonly typeOf: (name: string) => string
  readonly requestTypes: readonly RequestType[]
}

/**
 * A program that compiles only if every request type takes its examples, and neither another thing nor a field of another type. A type
 * that is `unknown` or `any` takes everything.
 */
export function writeRequestChecks({ imports, typeOf, requestTypes }: RequestChecks): string {
  const checks = requestTypes.flatMap(({ name, properties, examples }) => [
    `type ${name}_ = ${typeOf(name)}`,
    ...examples.map((example, index) => `export const ${name}_good${index}: ${name}_ = ${JSON.stringify(example)}`),
    `// @ts-expect-error\nexport const ${name}_text: ${name}_ = 'text'`,
    ...properties.map(
      (field) => `// @ts-expect-error\nexport const ${name}_${field}: Partial<${name}_> = { ${field}: wrong }`,
    ),
  ])
  return `${imports}\ndeclare const wrong: unique symbol\n${checks.join('\n')}\n`
}
