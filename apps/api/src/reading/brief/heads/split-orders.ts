import type { Language } from '../../language/stop-words.ts'
import { readHead } from './read-head.ts'

const SEAM = /(?:\s*[,;](?=\s)|\s+[–—-](?=\s)|\s*[:：](?=\s))\s*(?:(?:and|but|so|und|aber|et|y|e|i|en|и|та)\s+)?|\s+(?:and|but|so|und|aber|et|mais|y|e|maar|en)\s+/giu
const LEAST = 8

/**
 * A sentence that holds an order for a piece next to something else, as its parts: `Max 20 people, write a post so ...`,
 * `write something for insta, we open on Saturday`. One that holds none comes back whole.
 */
export function splitOrders(sentence: string, language: Language): string[] {
  for (const { index, 0: seam } of sentence.matchAll(SEAM)) {
    const before = sentence.slice(0, index)
    const after = sentence.slice(index + seam.length)
    if (after.length < LEAST || before.length < LEAST || isQuoted(before)) continue
    const head = readHead(before, language)
    if (head?.isSure && head.content === '') return [`${before}.`, after]
    if (head !== undefined) continue
    const follows = readHead(after, language)
    if (follows?.isSure && follows.isPiece) return [before.length < LEAST ? '' : `${before}.`, after].filter(Boolean)
  }
  return [sentence]
}

function isQuoted(before: string): boolean {
  return (before.match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1
}
