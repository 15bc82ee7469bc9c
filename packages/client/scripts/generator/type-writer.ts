import { describeSchema, docComment } from './doc-comment.ts'
import type { JsonSchema, Schemas } from './schemas.ts'
import { referenceOf } from './schemas.ts'

interface TypeWriterOptions {
  readonly schemas: Schemas
  /** Whether callers send it: they may then give lists that are read-only, and leave a field undefined. */
  readonly input: boolean
  /** Sets of texts that have a name, though their schema has none. */
  readonly aliases: Readonly<Record<string, readonly string[]>>
}

/** Writes JSON Schema as TypeScript. What it does not know how to write stops the generator. */
export class TypeWriter {
  readonly #options: TypeWriterOptions

  constructor(options: TypeWriterOptions) {
    this.#options = options
  }

  write(schema: JsonSchema, indent = ''): string {
    const reference = referenceOf(schema)
    if (reference !== undefined) return reference
    if (schema.const !== undefined) return writeLiteral(schema.const)
    if (schema.enum) return this.#writeEnum(schema.enum, indent)
    if (schema.properties) return this.#writeObject(schema, indent)
    const options = schema.anyOf ?? schema.oneOf
    if (options)
      return writeUnion(
        options.map((option) => this.write(option, indent)),
        indent,
      )
    return this.#writePlain(schema, indent)
  }

  #writeEnum(values: readonly unknown[], indent: string): string {
    const { aliases } = this.#options
    const alias = Object.keys(aliases).find((name) => String(aliases[name]) === String(values))
    return alias ?? writeUnion(values.map(writeLiteral), indent)
  }

  #writeObject({ properties = {}, required = [] }: JsonSchema, indent: string): string {
    const fields = Object.entries(properties).map(([name, value]) => {
      if (!isSchema(value)) throw new Error(`${name} is a schema of nothing.`)
      return this.#writeField(name, value, required.includes(name), `${indent}  `)
    })
    return `{\n${fields.join('')}${indent}}`
  }

  #writeField(name: string, schema: JsonSchema, required: boolean, indent: string): string {
    const { schemas, input } = this.#options
    const comment = docComment(describeSchema(findDescribed(schema, schemas)), indent)
    const type = this.write(schema, indent)
    return `${comment}${indent}${name}${required ? ':' : '?:'} ${type}${!required && input ? ' | undefined' : ''}\n`
  }

  #writePlain(schema: JsonSchema, indent: string): string {
    const { type }: { type?: unknown } = schema
    // JSON Schema allows a list here, which zod writes and its types do not know.
    if (Array.isArray(type)) return type.map((one) => this.#writePlain({ ...schema, type: one }, indent)).join(' | ')
    switch (schema.type) {
      case 'string':
        return schema.contentEncoding === 'binary' ? 'Uploadable' : 'string'
      case 'integer':
      case 'number':
        return 'number'
      case 'boolean':
      case 'null':
        return schema.type
      case 'array':
        return this.#writeArray(schema, indent)
      case 'object':
        return `Record<string, ${isSchema(schema.additionalProperties) ? this.write(schema.additionalProperties, indent) : 'unknown'}>`
      default:
        if (Object.keys(schema).every((key) => key === 'description')) return 'unknown'
        throw new Error(`TypeScript for ${JSON.stringify(schema)} is not known.`)
    }
  }

  #writeArray({ items }: JsonSchema, indent: string): string {
    if (!isSchema(items)) throw new Error('A list says what its items are.')
    const item = this.write(items, indent)
    return `${this.#options.input ? 'readonly ' : ''}${item.includes(' ') ? `(${item})` : item}[]`
  }
}

/** A field that says nothing itself says what its type says: editors show the field's comment only. */
function findDescribed(schema: JsonSchema, schemas: Schemas): JsonSchema {
  if (schema.description !== undefined) return schema
  const options = schema.anyOf?.filter(({ type }) => type !== 'null') ?? []
  return options[0] && options.length === 1 ? findDescribed(options[0], schemas) : schemas.resolve(schema)
}

/** On a line of its own each, where they would be too many for one. */
function writeUnion(types: readonly string[], indent: string): string {
  const line = types.join(' | ')
  return line.length < 100 ? line : types.map((type) => `\n${indent}  | ${type}`).join('')
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function writeLiteral(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", String.raw`\'`)}'` : String(value)
}
