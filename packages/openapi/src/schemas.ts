import type { ReferenceObject, SchemaObject } from 'openapi3-ts/oas31'
import { z } from 'zod'

/** Whether a schema describes what a caller sends or what the server answers. */
export type Direction = 'input' | 'output'

type SchemaRoot = SchemaObject | ReferenceObject

/** Collects the named schemas that operations use, and answers the references to them. */
export class SchemaComponents {
  readonly #schemas = new Map<string, SchemaObject>()
  /** Many operations use the same schema, and converting one takes milliseconds. */
  readonly #roots = { input: new Map<z.ZodType, SchemaRoot>(), output: new Map<z.ZodType, SchemaRoot>() }

  /**
   * The JSON Schema of a zod schema. Every schema in it that has an id becomes a component and stands as a `$ref`.
   *
   * @throws when one id stands for two schemas, or for one that differs between requests and answers.
   */
  use(schema: z.ZodType, direction: Direction): SchemaRoot {
    const known = this.#roots[direction].get(schema)
    if (known) return known
    const { $schema: _, $defs = {}, ...root } = toJsonSchema(schema, direction)
    for (const [name, definition] of Object.entries($defs)) this.#define(name, definition)
    this.#roots[direction].set(schema, root)
    return root
  }

  /** The components, by name in alphabetical order: a new operation does not move the others about. */
  toObject(): Record<string, SchemaObject> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  #define(name: string, schema: SchemaObject): void {
    const known = this.#schemas.get(name)
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`The schema id ${name} stands for two different schemas: give each an id of its own.`)
    }
    this.#schemas.set(name, schema)
  }
}

interface JsonSchemaDocument extends SchemaObject {
  readonly $schema?: string
  readonly $defs?: Record<string, SchemaObject>
}

function toJsonSchema(schema: z.ZodType, direction: Direction): JsonSchemaDocument {
  const emitted = z.toJSONSchema(schema, {
    io: direction,
    override: ({ zodSchema, jsonSchema }) => tidy(jsonSchema, zodSchema._zod.def.type),
  })
  return JSON.parse(JSON.stringify(emitted).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/'))
}

function tidy(schema: z.core.JSONSchema.BaseSchema, zodType: string): void {
  // Answers gain fields without a new version, and requests ignore what they do not know.
  if (schema.additionalProperties === false) delete schema.additionalProperties
  // The bounds of z.int() are those of a JavaScript number: no rule of this API, and a nuisance in generated code.
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  // zod's spelling of a format says nothing that the format does not, in 300 characters.
  if (schema.format !== undefined) delete schema.pattern
  // JavaScript writes `\\/` for a slash, which no other reader of a pattern needs and some cannot read.
  schema.pattern &&= schema.pattern.replaceAll(String.raw`\/`, '/')
  if (zodType === 'file') {
    // OpenAPI 3.1 says raw bytes by their media type; many generators still look for 3.0's `format: binary`.
    schema.contentMediaType = 'application/octet-stream'
    delete schema.contentEncoding
  }
}
