import { blankProtected } from '../text/protected-spans.ts'
import { VERB_FORMS } from '../key-phrases/english-words.ts'
import { ENGLISH_CONTENT_WORDS } from './english-content-words.ts'
import { OTHER_LATIN_STOP_WORDS, STOP_WORDS } from './stop-words.ts'
import type { Language } from './stop-words.ts'

const SCRIPTS = {
  latin: /\p{Script=Latin}/gu,
  han: /\p{Script=Han}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  hangul: /\p{Script=Hangul}/gu,
  thai: /\p{Script=Thai}/gu,
  arabic: /\p{Script=Arabic}/gu,
  devanagari: /\p{Script=Devanagari}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
} as const

type Script = keyof typeof SCRIPTS

/**
 * The language of a text, or `unknown` when in doubt.
 *
 * Doubt is cheap: a text of unknown language only loses its stock phrases. A wrong guess puts English around Turkish.
 */
export function detectLanguage(text: string): Language {
  const plain = blankProtected(text)
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'unknown'
  const counts = countScripts(plain)
  const isMostly = (...scripts: Script[]) =>
    scripts.reduce((sum, script) => sum + counts[script], 0) >= letters * (scripts.includes('latin') ? 0.85 : 0.5)

  if (counts.kana > 0 && isMostly('han', 'kana')) return 'ja'
  if (isMostly('han')) return 'zh'
  if (isMostly('hangul')) return 'ko'
  if (isMostly('thai')) return 'th'
  // Persian and Urdu share the script, not the grammar; these letters are theirs alone.
  if (isMostly('arabic')) return /[پچژگکیےٹڈ]/u.test(plain) ? 'unknown' : 'ar'
  if (isMostly('devanagari')) return 'hi'
  if (isMostly('cyrillic')) return /[ыэё]/iu.test(plain) || !/[іїєґўјљњћђџ]/iu.test(plain) ? 'ru' : 'unknown'
  return isMostly('latin') ? detectLatin(plain) : 'unknown'
}

function countScripts(text: string): Record<Script, number> {
  const count = (script: Script) => text.match(SCRIPTS[script])?.length ?? 0
  return {
    latin: count('latin'),
    han: count('han'),
    kana: count('kana'),
    hangul: count('hangul'),
    thai: count('thai'),
    arabic: count('arabic'),
    devanagari: count('devanagari'),
    cyrillic: count('cyrillic'),
  }
}

// Romance neighbours share many small words; English put around another language is the worse mistake.
const MOST_DOUBT = { english: 0.5, other: 0.6 } as const
const LATIN_LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'it', 'nl'] as const

function detectLatin(text: string): Language {
  const words =
    text
      .toLowerCase()
      .replace(/’/gu, "'")
      .match(/[\p{L}\p{M}']+/gu) ?? []
  const share = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length
  const scores = LATIN_LANGUAGES.map((language) => ({
    language,
    hits: share(STOP_WORDS[language]) + letterHints(text, language),
  }))
  const english = words.filter((word) => !STOP_WORDS.en.has(word) && isEnglishWord(word)).length
  const ranked = scores
    .map(({ language, hits }) => ({ language, hits: language === 'en' ? hits + english - foreignLetters(text) : hits }))
    .toSorted((a, b) => b.hits - a.hits)
  const [best, second] = ranked
  if (!best || !second) return 'unknown'
  const strongestOther = Math.max(second.hits, ...OTHER_LATIN_STOP_WORDS.map(share))
  const isEnough = best.hits >= Math.max(1, words.length * 0.18)
  return isEnough &&
    best.hits > strongestOther &&
    strongestOther <= best.hits * MOST_DOUBT[best.language === 'en' ? 'english' : 'other']
    ? best.language
    : 'unknown'
}

function isEnglishWord(word: string): boolean {
  return ENGLISH_CONTENT_WORDS.has(word) || (word.length > 3 && VERB_FORMS.has(word))
}

/** Letters that English keeps only in loan words: one (`café`) is no evidence, several are. */
function foreignLetters(text: string): number {
  return (text.match(/[^\P{Script=Latin}a-zA-Zéèñçï]/gu)?.length ?? 0) + (text.match(/[¿¡]/gu)?.length ?? 0) * 3
}

function letterHints(text: string, language: (typeof LATIN_LANGUAGES)[number]): number {
  if (language === 'es') return /[ñ¿¡]/u.test(text) ? 1 : 0
  if (language === 'de') return /[ßäöü]/iu.test(text) ? 0.5 : 0
  if (language === 'pt') return /[ãõ]/iu.test(text) ? 1 : 0
  return 0
}
