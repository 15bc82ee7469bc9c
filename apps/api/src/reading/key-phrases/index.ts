import type { Language } from '../language/stop-words.ts'
import { findByGrammar } from './by-grammar.ts'
import { findChineseJapanesePhrases } from './chinese-japanese.ts'
import { findEnglishPhrases } from './english.ts'
import { findGermanPhrases } from './german.ts'
import { rankPhrases } from './key-phrase.ts'
import type { KeyPhrase } from './key-phrase.ts'
import { findNames } from './names.ts'
import {
  findArabicPhrases,
  findHindiPhrases,
  findKoreanPhrases,
  findRussianPhrases,
  findThaiPhrases,
} from './other-scripts.ts'
import { findRomancePhrases } from './romance.ts'
import { findSlavicPhrases } from './slavic.ts'
import {
  findHebrewPhrases,
  findIndonesianPhrases,
  findTurkishPhrases,
  findVietnamesePhrases,
} from './turkish-and-others.ts'

export type { KeyPhrase } from './key-phrase.ts'

const FINDERS: Record<Language, (text: string) => KeyPhrase[]> = {
  en: findEnglishPhrases,
  es: (text) => findRomancePhrases(text, 'es'),
  fr: (text) => findRomancePhrases(text, 'fr'),
  pt: (text) => findRomancePhrases(text, 'pt'),
  it: (text) => findRomancePhrases(text, 'it'),
  de: findGermanPhrases,
  nl: (text) => findByGrammar(text, 'nl'),
  sv: (text) => findByGrammar(text, 'sv'),
  da: (text) => findByGrammar(text, 'da'),
  no: (text) => findByGrammar(text, 'no'),
  el: (text) => findByGrammar(text, 'el'),
  hu: (text) => findByGrammar(text, 'hu'),
  fi: (text) => findByGrammar(text, 'fi'),
  ro: (text) => findByGrammar(text, 'ro'),
  pl: (text) => findSlavicPhrases(text, 'pl'),
  cs: (text) => findSlavicPhrases(text, 'cs'),
  uk: (text) => findSlavicPhrases(text, 'uk'),
  tr: findTurkishPhrases,
  id: findIndonesianPhrases,
  vi: findVietnamesePhrases,
  he: findHebrewPhrases,
  ja: (text) => findChineseJapanesePhrases(text, 'ja'),
  zh: (text) => findChineseJapanesePhrases(text, 'zh'),
  ko: findKoreanPhrases,
  th: findThaiPhrases,
  ar: findArabicPhrases,
  hi: findHindiPhrases,
  // Russian declines names, and a tag in the wrong case finds nothing.
  ru: findRussianPhrases,
  unknown: (text) => (DECLINES_NAMES.test(text) ? [] : findNames(text, () => false)),
}

// Letters of Slavic and Turkic languages, Hungarian and the like, which write `in Kraków` as `w Krakowie`; scripts too.
const DECLINES_NAMES = /[ąćęłńśźżčďěňřšťůžőűğışđ]|\p{Script=Cyrillic}|\p{Script=Greek}/iu

/** The phrases of a text that are worth a hashtag, best first. Few and good: a text without any has none. */
export function findKeyPhrases(text: string, language: Language): KeyPhrase[] {
  const found = rankPhrases(FINDERS[language](text))
  return found.length > 0 || language === 'en' ? found : wholePrompt(text)
}

// A prompt of one to three words without a sentence in it is itself the phrase: `Weihnachtsmarkt Köln`.
function wholePrompt(text: string): KeyPhrase[] {
  const words = text.split(/\s+/u)
  const isPhrase =
    words.length <= 3 && words.every((word) => /^[\p{L}\p{M}\p{N}'’-]{2,}$/u.test(word)) && text.length <= 26
  return isPhrase && /\p{L}{3}/u.test(text) ? [{ words, score: 1 }] : []
}
