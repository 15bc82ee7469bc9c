import { z } from 'zod'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Whether a schema describes what a caller sends or what the server answers. */
export type Direction = 'input' | 'output'

/** What a schema without an id is called, and said to be. */
export interface Fallback {
  readonly name: string
  readonly description: string
}

export interface NamedSchema {
  readonly schema: JsonSchema
  /** Sent by callers, wherever else it stands. */
  readonly input: boolean
}

/** Collects the schemas that have a name in the client. */
export class Schemas {
  readonly #named = new Map<string, NamedSchema>()

  /** Makes one a type of its own, under its id or, without one, as the fallback says. Answers its name. */
  name(zodSchema: z.ZodType, direction: Direction, fallback: Fallback): string {
    const schema = this.read(zodSchema, direction)
    const known = referenceOf(schema)
    if (known !== undefined) return known
    this.#define(fallback.name, { description: fallback.description, ...schema }, direction)
    return fallback.name
  }

  /** The JSON Schema, those within it that have an id named. */
  read(zodSchema: z.ZodType, direction: Direction): JsonSchema {
    const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(zodSchema, { io: direction, override: tidy })
    for (const [name, definition] of Object.entries($defs)) this.#define(name, definition, direction)
    return root
  }

  /** What a schema says, wherever it stands. */
  resolve(schema: JsonSchema): JsonSchema {
    const name = referenceOf(schema)
    return name === undefined ? schema : this.get(name).schema
  }

  get(name: string): NamedSchema {
    const named = this.#named.get(name)
    if (!named) throw new Error(`There is no schema ${name}.`)
    return named
  }

  /** By name, in alphabetical order: a new operation does not move the others about. */
  entries(): [name: string, NamedSchema][] {
    return [...this.#named].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  #define(name: string, definition: JsonSchema, direction: Direction): void {
    const { id: _, ...schema } = definition
    const known = this.#named.get(name)
    if (known && JSON.stringify(known.schema) !== JSON.stringify(schema)) {
      throw new Error(`The name ${name} stands for two different schemas: give each an id of its own.`)
    }
    this.#named.set(name, { schema, input: direction === 'input' || (known?.input ?? false) })
  }
}

/** The name a schema refers to. */
export function referenceOf({ $ref, allOf }: JsonSchema): string | undefined {
  const reference = $ref ?? allOf?.find((part) => part.$ref !== undefined)?.$ref
  return reference?.replace('#/$defs/', '')
}

function tidy({ jsonSchema }: { readonly jsonSchema: JsonSchema }): void {
  // The bounds of z.int() are those of a JavaScript number: no rule of this API.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}
