/** No body of this API is deeper than a few levels. */
const MAX_DEPTH = 32
/** The longest honest body has a few hundred fields and items. */
const MAX_VALUES = 10_000

const QUOTE = '"'.charCodeAt(0)
const BACKSLASH = '\\'.charCodeAt(0)
const COMMA = ','.charCodeAt(0)
const OPENING = new Set(['[', '{'].map((character) => character.charCodeAt(0)))
const CLOSING = new Set([']', '}'].map((character) => character.charCodeAt(0)))

/**
 * Why a JSON text is not to be parsed; undefined when it may be. Before it is parsed, since that is what costs: a mebibyte
 * of brackets takes a third of a second. Whether it is JSON at all is not looked at.
 */
export function findJsonExcess(text: string): string | undefined {
  let depth = 0
  let values = 1
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === QUOTE) at = endOfString(text, at)
    else if (character === COMMA) values += 1
    else if (CLOSING.has(character)) depth -= 1
    else if (OPENING.has(character)) {
      depth += 1
      values += 1
    }
    if (depth > MAX_DEPTH) return `must be nested at most ${MAX_DEPTH} levels deep`
    if (values > MAX_VALUES) return `must hold at most ${MAX_VALUES} fields and items`
  }
  return undefined
}

/** Where the string that begins at a place ends. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === QUOTE) return at
    if (character === BACKSLASH) at += 1
  }
  return text.length
}
