import { z } from 'zod'

/** Unicode code points, as JSON Schema counts `minLength` and `maxLength`: an emoji of one code point is 1, not 2. */
export function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** PostgreSQL cannot store U+0000, so no stored text may contain it. */
const WITHOUT_NUL = /^[^\u0000]*$/u

interface TextOptions {
  /** In Unicode code points. */
  readonly min?: number
  /** In Unicode code points. */
  readonly max: number
  /**
   * What it must match: its regex refuses U+0000 itself. Of two patterns JSON Schema makes an `allOf`, and generators of
   * code a type that is no text. The document says `documented`, if there is one: it accepts whatever the regex does, and is
   * read by every language.
   */
  readonly pattern?: { readonly regex: RegExp; readonly documented?: string; readonly message: string }
}

/**
 * Characters that show nothing: white space, control characters, zero-width characters, marks of direction, variation selectors,
 * tags and fillers, as the inside of a character class.
 */
export const BLANK =
  String.raw`\s\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e` +
  String.raw`\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}`

/** Has a character that people see. */
export const NOT_BLANK = {
  regex: new RegExp(String.raw`^[${BLANK}]*[^${BLANK}\u0000][^\u0000]*$`, 'u'),
  documented: String.raw`^\s*[^\s\u0000][^\u0000]*$`,
  message: 'must not be blank',
} as const

/**
 * A text whose length is bounded in Unicode code points, and said so in the document.
 *
 * zod's own `min` and `max` count UTF-16 code units, JSON Schema's `minLength` and `maxLength` code points. A text with
 * emoji would then be refused by the server and accepted by the document, or the other way round.
 */
export function boundedText({ min = 0, max, pattern }: TextOptions) {
  const text = z
    .string()
    .refine((value) => countCodePoints(value) >= min, {
      error: `must have at least ${min} ${min === 1 ? 'character' : 'characters'}`,
      abort: true,
    })
    .refine((value) => countCodePoints(value) <= max, { error: `must have at most ${max} characters` })
    .refine((value) => WITHOUT_NUL.test(value), { error: 'must not contain the character U+0000', abort: true })
  const { regex = WITHOUT_NUL, documented = regex.source, message = '' } = pattern ?? {}
  return text
    .refine((value) => regex.test(value), { error: message })
    .meta({
      ...(min > 0 && { minLength: min }),
      maxLength: max,
      pattern: documented,
    })
}
