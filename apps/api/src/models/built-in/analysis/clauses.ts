import { isWithin, protectedSpans } from '#reading/text/protected-spans.ts'
import { capitalizeFirst } from '#reading/text/casing.ts'

const SHORTEST = { spaced: 8, unspaced: 6 } as const
const LEAST = { spaced: 50, unspaced: 16 } as const
// A colon that announces, a dash or a semicolon between two thoughts; in Chinese and Japanese the comma does that.
const SPACED = /:(?=\s)|\s[–—]\s|\s-\s|;(?=\s)/gu
const UNSPACED = /[，；：、]|——/gu

/** A sentence that reads well on two lines, the sign between them kept where it says something. */
export interface Clauses {
  readonly hook: string
  readonly rest: string
}

/**
 * Splits a lone sentence at its one strong clause boundary; undefined where there is none or several: then the
 * boundary may be half of a pair, or a list.
 */
export function splitClauses(sentence: string): Clauses | undefined {
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence)
  const size = isUnspaced ? 'unspaced' : 'spaced'
  if (sentence.length < LEAST[size] || /["“”«»„「」『』()（）\n]/u.test(sentence)) return undefined
  const spans = protectedSpans(sentence)
  const marks = [...sentence.matchAll(isUnspaced ? UNSPACED : SPACED)].filter(({ index }) => !isWithin(spans, index))
  const [mark, ...others] = marks
  if (!mark || others.length > 0) return undefined
  const sign = mark[0].trim()
  const before = sentence.slice(0, mark.index).trim()
  const after = sentence.slice(mark.index + mark[0].length).trim()
  // `9am - 2pm` and `Rovers 3 - 1 United` are one thing.
  if (/\d\p{L}{0,2}$/u.test(before) && /^\d/u.test(after)) return undefined
  if (before.length < SHORTEST[size] || after.length < SHORTEST[size]) return undefined
  // French sets a blank before its colon.
  const colon = mark.index > 0 && sentence.charAt(mark.index - 1) === ' ' && sign === ':' ? ' :' : sign
  const kept = sign === ':' || isUnspaced ? colon.replace(/^(?:——|、)$/u, '') : sign === ';' ? '.' : ''
  return { hook: `${before}${kept}`, rest: capitalizeFirst(after) }
}
