import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Schemas } from '../scripts/generator/schemas.ts'
import { TypeWriter } from '../scripts/generator/type-writer.ts'

function write(schema: z.ZodType, direction: 'input' | 'output' = 'output'): string {
  const schemas = new Schemas()
  const writer = new TypeWriter({ schemas, input: direction === 'input', aliases: { Size: ['s', 'm'] } })
  return writer.write(schemas.read(schema, direction))
}

const colour = z.enum(['red', 'blue']).meta({ id: 'TestColour', description: 'What it looks like.' })

describe('a type', () => {
  it.each([
    [z.string().nullable(), 'string | null'],
    [z.iso.datetime().nullable(), 'string | null'],
    [z.int().min(3), 'number'],
    [z.array(z.enum(['a', 'b'])), "('a' | 'b')[]"],
    [z.array(colour).nullable(), 'TestColour[] | null'],
    [z.record(z.string(), z.boolean()), 'Record<string, boolean>'],
    [z.literal("it's"), String.raw`'it\'s'`],
    [z.enum(['s', 'm']), 'Size'],
    [z.unknown(), 'unknown'],
    [z.union([z.string(), z.number()]), 'string | number'],
  ])('%# is written as one would', (schema, text) => {
    expect(write(schema)).toBe(text)
  })

  it('says of each field what it is, its bounds and its default', () => {
    const schema = z.object({
      limit: z.int().min(1).max(100).default(20).meta({ description: 'How many.' }),
      colours: z.array(colour).max(3).optional(),
      end: z.iso.datetime().meta({ description: 'When it ends.' }).nullable().optional(),
      colour,
    })
    expect(write(schema, 'input')).toBe(`{
  /**
   * How many.
   * @minimum 1
   * @maximum 100
   * @default 20
   */
  limit?: number | undefined
  /** @maxItems 3 */
  colours?: readonly TestColour[] | undefined
  /**
   * When it ends.
   * @format date-time
   */
  end?: string | null | undefined
  /** What it looks like. */
  colour: TestColour
}`)
    expect(write(schema)).toContain('  limit: number\n')
  })

  it('of a name that means two things stops the generator', () => {
    const schemas = new Schemas()
    schemas.read(z.object({ a: colour }), 'output')
    const other = z.object({ limit: z.number().default(2) }).meta({ id: 'TestTwoThings' })
    schemas.read(z.object({ other }), 'input')
    expect(() => schemas.read(z.object({ other }), 'output')).toThrow('TestTwoThings')
  })

  it('that cannot be written stops the generator', () => {
    const schemas = new Schemas()
    const writer = new TypeWriter({ schemas, input: false, aliases: {} })
    expect(() => writer.write({ not: {} })).toThrow('is not known')
  })
})
