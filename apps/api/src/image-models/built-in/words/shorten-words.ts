import { shorten } from '#reading/text/shorten.ts'
import { visualLength } from '../type/graphemes.ts'

/** Letters of the text that are looked at, for each that may be kept: what follows cannot matter. */
const LOOKED_AT = 3

/** The longest beginning of a text that is no longer than so many letters: sentences, a clause, or words with an ellipsis. */
export function shortenWords(text: string, longest: number): string {
  const looked = beginningOf(text, longest * LOOKED_AT)
  return shorten(looked, (candidate) => candidate.length <= longest * 2 && visualLength(candidate) <= longest)
}

/** A text's first characters, up to the end of a word where that is near. */
export function beginningOf(text: string, characters: number): string {
  if (text.length <= characters) return text
  const cut = text.slice(0, characters)
  const space = cut.search(/\s\S*$/u)
  return (space > characters / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/\ufffd$/u, '')
}
