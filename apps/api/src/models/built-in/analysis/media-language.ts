import { detectLanguage } from '#reading/language/detect-language.ts'
import type { Language } from '#reading/language/stop-words.ts'

/**
 * The language of a brief without a prompt: that of its call to action, else of its file name, else English, which the
 * API itself speaks. Words of an unknown language get nothing put around them.
 */
export function languageOfMedia(cta: string | undefined, fileTitle: string | undefined): Language {
  if (cta && /\p{L}{3}/u.test(cta) && !isBareLink(cta)) return detectLanguage(cta)
  if (!fileTitle) return 'en'
  const ofTitle = detectLanguage(fileTitle)
  // File names leave out the small words that a language is told by.
  return ofTitle === 'unknown' && /^[\x20-\x7e]+$/u.test(fileTitle) ? 'en' : ofTitle
}

function isBareLink(text: string): boolean {
  return !/\s/u.test(text) && /[./]/u.test(text)
}
