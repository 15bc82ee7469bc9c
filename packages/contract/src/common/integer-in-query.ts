import { z } from 'zod'

const DIGITS = /^[0-9]+$/

/**
 * A whole number in an address, where it comes as text, in decimal digits. `Number` would take `1e1`, `0x5`, `+5` and ` 5`,
 * too.
 *
 * @param schema what the number must be, with its default and description: the document shows no others
 */
export function integerInQuery<Schema extends z.ZodType<number, number | undefined>>(schema: Schema) {
  return z.preprocess((value: z.input<Schema>, context): unknown => {
    const given: unknown = value
    if (given === undefined || typeof given === 'number') return given
    if (typeof given === 'string' && DIGITS.test(given)) return Number(given)
    context.addIssue({ code: 'custom', message: 'must be a whole number, in digits', input: given })
    return z.NEVER
  }, schema)
}
