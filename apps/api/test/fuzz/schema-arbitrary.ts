import fc from 'fast-check'
import { NAUGHTY_STRINGS } from './naughty-strings.ts'

/** Follows a reference of the document. */
export type Resolve = (reference: string) => Schema

export type Schema = Readonly<Record<string, unknown>>

const text = fc.oneof(
  fc.constantFrom(...NAUGHTY_STRINGS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 600 }),
)

const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, -1, 1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324),
)

/** Any JSON at all, with naughty strings for strings and names. */
const anything = fc.oneof(
  text,
  number,
  fc.constantFrom<unknown>(null, true, false),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, number, { maxKeys: 3 }),
)

/** Mostly what a schema asks for, and now and then something else in its place. */
export function schemaArbitrary(schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: fitting(schema, resolve) }, { weight: 1, arbitrary: anything })
}

function fitting(schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  if (typeof schema['$ref'] === 'string') return fitting(resolve(schema['$ref']), resolve)
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown>(...(schema['enum'] as unknown[]))
  if ('const' in schema) return fc.constant(schema['const'])
  if (schema['properties'] === undefined && Array.isArray(schema['anyOf'])) {
    return fc.oneof(...(schema['anyOf'] as Schema[]).map((option) => fitting(option, resolve)))
  }
  switch (schema['type']) {
    case 'object':
      return objectArbitrary(schema, resolve)
    case 'array':
      return fc.array(schemaArbitrary((schema['items'] ?? {}) as Schema, resolve), { maxLength: 12 })
    case 'string':
      return textArbitrary(schema)
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 200 }), number)
    case 'boolean':
      return fc.boolean()
    default:
      return anything
  }
}

function objectArbitrary(schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  const fields = Object.fromEntries(properties.map(([name, field]) => [name, schemaArbitrary(field, resolve)]))
  const extras = fc.dictionary(text, anything, { maxKeys: 2 })
  return fc
    .tuple(fc.record(fields, { requiredKeys: [] }), fc.option(extras, { freq: 5, nil: {} }))
    .map(([known, extra]) => ({ ...extra, ...known }))
}

function textArbitrary({ examples }: Schema): fc.Arbitrary<string> {
  const honest = Array.isArray(examples) ? examples.filter((example) => typeof example === 'string') : []
  return fc.oneof(
    text,
    fc.constantFrom('An honest text about our new bakery', ...honest),
    fc.string({ minLength: 3, maxLength: 60 }),
  )
}
