import { contract } from '@powerpost/contract/routes'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listRoutes } from './router.ts'
import { findUnknownFields } from './unknown-fields.ts'

const routesWithBody = listRoutes(contract).flatMap((route) => {
  const {
    requestExamples = {},
    operationId,
    scope,
  } = route.metadata as {
    readonly operationId: string
    readonly scope: string | null
    readonly requestExamples?: Readonly<Record<string, unknown>>
  }
  const schema = 'body' in route ? route.body : undefined
  // The forms of pages are read by their handlers.
  return scope !== null && schema instanceof z.ZodType
    ? [{ operationId, schema, examples: Object.values(requestExamples) }]
    : []
})

interface Spoiled {
  readonly value: unknown
  /** Where the unknown field was put. */
  readonly path: string
}

/** A value with an unknown field in one of its objects, for each of its objects. */
function* spoil(value: unknown, path = ''): Generator<Spoiled> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const spoiled of spoil(item, `${path}[${index}]`)) {
        yield { value: value.with(index, spoiled.value), path: spoiled.path }
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { value: { ...value, nobodys: { deep: 1 } }, path: `${path}${path && '.'}nobodys` }
    for (const [name, inner] of Object.entries(value)) {
      for (const spoiled of spoil(inner, `${path}${path && '.'}${name}`)) {
        yield { value: { ...value, [name]: spoiled.value }, path: spoiled.path }
      }
    }
  }
}

describe.each(routesWithBody)('of $operationId', ({ schema, examples }) => {
  it('every field of its examples is known', () => {
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(findUnknownFields(example, schema.parse(example)).named).toEqual([])
  })

  it('an unknown field is found in every object of the body', () => {
    for (const { value, path } of examples.flatMap((example) => [...spoil(example)])) {
      expect(findUnknownFields(value, schema.parse(value)).named).toEqual([path])
    }
  })
})

it('names twenty, and counts the others', () => {
  const given = Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`field${index}`, index]))
  const { named, more } = findUnknownFields(given, {})
  expect(named).toHaveLength(20)
  expect(more).toBe(8980)
})

it('names a field of a mebibyte by its beginning', () => {
  expect(findUnknownFields({ ['x'.repeat(1_000_000)]: 1 }, {}).named).toEqual(['x'.repeat(100)])
})

it('knows no field by the name of what every object inherits', () => {
  const given: unknown = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "toString": 1}')
  expect(findUnknownFields(given, z.object({}).parse(given)).named).toEqual(['__proto__', 'constructor', 'toString'])
})
