import { detectLanguage } from '#reading/language/detect-language.ts'
import { STOP_WORDS } from '#reading/language/stop-words.ts'
import { holdTogether } from './hold-together.ts'
import { cutUnspaced, UNSPACED } from './unspaced.ts'
import type { UnspacedPiece } from './unspaced.ts'

/** What no line is broken within. */
export interface Atom {
  readonly text: string
  /** A space stands behind it, which falls away at a line's end. */
  readonly hasSpace: boolean
  /** It leans on the next, as a small word or half of a compound does: no good end of a line. */
  readonly leans: boolean
}

/** How readily a text is broken: `loose` also at hyphens, and within what is read together. */
export type Breaking = 'strict' | 'loose'

/** Cuts a text to what may stand on a line of its own. */
export function atomsOf(text: string, language: string, breaking: Breaking = 'strict'): Atom[] {
  const small = smallWords(text)
  const held = breaking === 'strict' ? holdTogether(text) : text
  const words = held.split(/[^\S\u00a0\u202f]+/u).filter((word) => word !== '')
  const atoms = words.flatMap((word) => {
    const pieces = piecesOf(word, language, breaking)
    return pieces.map(({ text: piece, isWeak }, index) => ({
      text: piece,
      hasSpace: index === pieces.length - 1,
      leans: isWeak || (piece.length <= 4 && small.has(piece.toLowerCase())),
    }))
  })
  return breaking === 'strict' ? glue(atoms, small) : atoms
}

function smallWords(text: string): ReadonlySet<string> {
  const known: Readonly<Partial<Record<string, ReadonlySet<string>>>> = STOP_WORDS
  return known[detectLanguage(text)] ?? new Set()
}

function piecesOf(word: string, language: string, breaking: Breaking): UnspacedPiece[] {
  if (UNSPACED.test(word)) return cutUnspaced(word, language)
  const pieces = breaking === 'loose' ? word.split(HYPHEN) : [word]
  return pieces.map((text, index) => ({ text, isWeak: index < pieces.length - 1 }))
}

/** Where a word that is wider than a line may be broken: `customer-friendly` behind its hyphen, `e-mail` not. */
const HYPHEN = /(?<=\p{L}{3}[-–—/])(?=\p{L}{3})/u

const MONTH = /^(?:jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*[,.]?$/iu

/** Keeps together what is read together: `9 am`, `w Polsce`, a dash and the word before it. */
function glue(atoms: readonly Atom[], small: ReadonlySet<string>): Atom[] {
  const glued: Atom[] = []
  for (const atom of atoms) {
    const last = glued.at(-1)
    const isGlued = last !== undefined && isReadTogether(last, atom.text, small)
    if (isGlued) {
      glued[glued.length - 1] = { ...atom, text: last.text + (last.hasSpace ? '\u00a0' : '') + atom.text }
    } else {
      glued.push(atom)
    }
  }
  return glued
}

// `(Tel Aviv)`, `«Quo vadis»`: so many letters are held together between their signs.
const LONGEST_BRACKET = 20
const OPEN = /[(（[«“„「『]([^)）\]»”」』]*)$/u

function isReadTogether(last: Atom, next: string, small: ReadonlySet<string>): boolean {
  if (/^[–—|/&·•+=:]+$/u.test(next)) return true
  if (!last.hasSpace) return false
  if (/^\p{L}$/u.test(last.text)) return true
  if (OPEN.test(last.text)) return last.text.length + next.length <= LONGEST_BRACKET
  if (MONTH.test(next)) return /^\d{1,2}[.,]?$/u.test(last.text)
  const isNumber = /^[$€£]?\d[\d.,:–-]*$/u.test(last.text) && !/^(?:19|20)\d\d$/u.test(last.text)
  const bare = next.replace(/[,.!?;:]+$/u, '')
  return isNumber && /^\p{L}[\p{L}.]{0,8}$/u.test(bare) && !small.has(bare.toLowerCase())
}
