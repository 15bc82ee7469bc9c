import { readPrompt } from '#reading/brief/read-prompt.ts'
import { detectLanguage } from '#reading/language/detect-language.ts'
import type { Language } from '#reading/language/stop-words.ts'
import { closeSentence } from '#reading/text/casing.ts'
import { splitSentences } from '#reading/text/sentences.ts'
import type { Unit } from '#reading/text/units.ts'
import type { ResearchNote } from '../../port.ts'

const MOST_SOURCES = 2
const MOST_SENTENCES = 2
const MOST_CHARACTERS = 280
const LEAST_CHARACTERS = 30

interface Said {
  readonly prompt: string
  readonly language: Language
  /** The paragraph that it begins with. */
  readonly paragraph: number
}

/**
 * What the caller's sources say of themselves, in their own words: the title and the first sentences, then the address. A
 * page of another language than the text says nothing, and neither does a sentence that speaks to a writer.
 */
export function sayOfSources(notes: readonly ResearchNote[], { prompt, language, paragraph }: Said): Unit[] {
  return notes
    .filter((note) => language === 'unknown' || detectLanguage(note.text.slice(0, 1000)) === language)
    .slice(0, MOST_SOURCES)
    .flatMap((note, index): Unit[] => {
      const words = [titleOf(note, prompt), ...firstSentences(note, prompt, language)].filter(
        (part) => part !== undefined,
      )
      if (words.length === 0) return []
      const at = paragraph + index
      const link: readonly Unit[] = prompt.includes(note.url) ? [] : [{ text: note.url, kind: 'lines', paragraph: at }]
      return [...words.map((text): Unit => ({ text, kind: 'sentence', paragraph: at })), ...link]
    })
}

/** The name of a page without that of its site: `Our new kiln | Potters of Bath`. */
function titleOf({ title = '' }: ResearchNote, prompt: string): string | undefined {
  const name = title.split(/\s[|–—·»]\s/u)[0]?.trim() ?? ''
  const isSaid = prompt.toLowerCase().includes(name.toLowerCase())
  return name.length < 8 || isSaid || speaksToWriter(name) ? undefined : closeSentence(name)
}

function firstSentences({ text, title = '' }: ResearchNote, prompt: string, language: Language): string[] {
  const opening =
    text.split(/\n+/u).find((line) => line.trim().length >= LEAST_CHARACTERS && !title.includes(line.trim())) ?? ''
  const kept: string[] = []
  let left = MOST_CHARACTERS
  for (const sentence of splitSentences(opening.trim(), language === 'unknown' ? 'und' : language)) {
    left -= sentence.length
    if (left < 0 || kept.length === MOST_SENTENCES) break
    if (speaksToWriter(sentence) || prompt.includes(sentence)) break
    kept.push(sentence)
  }
  return kept
}

function speaksToWriter(sentence: string): boolean {
  const { isRequest, attacks } = readPrompt(sentence, detectLanguage(sentence))
  return isRequest || attacks.length > 0
}
