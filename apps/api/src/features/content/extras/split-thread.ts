import { findUrls, measureText } from '@powerpost/contract'

/** What X takes in one post. */
const MOST = 280

/** The most parts: what is longer is no thread that anybody reads. */
const MOST_PARTS = 25

const fits = (text: string) => measureText(text, 'x_weighted') <= MOST

/** A text as the parts of a thread, each of at most 280 characters as X counts them, cut at paragraphs, sentences, else words. */
export function splitThread(text: string): string[] {
  const pieces = text
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .flatMap((paragraph) => splitLong(paragraph).map((piece, index) => ({ piece, joint: index === 0 ? '\n\n' : ' ' })))
  const parts: string[] = []
  for (const { piece, joint } of pieces) {
    const last = parts.at(-1)
    const joined = last === undefined ? piece : `${last}${joint}${piece}`
    if (last !== undefined && fits(joined)) parts[parts.length - 1] = joined
    else parts.push(piece)
  }
  return parts.slice(0, MOST_PARTS)
}

function splitLong(paragraph: string): string[] {
  if (fits(paragraph)) return [paragraph]
  const sentences = segments(paragraph, 'sentence')
  return sentences.flatMap((sentence) => (fits(sentence) ? [sentence] : splitWords(sentence)))
}

/** At blanks; where there are none, as in Chinese, at words. Links stay whole. */
function splitWords(sentence: string): string[] {
  const words = sentence.split(/(?<=\s)/u).flatMap((word) => (fits(word) ? [word] : splitDense(word)))
  const parts: string[] = []
  for (const word of words) {
    const last = parts.at(-1)
    if (last !== undefined && fits(`${last}${word}`.trimEnd())) parts[parts.length - 1] = `${last}${word}`
    else parts.push(word)
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

function splitDense(word: string): string[] {
  return findUrls(word).length > 0 ? [word] : segments(word, 'grapheme', false)
}

function segments(text: string, granularity: 'sentence' | 'grapheme', trims = true): string[] {
  const found = Array.from(new Intl.Segmenter('und', { granularity }).segment(text), ({ segment }) => segment)
  return trims ? found.map((segment) => segment.trim()).filter(Boolean) : found
}
