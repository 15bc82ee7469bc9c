import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SchemaComponents } from '../src/schemas.ts'

describe('schema components', () => {
  it('make one component of a schema that requests and answers share', () => {
    const shared = z.object({ name: z.string() }).meta({ id: 'TestShared' })
    const schemas = new SchemaComponents()
    const refs = [schemas.use(shared, 'input'), schemas.use(z.object({ shared }), 'output')]
    expect(refs[0]).toEqual({ $ref: '#/components/schemas/TestShared' })
    expect(Object.keys(schemas.toObject())).toEqual(['TestShared'])
  })

  it('refuse a schema that is one thing in a request and another in an answer', () => {
    const limited = z.object({ limit: z.number().default(20) }).meta({ id: 'TestLimited' })
    const schemas = new SchemaComponents()
    schemas.use(limited, 'input')
    expect(() => schemas.use(limited, 'output')).toThrow('TestLimited')
  })

  it('keep a bound, a pattern and a format that the contract itself gives', () => {
    const schema = z.object({ count: z.int().min(0).max(9), slug: z.string().regex(/^[a-z]+$/), link: z.url() })
    expect(new SchemaComponents().use(schema, 'output')).toMatchObject({
      properties: {
        count: { type: 'integer', minimum: 0, maximum: 9 },
        slug: { type: 'string', pattern: '^[a-z]+$' },
        link: { type: 'string', format: 'uri' },
      },
    })
  })

  it('leave an open field alone', () => {
    const schema = z.record(z.string(), z.int())
    expect(new SchemaComponents().use(schema, 'output')).toMatchObject({ additionalProperties: { type: 'integer' } })
  })
})
