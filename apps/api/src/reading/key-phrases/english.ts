import { BREAKING_WORDS, EVALUATIVE_ADJECTIVES, FIXED_PHRASES, GENERAL_NOUNS, KNOWN_CASING } from './english-words.ts'
import { isAdjective, isContent, isTime, isTimeWord, tokenize } from './english-tokens.ts'
import type { Token } from './english-tokens.ts'
import type { KeyPhrase } from './key-phrase.ts'
import { findNames } from './names.ts'

const LONGEST = 26
// `café customers` is found by the café.
const PEOPLE = /^(?:customer|user|member|client|follower|people|team|compan(?:y|ies))s?$/u
// `14 countries` says how many, `is stable` how it is: neither says what a text is about.
const COUNTS_OR_SAYS_HOW =
  /^(?:[$€£]?[\d.,]+[km]?|is|are|was|were|been|so|very|too|really|feels?|looks?|we're|they're|it's|i'm|you're)$/u
const MEASURE =
  /^(?:cups?|teaspoons?|tablespoons?|grams?|pounds?|litres?|liters?|pieces?|slices?|cans?|beds?|baths?|bedrooms?|bathrooms?)$/u
const SHOUTED_LENGTH = 4

/** Noun phrases and names of an English text, best first by score. */
export function findEnglishPhrases(text: string): KeyPhrase[] {
  const tokens = tokenize(withoutNoise(text))
  const isShouted = !/\p{Ll}/u.test(text)
  const phrases = fixedPhrases(tokens)
  const known = new Set(phrases.map(keyOf))
  const add = (phrase: KeyPhrase | undefined) => {
    // A fixed phrase is found as a noun phrase too, and must not count as said twice.
    if (phrase && !known.has(keyOf(phrase))) phrases.push(phrase)
  }
  for (const found of runsOf(tokens)) {
    // `14 countries` says how many, not what it is about.
    if (!(found.isCounted && found.run.length === 1)) add(toPhrase(found, phrases.length, isShouted))
  }
  for (const phrase of phrases) known.add(keyOf(phrase))
  if (!isShouted) for (const name of namesOf(text)) add(name)
  return phrases
}

function keyOf({ words }: KeyPhrase): string {
  return words.join(' ').toLowerCase()
}

// A discount code is to be typed, not followed; the full stop of `Dr.` would part a name.
function withoutNoise(text: string): string {
  return text
    .replace(/\b(?:Dr|Mr|Mrs|Ms|Prof)\.\s/gu, '')
    .replace(/(?<=\bcode:? ["“]?)[A-Z0-9]{3,}\b/gu, (code) => '\u0000'.repeat(code.length))
}

function namesOf(text: string): KeyPhrase[] {
  const isNoName = (word: string) => BREAKING_WORDS.has(word) || isTimeWord(word) || /['’](?:m|ve|ll|d|re)$/u.test(word)
  return findNames(withoutNoise(text), isNoName)
    .filter(({ words }) => words.length > 1 || !GENERAL_NOUNS.has(words[0]?.toLowerCase() ?? ''))
    .map((name) => ({ ...name, score: name.words.length > 1 ? name.score : name.score - 0.1 }))
}

interface Run {
  readonly run: Token[]
  readonly isCounted: boolean
}

/** The stretches of words that can be noun phrases. */
function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [{ run: [], isCounted: false }]
  for (const [index, token] of tokens.entries()) {
    const current = runs.at(-1)?.run ?? []
    const isJoined = token.gap === ' ' || (token.gap === ' & ' && /^\p{Lu}/u.test(token.word))
    const kept = isJoined ? current : []
    if (!isContent(tokens, index, kept)) {
      runs.push({ run: [], isCounted: false })
      continue
    }
    if (kept.length > 0) kept.push(token)
    else if (isLabel(token, tokens[index + 1])) continue
    else
      runs.push({
        run: [token],
        isCounted: token.gap === ' ' && COUNTS_OR_SAYS_HOW.test(tokens[index - 1]?.lower ?? ''),
      })
    // `the city's best coffee` has a break behind the owner, `Anna's Bakery` has none.
    if (/^\p{Ll}.*['’]s$/u.test(token.word)) runs.push({ run: [], isCounted: false })
  }
  return runs.filter(({ run }) => run.length > 0)
}

// `Docs:` and `Reminder:` are signposts, not what it is about.
function isLabel(token: Token, next: Token | undefined): boolean {
  return token.opensSentence && next !== undefined && /^\s*:/u.test(next.gap)
}

function toPhrase({ run, isCounted }: Run, found: number, isShouted: boolean): KeyPhrase | undefined {
  // `2 cups flour`, `2 bath home`: a measure is not what it is about.
  let kept = isCounted && run.length > 1 && MEASURE.test(run[0]?.lower ?? '') ? run.slice(1) : [...run]
  while (kept[0] && isTrimmed(kept[0], kept[1])) kept = kept.slice(1)
  while (kept.length > 1 && (isAdjective(kept.at(-1)) || PEOPLE.test(kept.at(-1)?.lower ?? '')))
    kept = kept.slice(0, -1)
  kept = nameWithin(kept) ?? kept
  const isAllName = kept.length <= 4 && kept.every(isNameWord)
  if (kept.length > 3 && !isAllName) kept = kept.slice(-2)
  if (kept.map(({ word }) => word).join('').length > LONGEST) kept = kept.slice(-1)
  const [only, ...others] = kept
  if (!only || isVague(kept)) return undefined
  const isAlone = others.length === 0
  if (isAlone && /['’]s$/u.test(only.word) && !isNameWord(only)) return undefined
  if (isAlone && isShouted && only.lower.length < SHOUTED_LENGTH) return undefined
  const hasName = !isShouted && kept.some((token) => /\p{Lu}/u.test(token.word) && !token.opensSentence)
  const score = isAlone ? (hasName ? 2.7 : 1) : hasName ? 4 : 3
  return { words: kept.map(({ word }) => word), score: score - found * 0.15 }
}

const isNameWord = ({ word }: Token) => /^\p{Lu}|^\d/u.test(word)

/** The name in a phrase that is more than a name: `Lisa Park` in `founder Lisa Park`. */
function nameWithin(kept: readonly Token[]): Token[] | undefined {
  const start = kept.findIndex(isNameWord)
  const rest = kept.slice(Math.max(start, 0))
  const end = rest.findIndex((token) => !isNameWord(token))
  const name = end === -1 ? rest : rest.slice(0, end)
  const isPlainBefore = kept.slice(0, start).every(({ word }) => /^\p{Ll}+$/u.test(word))
  const isLong = kept.length > 3 || (start > 0 && end === -1)
  return start !== -1 && name.length > 1 && !kept[start]?.opensSentence && isPlainBefore && isLong ? name : undefined
}

/** Whether a phrase says too little to find anything by. */
function isVague(kept: readonly Token[]): boolean {
  const says = kept.filter(
    (token) => !isTime(token) && !GENERAL_NOUNS.has(token.lower) && !EVALUATIVE_ADJECTIVES.has(token.lower),
  )
  if (kept.length > 1)
    return says.length === 0 && kept.some((token) => isTime(token) || EVALUATIVE_ADJECTIVES.has(token.lower))
  const [only] = kept
  return (
    says.length === 0 ||
    isAdjective(only) ||
    (only !== undefined && only.lower.length < 3 && !KNOWN_CASING.has(only.lower))
  )
}

function isTrimmed(token: Token, next: Token | undefined): boolean {
  if (EVALUATIVE_ADJECTIVES.has(token.lower) || /^\p{Ll}{3,}est$/u.test(token.word)) return true
  const isThemeDay = token.lower.endsWith('day') && next !== undefined && !isTime(next)
  return (
    next !== undefined &&
    (/^(?:few|other|many|several|tips|lots)$/u.test(token.lower) || (isTime(token) && !isThemeDay))
  )
}

function fixedPhrases(tokens: readonly Token[]): KeyPhrase[] {
  const found: KeyPhrase[] = []
  for (const phrase of FIXED_PHRASES) {
    const start = tokens.findIndex((_, index) => phrase.every((word, offset) => tokens[index + offset]?.lower === word))
    if (start === -1) continue
    const words = tokens.slice(start, start + phrase.length).map(({ word }) => word)
    found.push({ words, score: phrase.some((word) => BREAKING_WORDS.has(word)) ? 2.2 : 3.4 })
  }
  return found
}
