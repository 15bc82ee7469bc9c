import { shorten } from '#reading/text/shorten.ts'
import { visualLength } from '../type/graphemes.ts'

/** The most characters that one sign takes, in Myanmar and the like: what stands further behind cannot matter. */
const MOST_OF_A_SIGN = 8

/** The longest beginning of a text that is no longer than so many letters: sentences, a clause, or words with an ellipsis. */
export function shortenWords(text: string, longest: number): string {
  const looked = beginningOf(text, longest * MOST_OF_A_SIGN)
  return shorten(
    looked,
    (candidate) => candidate.length <= longest * MOST_OF_A_SIGN && visualLength(candidate) <= longest,
  )
}

/** A text's first characters, up to the end of a word where that is near. */
export function beginningOf(text: string, characters: number): string {
  if (text.length <= characters) return text
  const cut = text.slice(0, characters)
  const space = cut.search(/\s\S*$/u)
  return (space > characters / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/\ufffd$/u, '')
}
