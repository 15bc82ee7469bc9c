import { shortenWords } from '#image-models/built-in/words/shorten-words.ts'
import type { Warning } from '@powerpost/contract'

/** Letters that people read in a second of what moves: more than of subtitles, since it stands until the end. */
const LETTERS_PER_SECOND = 22

/** As much of a text as can be read while a video lasts, and what is said of the rest. */
export interface ShownText {
  readonly shown: string
  readonly warnings: readonly Warning[]
}

export function readInTime(text: string, seconds: number): ShownText {
  const shown = shortenWords(text, LETTERS_PER_SECOND * seconds)
  if (shown.trim() === '' || normalized(shown) === normalized(text)) return { shown: text, warnings: [] }
  const message = `The video shows the beginning of the text: more cannot be read in ${seconds} seconds.`
  return { shown, warnings: [{ code: 'text_left_out', message, field: 'prompt' }] }
}

function normalized(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
