import { blankProtected } from '../text/protected-spans.ts'

/** A word and whether only a blank parts it from the one before. */
export interface PlainToken {
  readonly word: string
  readonly lower: string
  readonly isJoined: boolean
}

/** The words of a text in any script with spaces; links, handles and hashtags are left out. */
export function plainTokens(text: string): PlainToken[] {
  const blanked = blankProtected(text)
  let end = 0
  return [...blanked.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ-]*/gu)].map((match) => {
    const gap = blanked.slice(end, match.index)
    end = match.index + match[0].length
    const word = match[0].replace(/['’ʼ-]+$/u, '')
    return { word, lower: word.toLowerCase(), isJoined: gap === ' ' && word.length > 0 }
  })
}
