import { STOP_WORDS } from '../language/stop-words.ts'
import { GRAMMARS } from './grammars.ts'
import type { Grammar, GrammarLanguage } from './grammars.ts'
import type { KeyPhrase } from './key-phrase.ts'
import { findNames } from './names.ts'
import { plainTokens } from './plain-tokens.ts'
import type { PlainToken } from './plain-tokens.ts'

const SHORTEST = 4
const LONGEST = 28

/**
 * Nouns, and adjectives with theirs, where the grammar tells them for sure: behind an article, a possessive or a verb
 * that takes an object. What is not sure is left out; inflected forms stay as they are in the text.
 */
export function findByGrammar(text: string, language: GrammarLanguage): KeyPhrase[] {
  const grammar = GRAMMARS[language]
  const tokens = plainTokens(text)
  const stop: ReadonlySet<string> = STOP_WORDS[language]
  const phrases: KeyPhrase[] = []
  const add = (words: readonly string[], score: number) => {
    if (words.join('').length <= LONGEST) phrases.push({ words, score: score - phrases.length * 0.1 })
  }
  const isContent = (token: PlainToken | undefined): token is PlainToken =>
    token !== undefined &&
    token.isJoined &&
    /^\p{L}[\p{L}\p{M}'’ʼ-]+$/u.test(token.word) &&
    !stop.has(token.lower) &&
    !grammar.weak.has(token.lower) &&
    !grammar.isNoNoun.test(token.lower)

  for (const [index, token] of tokens.entries()) {
    if (!grammar.openers.has(token.lower)) continue
    let at = index + 1
    while (isSkipped(grammar, tokens[at])) at++
    const first = tokens[at]
    const second = tokens[at + 1]
    if (!isContent(first)) continue
    if (grammar.adjective.test(first.lower)) {
      if (isContent(second) && second.word.length >= 3) add([first.word, second.word], 3)
    } else if (second?.isJoined && second.lower === grammar.link && isContent(tokens[at + 2])) {
      add([first.word, second.word, tokens[at + 2]?.word ?? ''], 3)
    } else if (first.word.length >= SHORTEST) {
      add([first.word], 2)
    }
  }
  const isNoName = (word: string) => stop.has(word) || grammar.weak.has(word)
  return [...(grammar.declinesNames ? [] : findNames(text, isNoName)), ...phrases]
}

function isSkipped(grammar: Grammar, token: PlainToken | undefined): boolean {
  return token !== undefined && token.isJoined && (grammar.skipped.has(token.lower) || grammar.openers.has(token.lower))
}
