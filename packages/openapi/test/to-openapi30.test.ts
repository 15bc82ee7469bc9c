import { Validator } from '@seriousme/openapi-schema-validator'
import type { OpenAPIObject, SchemaObject } from 'openapi3-ts/oas31'
import { describe, expect, it } from 'vitest'
import { createOpenApiDocument, toOpenApi30 } from '../src/index.ts'
import { listRefs, resolveFragment, toFragment, walk } from './walk.ts'

const simpler = toOpenApi30(createOpenApiDocument())

/** A schema of 3.1 as it is in 3.0. */
function convert(schema: SchemaObject): unknown {
  const document: OpenAPIObject = { ...createOpenApiDocument(), components: { schemas: { Test: schema } } }
  return resolveFragment(toOpenApi30(document), '#/components/schemas/Test')
}

describe('the document as OpenAPI 3.0', () => {
  it('is valid, and every $ref leads somewhere', async () => {
    const validator = new Validator()
    const { errors } = await validator.validate(structuredClone({ ...simpler }))
    expect(errors).toBeUndefined()
    expect(validator.version).toBe('3.0')
    for (const ref of listRefs(simpler)) expect(resolveFragment(simpler, ref), ref).toBeDefined()
  })

  it('has no word that only 3.1 knows, in no schema', () => {
    for (const { steps, value } of walk(simpler)) {
      if (steps.some((step) => ['example', 'examples', 'default', 'enum'].includes(step))) continue
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
      if (steps.at(-1) === 'properties') continue
      for (const word of ['const', 'if', 'dependentRequired', 'propertyNames', 'contentMediaType', '$defs']) {
        expect(value, toFragment(steps)).not.toHaveProperty(word)
      }
      if ('type' in value)
        expect(typeof value.type === 'object' || value.type === 'null', toFragment(steps)).toBe(false)
    }
  })
})

describe('a schema as OpenAPI 3.0', () => {
  const text = { type: 'string', description: 'A text.' }
  it.each<[string, object, object]>([
    ['a text or null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    ['a text or a number', { type: ['string', 'number'] }, { anyOf: [{ type: 'string' }, { type: 'number' }] }],
    ['one of a schema and null', { anyOf: [text, { type: 'null' }] }, { ...text, nullable: true }],
    [
      'a reference or null',
      { anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }], description: 'It.' },
      { allOf: [{ $ref: '#/components/schemas/A' }], description: 'It.', nullable: true },
    ],
    [
      'a reference with words next to it',
      { $ref: '#/components/schemas/A', description: 'It.' },
      { allOf: [{ $ref: '#/components/schemas/A' }], description: 'It.' },
    ],
    ['a constant', { const: 'x' }, { enum: ['x'], type: 'string' }],
    ['a bound', { type: 'number', exclusiveMinimum: 0 }, { type: 'number', minimum: 0, exclusiveMinimum: true }],
    ['an example', { type: 'string', examples: ['a', 'b'] }, { type: 'string', example: 'a' }],
    [
      'a field that must not be there',
      { not: { properties: { a: false, const: { const: 1 } } } },
      { not: { properties: { a: { not: {} }, const: { enum: [1], type: 'number' } } } },
    ],
  ])('%s', (_, schema, expected) => {
    expect(convert(schema as SchemaObject)).toEqual(expected)
  })
})
