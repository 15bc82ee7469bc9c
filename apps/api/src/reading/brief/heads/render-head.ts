import type { Language } from '../../language/stop-words.ts'
import type { Head } from './read-head.ts'
import type { Rendered } from './render-english.ts'
import { renderEnglish } from './render-english.ts'

/** What an order is about, as a caption says it; undefined where its language has no rules for that. */
export function renderHead(head: Head, language: Language): Rendered | undefined {
  return language === 'en' ? renderEnglish(head) : undefined
}
