import { readFile } from 'node:fs/promises'
import { DOCUMENT } from './run-tool.ts'

export interface RequestType {
  readonly name: string
  readonly properties: readonly string[]
  readonly examples: readonly unknown[]
}

interface MediaType {
  readonly schema: { readonly $ref: string }
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> } }>>
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties: object }>> }
}

/** The named schema of every JSON body, with its examples. */
export async function listRequestTypes(): Promise<RequestType[]> {
  const document = JSON.parse(await readFile(DOCUMENT, 'utf8')) as Document
  const bodies = Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ requestBody }) => requestBody?.content['application/json'] ?? [])
  const types = new Map<string, RequestType>()
  for (const { schema, examples } of bodies) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    const known = types.get(name)?.examples ?? []
    const properties = Object.keys(document.components.schemas[name]?.properties ?? {})
    types.set(name, { name, properties, examples: [...known, ...Object.values(examples).map(({ value }) => value)] })
  }
  return [...types.values()]
}

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
