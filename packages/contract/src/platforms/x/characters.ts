/**
 * What twitter-text tells apart: https://github.com/twitter/twitter-text/tree/master/js/src/regexp (Apache-2.0). It reads
 * UTF-16 code units and folds the case of ASCII only, so none of these patterns has the flag `u`.
 */
const SPACES = String.raw`\t-\r \u0085\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000`
const NO_CHARACTERS = String.raw`\uFFFE\uFEFF\uFFFF`
const DIRECTION_MARKS = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`
const NOT_IN_HOST = String.raw`!'#%&()*+,\\/:;<=>?@\[\]^{|}~$${SPACES}${NO_CHARACTERS}${DIRECTION_MARKS}`

export const LATIN_ACCENTS = String.raw`\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF`

/** A stretch in which a domain may stand. */
export const HOST = new RegExp(`[^${NOT_IN_HOST}]+`, 'g')

/** Whether a label can begin and end with a character of such a stretch. */
export function isName(character: string): boolean {
  return character !== '.' && character !== '_' && character !== '-'
}

/** Directly behind these no link begins. */
export const BEFORE_NO_LINK = new RegExp(`[A-Za-z0-9@\uFF20$#\uFF03${NO_CHARACTERS}]`)
