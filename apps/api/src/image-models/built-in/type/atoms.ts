import { detectLanguage } from '#reading/language/detect-language.ts'
import { STOP_WORDS } from '#reading/language/stop-words.ts'

/** What no line is broken within. */
export interface Atom {
  readonly text: string
  /** A space stands behind it, which falls away at a line's end. */
  readonly hasSpace: boolean
  /** A small word that leans on the next: no good end of a line. */
  readonly leans: boolean
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]/u
// Never at the beginning of a line: https://www.w3.org/TR/jlreq/#prohibition_rules_for_line_start_and_line_end
const NO_START =
  /^[、。，．,.・：；:;？！?!)\]}）］｝〉》」』】〕〗”’»›…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜～%％°℃\p{M}]/u
const NO_END = /[([{（［｛〈《「『【〔〖“‘«‹¿¡$€£¥￥#]$/u
// Japanese particles and endings, and Chinese ones, belong to what they follow.
const TRAILS = /^(?:[\p{Script=Hiragana}ー]{1,4}|[家个個位杯款场場次种種件本的了吗嗎吧呢们們着著过過地得之])$/u

/** Cuts a text to what may stand on a line of its own. */
export function atomsOf(text: string, language: string): Atom[] {
  const small = smallWords(text)
  const words = text.split(/[^\S\u00a0\u202f]+/u).filter((word) => word !== '')
  const atoms = words.flatMap((word) => {
    const pieces = piecesOf(word, language)
    return pieces.map((piece, index) => ({
      text: piece,
      hasSpace: index === pieces.length - 1,
      leans: piece.length <= 4 && small.has(piece.toLowerCase()),
    }))
  })
  return glue(atoms)
}

// A single sign belongs to the word before it (`咖啡馆`), unless it begins something.
const BEGINS =
  /^[在和与與及或是我你他她它这這那就都也不有到从從为為把被将將让讓向对對本该該每各此今明当當若如因以于於请請来來去要会會能可只再又还還更最很太两兩一二三四五六七八九十]$/u
const ONE_HAN = /^\p{Script=Han}$/u
const ENDS_HAN = /\p{Script=Han}{2}$/u

function smallWords(text: string): ReadonlySet<string> {
  const known: Readonly<Partial<Record<string, ReadonlySet<string>>>> = STOP_WORDS
  return known[detectLanguage(text)] ?? new Set()
}

function piecesOf(word: string, language: string): string[] {
  if (!UNSPACED.test(word)) return splitHyphens(word)
  const pieces: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(word)) {
    const last = pieces.at(-1)
    const holds =
      last !== undefined &&
      (NO_START.test(segment) ||
        NO_END.test(last) ||
        TRAILS.test(segment) ||
        (language.startsWith('zh') && ONE_HAN.test(segment) && ENDS_HAN.test(last) && !BEGINS.test(segment)) ||
        !(UNSPACED.test(last.slice(-1)) || UNSPACED.test(segment.slice(0, 1)) || NO_START.test(last.slice(-1))))
    if (holds) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}

/** `customer-friendly` may be broken behind its hyphen, `e-mail` not. */
function splitHyphens(word: string): string[] {
  return word.split(/(?<=\p{L}{3}[-–—/])(?=\p{L}{3})/u)
}

const MONTH = /^(?:jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*[,.]?$/iu

/** Keeps together what is read together: `9 am`, `w Polsce`, a dash and the word before it. */
function glue(atoms: readonly Atom[]): Atom[] {
  const glued: Atom[] = []
  for (const atom of atoms) {
    const last = glued.at(-1)
    const isGlued = last !== undefined && isReadTogether(last, atom.text)
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

function isReadTogether(last: Atom, next: string): boolean {
  if (/^[–—|/&·•+=:]+$/u.test(next)) return true
  if (!last.hasSpace) return false
  if (/^\p{L}$/u.test(last.text)) return true
  if (OPEN.test(last.text)) return last.text.length + next.length <= LONGEST_BRACKET
  const isNumber = /^[$€£]?\d[\d.,:]*$/u.test(last.text)
  return isNumber && (/^\p{L}[\p{L}.]{0,3}[,.!?;:]?$/u.test(next) || MONTH.test(next))
}
