import type { OutboundAnswer } from '#outbound/index.ts'

/** As JSON.parse of V8 calls it: with the characters that stood for a value. */
type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown

/** Whole numbers that JavaScript would round are read as strings: ids of posts have 19 figures. */
const keepLongNumbers: Reviver = (_key, value, context) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(context?.source ?? '')
    ? context?.source
    : value

/** The JSON of an answer; undefined where it is none. */
export function readJson({ body }: Pick<OutboundAnswer, 'body'>): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'), keepLongNumbers) as unknown
  } catch {
    return undefined
  }
}
