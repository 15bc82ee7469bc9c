/** A phrase that stands in the text word by word, good enough for a hashtag. */
export interface KeyPhrase {
  /** Its words, adjacent in the text, in the caller's own casing. */
  readonly words: readonly string[]
  /** The higher the better; only the order matters. */
  readonly score: number
}

/** Sorts phrases by score, the first of each spelling only. */
export function rankPhrases(phrases: readonly KeyPhrase[]): KeyPhrase[] {
  const best = new Map<string, KeyPhrase>()
  for (const phrase of phrases) {
    const key = phrase.words.join(' ').toLowerCase()
    const known = best.get(key)
    // Said twice is meant: a repeated phrase rises.
    best.set(key, known ? { ...known, score: known.score + 1 } : phrase)
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score)
}
