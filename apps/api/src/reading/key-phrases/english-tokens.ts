import { blankProtected } from '../text/protected-spans.ts'
import {
  BREAKING_WORDS,
  DESCRIPTIVE_ADJECTIVES,
  EVALUATIVE_ADJECTIVES,
  IRREGULAR_VERB_FORMS,
  KNOWN_CASING,
  VERB_FORMS,
} from './english-words.ts'

/** A word with what is known of its place. */
export interface Token {
  readonly word: string
  readonly lower: string
  /** What stands between the word before and this one. */
  readonly gap: string
  readonly opensSentence: boolean
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/u
const TIME =
  /^(?:days?|weeks?|weekend|months?|years?|hours?|minutes?|mornings?|evenings?|afternoons?|nights?|noon|january|february|march|april|may|june|july|august|september|october|november|december)$/u
const DAY_RANGE = /^(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*-(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*$/u
const NOUN_CONTEXT = new Set(
  `a an the our my your his her its their this that these those no some any every each another of new first second last
  all in on at for with from by about into`.split(/\s+/u),
)
const BEFORE_A_VERB = new Set('now also always never still finally already really just who not'.split(' '))
const MODALS = new Set(
  "please let's will would can could should must may might shall don't doesn't didn't can't won't cannot".split(' '),
)
const GERUND_NOUN =
  /^(?:training|cooking|painting|meeting|opening|building|running|marketing|shipping|writing|learning|planning|shopping|feeling|hiking|testing|cleaning|hiring)$/u
const WORKS =
  /^(?:works|helps|wins|matters|opens|closes|starts|ends|continues|returns|runs|changes|grows|sells|lasts|stays)$/u
const NOUN_IN_LY = /^(?:family|supply|assembly|italy|monthly|weekly|daily|butterfly|july|early)$/u

/** The words of an English text, links, handles and hashtags left out. */
export function tokenize(text: string): Token[] {
  const blanked = blankProtected(text)
  const tokens: Token[] = []
  let end = 0
  for (const match of blanked.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*|[$€£]?\d[\d.,]*%?/gu)) {
    const word = match[0].replace(/['’-]+$/u, '')
    const gap = blanked.slice(end, match.index)
    tokens.push({
      word,
      lower: word.toLowerCase().replace('’', "'"),
      gap,
      opensSentence: match.index === 0 || /[^\s,'"“”‘’()&/-]|\n/u.test(gap),
    })
    end = match.index + match[0].length
  }
  return tokens
}

/** Whether a token names a day or a stretch of time. */
export function isTime(token: Token): boolean {
  return isTimeWord(token.lower)
}

export function isTimeWord(lower: string): boolean {
  return WEEKDAY.test(lower) || TIME.test(lower)
}

/** Whether a token can stand in a noun phrase, behind the words that the phrase has so far. */
export function isContent(tokens: readonly Token[], index: number, run: readonly Token[]): boolean {
  const token = tokens[index]
  const previous = tokens[index - 1]
  const next = tokens[index + 1]
  if (!token) return false
  const { lower, word } = token
  const isCapital = /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && !token.opensSentence
  if (/^[$€£\d]/u.test(word)) return /^\d{1,4}$/u.test(word) && token.gap === ' ' && isName(run.at(-1))
  if (DAY_RANGE.test(lower)) return false
  if (KNOWN_CASING.get(lower) === word) return true
  // `Berlin Half Marathon`: within a name any word may stand.
  if (/^\p{Lu}$/u.test(word) && isName(run.at(-1)) && next?.gap === ' ') return true
  if (isCapital && isName(run.at(-1)) && !isTime(token) && lower.length > 2) return true
  if (BREAKING_WORDS.has(lower.replace(/'s$/u, '')) || lower.length < 2 || isContraction(lower)) return false
  // `rainy Sunday` and `race day`, but not `match Saturday` or `ends Sunday`.
  if (isTime(token) && WEEKDAY.test(lower) && run.length > 0) return isAdjective(run.at(-1))
  if (isTime(token)) return run.length > 0 ? !run.some(isTime) : WEEKDAY.test(lower) && isThemeDay(next)
  if (lower.endsWith('ly') && lower.length > 4 && !NOUN_IN_LY.test(lower)) return false
  // A capital within a sentence makes a name of a word that would be a verb.
  if (isCapital) return true
  if (previous && token.gap === ' ' && BEFORE_A_VERB.has(previous.lower) && /(?:[^s]s|ed)$/u.test(lower)) return false
  if (previous && token.gap === ' ' && MODALS.has(previous.lower) && run.length === 0) return false
  if (previous?.lower === 'to' && token.gap === ' ' && isInfinitive(token, next)) return false
  const isPastForm = /[^e]ed$/u.test(lower) && lower.length > 4
  return VERB_FORMS.has(lower) || isPastForm ? isNounHere(token, previous, next, run) : true
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}|^\p{Ll}+\p{Lu}/u.test(token.word) && !token.opensSentence && !isTime(token)
}

function isContraction(lower: string): boolean {
  return /n't$|'(?:re|ve|ll|m|d)$/u.test(lower) || /^(?:it|that|what|here|there|who|he|she|let)'s$/u.test(lower)
}

// `Monday motivation`, but not `on Monday customers` with a capital or a verb behind it.
function isThemeDay(next: Token | undefined): boolean {
  return (
    next?.gap === ' ' &&
    /^\p{Ll}{4,}$/u.test(next.word) &&
    !BREAKING_WORDS.has(next.lower) &&
    !VERB_FORMS.has(next.lower)
  )
}

// `to reconcile invoices`: what follows `to` and has an object is a verb, known or not.
function isInfinitive(token: Token, next: Token | undefined): boolean {
  return next?.gap === ' ' && !isAdjective(token) && !/(?:s|ing)$/u.test(token.lower)
}

/** Whether a word that is a verb elsewhere is a noun, or part of one, here. */
function isNounHere(
  token: Token,
  previous: Token | undefined,
  next: Token | undefined,
  run: readonly Token[],
): boolean {
  const { lower } = token
  if (token.opensSentence)
    return !lower.endsWith('ing') && next !== undefined && /^(?:tips|ideas|day|club|house|list|week)$/u.test(next.lower)
  const before = run.at(-1)
  if (IRREGULAR_VERB_FORMS.has(lower)) return false
  if (before) {
    if (lower.endsWith('ed') || IRREGULAR_VERB_FORMS.has(lower)) return false
    if (lower.endsWith('ing')) return GERUND_NOUN.test(lower)
    // `our cinnamon rolls.` ends there; `our team rolls out ...` goes on.
    const isLast = next === undefined || /[.,;:!?\n]/u.test(next.gap)
    if (/[^s]s$/u.test(lower)) return isAdjective(before) || (isLast && !WORKS.test(lower))
    return !/[^s]s$/u.test(before.lower)
  }
  if (!previous || token.gap !== ' ' || !NOUN_CONTEXT.has(previous.lower)) return false
  // `our new burger its dropping Friday`.
  if (previous.lower === 'its' && lower.endsWith('ing')) return GERUND_NOUN.test(lower)
  return lower.endsWith('ing') || !(previous.lower === 'that' || (previous.lower === 'this' && lower.endsWith('s')))
}

export function isAdjective(token: Token | undefined): boolean {
  return token !== undefined && (EVALUATIVE_ADJECTIVES.has(token.lower) || DESCRIPTIVE_ADJECTIVES.has(token.lower))
}
