import { cleanLine } from '../clean-text.ts'
import type { Question } from './search.ts'

/** Search engines cut or refuse longer ones. UTF-16 units. */
const MAX_QUESTION_CHARS = 200
const MAX_KEYWORDS = 8

/** More than the contract takes. UTF-16 units. */
const MAX_PROMPT_CHARS = 2000
const MAX_NAMES = 2

/** The caller's own addresses: no search needs them, and they are not everybody's business. */
const ADDRESSES = /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+/giu

const QUOTED = /["“„«]([^"“”„«»]{3,80})["”“»]/gu

/** A run of capitalised words inside a sentence, in any script that has capitals: most often a name. */
const NAME = /(?<=[\p{Ll}\d,;:] )\p{Lu}[\p{L}\p{N}'’-]+(?: \p{Lu}[\p{L}\p{N}'’-]+)*/gu

/** Long words that say nothing of the subject: how people ask for a post. */
const EMPTY_WORDS = new Set(
  `about after also announce announcing audience because been before being between caption captions content could
  create draft engaging every from friendly have here into just like make more most only other over please post posts
  share should social some such tell that their them then there these they this those through using very want were what
  when where which while will with within would write your`.split(/\s+/),
)

/**
 * The searches that a prompt calls for, the most useful first, by rules that hold for any language: the prompt itself;
 * its key words in the news, and in the last year; the names and quotations in it; its sentences.
 */
export function askQuestions(prompt: string, max: number): readonly Question[] {
  const subject = cleanLine(
    prompt
      .slice(0, MAX_PROMPT_CHARS)
      .replaceAll(ADDRESSES, ' ')
      .replaceAll(/[#@](?=\p{L})/gu, ''),
    MAX_PROMPT_CHARS,
  )
  const keywords = findKeywords(subject)
  const questions: Question[] = [
    { text: subject, category: 'general' },
    { text: keywords, category: 'news' },
    { text: keywords, category: 'general', recent: true },
    ...findNames(subject).map((text): Question => ({ text, category: 'general' })),
    ...splitSentences(subject).map((text): Question => ({ text, category: 'general' })),
  ]
  const asked = new Map<string, Question>()
  for (const question of questions) {
    const text = cleanLine(question.text, MAX_QUESTION_CHARS)
    const key = `${question.category} ${question.recent ?? false} ${text.toLowerCase()}`
    if (text !== '' && !asked.has(key)) asked.set(key, { ...question, text })
  }
  return [...asked.values()].slice(0, max)
}

function findKeywords(subject: string): string {
  const words = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(subject)]
    .filter(({ isWordLike, segment }) => isWordLike === true && isTelling(segment))
    .map(({ segment }) => segment)
  return [...new Set(words)].slice(0, MAX_KEYWORDS).join(' ')
}

/** Scripts without capitals (Chinese, Arabic, ...) also say more in a short word. */
function isTelling(word: string): boolean {
  if (EMPTY_WORDS.has(word.toLowerCase())) return false
  const hasCase = word.toLowerCase() !== word.toUpperCase()
  return hasCase ? word.length >= 4 || /^\p{Lu}{2,}$/u.test(word) : word.length >= 2
}

function findNames(subject: string): readonly string[] {
  const quoted = [...subject.matchAll(QUOTED)].map((match) => match[1] ?? '')
  const names = [...subject.matchAll(NAME)].map(([name]) => name)
  return [...quoted, ...names].slice(0, MAX_NAMES)
}

function splitSentences(subject: string): readonly string[] {
  return [...new Intl.Segmenter('und', { granularity: 'sentence' }).segment(subject)].map(({ segment }) => segment)
}
