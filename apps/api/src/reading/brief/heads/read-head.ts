import type { Language } from '../../language/stop-words.ts'
import { GETS_IN_TOUCH } from '../orders.ts'
import type { HeadLexicon, Relation } from './lexicon.ts'
import { headLexicon } from './lexicon.ts'

/** An order taken apart: what it asks to be done with what follows. */
export interface Head {
  readonly relation: Relation
  /** What follows the order. Empty: it is a bare order for a piece. */
  readonly content: string
  /** What stands before it. */
  readonly lead: string
  /** Whether no reader is spoken to like that. Another one counts only next to an order that is sure. */
  readonly isSure: boolean
  /** Whether it asks for a piece, not by a verb alone. */
  readonly isPiece: boolean
  /** How the piece is to be: `in a formal tone`. */
  readonly manners: readonly string[]
}

/** How much each kind of word speaks for an order. What is not known speaks against one. */
const WEIGHTS = {
  polite: 0.6,
  make: 1.2,
  small: 0,
  piece: 2,
  weak: 1,
  place: 1,
  readers: 0.6,
  manner: 0.5,
  time: 0,
  occasion: 0.3,
  link: 1,
  unknown: -0.45,
} as const
const LEAST = 2
const SURE = 2.4
const MOST_UNKNOWN = 4
/** An occasion decides only where the link says nothing by itself. */
const PLAIN: ReadonlySet<Relation> = new Set(['about', 'that', 'announce'])

/**
 * Reads the order that a sentence begins with: its words are weighed one after the other until one leads to what the order is
 * about. Undefined where they do not weigh enough to be an order, or lead nowhere.
 */
export function readHead(sentence: string, language: Language): Head | undefined {
  const lexicon = headLexicon(language)
  if (!lexicon || GETS_IN_TOUCH.test(sentence.replace(/[\s.!?]+$/u, ''))) return undefined
  return readVerb(sentence, lexicon) ?? readPiece(sentence, lexicon)
}

/** What is wanted by readers, too: `Need something for the weekend?` */
const SEEKS = /^(?:need|want|get|have|do|share|post|put|send|publish|provide|suggest|make|give|think|design)/iu
const GAP = /[\s,!(]*/uy
/** A few words in quotation marks before the piece: `a "we're hiring" post`. */
const QUOTED = /[“"„«‘][^“”"„«»]{2,30}[”"“»’]/uy
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'&-]*/uy

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? at + found[0].length : -1
}

function skip(text: string, at: number): number {
  return Math.max(at, matchAt(GAP, text, at))
}

/** `Announce that ...`, `please thank our sponsors for ...`. */
function readVerb(text: string, lexicon: HeadLexicon): Head | undefined {
  let at = skip(text, 0)
  const begins = () => lexicon.tells.some(([pattern]) => matchAt(pattern, text, at) >= 0)
  for (let next = at; next >= 0 && !begins(); next = matchAt(lexicon.polite, text, at)) at = skip(text, next)
  for (const [pattern, relation, strength] of lexicon.tells) {
    const end = matchAt(pattern, text, at)
    if (end < 0) continue
    const placed = matchAt(lexicon.place, text, skip(text, end))
    const next = placed < 0 ? skip(text, end) : skip(text, placed)
    const isToAudience = matchAt(lexicon.audience, text, next) >= 0
    if (matchAt(lexicon.toReaders, text, next) >= 0) continue
    const isColon = strength === 'sure' && /^\s*[:：]/u.test(text.slice(end))
    if (!isToAudience && !isColon && matchAt(lexicon.objects, text, next) < 0) continue
    const isSure = strength === 'sure' || (strength === 'audience' && isToAudience)
    return {
      relation,
      content: text.slice(next).trim(),
      lead: text.slice(0, next),
      isSure: isSure && !WITH_US.test(text),
      isPiece: false,
      manners: [],
    }
  }
  return undefined
}

const WITH_US = /\bwith us\b/iu

/** `Can you do something for insta about ...`. */
function readPiece(text: string, lexicon: HeadLexicon): Head | undefined {
  let at = skip(text, 0)
  let score = 0
  let unknown = 0
  let hasPiece = false
  let hasStrongPiece = false
  let hasMake = false
  let hasSureMake = false
  let hasPlace = false
  let occasion: Relation | undefined
  const manners: string[] = []
  while (at < text.length) {
    if (hasPiece || hasMake) {
      const isAside = ASIDES.some((kind) => isAsideAt(kind, text, at, lexicon))
      const led = isAside ? undefined : (toWhom(text, at, occasion) ?? linkAt(text, at, lexicon, hasPiece))
      if (led && score + (PLAIN.has(led.relation) && !led.isSaid ? 0 : WEIGHTS.link) >= LEAST) {
        const relation = occasion && PLAIN.has(led.relation) ? occasion : led.relation
        return {
          relation,
          content: text.slice(led.end).trim(),
          lead: text.slice(0, led.end),
          isSure: hasSureMake || hasStrongPiece || score >= SURE || (hasPlace && led.relation === 'that'),
          isPiece: true,
          manners,
        }
      }
    }
    const quoted = matchAt(QUOTED, text, at)
    if (quoted >= 0 && !hasPiece) {
      occasion = lexicon.occasions.find(([pattern]) => matchAt(pattern, text, at + 1) >= 0)?.[1] ?? occasion
      at = skip(text, quoted)
      continue
    }
    const named = lexicon.occasions.find(([pattern]) => matchAt(pattern, text, at) >= 0)
    if (named) occasion = named[1]
    const kind = KINDS.find((one) =>
      one === 'readers' ? isAsideAt(one, text, at, lexicon) : matchAt(lexicon[one], text, at) >= 0,
    )
    const end = kind ? matchAt(lexicon[kind], text, at) : matchAt(WORD, text, at)
    if (kind === 'manner' && end >= 0) manners.push(text.slice(at, end))
    if (end < 0) return undefined
    const isStop = !kind && matchAt(lexicon.stops, text, at) >= 0
    if (!kind && !isStop && hasPiece && score >= SURE && isTail(text.slice(at)))
      return { ...bareHead(text, occasion, [...manners, text.slice(at).replace(/[.!?…]+$/u, '')]) }
    if (isStop || (!kind && (hasPiece || (!named && ++unknown > MOST_UNKNOWN)))) return undefined
    score += WEIGHTS[kind ?? (named ? 'occasion' : 'unknown')]
    hasPlace ||= kind === 'place'
    hasPiece ||= kind === 'piece' || kind === 'weak' || kind === 'place'
    hasStrongPiece ||= kind === 'piece'
    hasMake ||= kind === 'make'
    hasSureMake ||= kind === 'make' && !SEEKS.test(text.slice(at, end))
    at = skip(text, end)
    if (/[.!?…]/u.test(text.charAt(at))) break
  }
  const isBare =
    score >= LEAST && (hasStrongPiece || hasMake) && hasPiece && text.slice(at).replace(/[\s.!?…]+/gu, '') === ''
  return isBare ? bareHead(text, occasion, manners) : undefined
}

function bareHead(text: string, occasion: Relation | undefined, manners: readonly string[]): Head {
  return { relation: occasion ?? 'about', content: '', lead: text, isSure: true, isPiece: true, manners }
}

/** `but classy`: a few words behind a piece that say how it is to be. */
function isTail(rest: string): boolean {
  return (
    /^(?:but|and|with|in|using|without|mit|ohne|avec|sans|con|sin|com|sem|senza|met|zonder|aber|mais|pero|ma|maar|nothing|not|something)\b/iu.test(
      rest,
    ) &&
    rest.split(/\s+/u).length <= 6 &&
    !/\d/u.test(rest)
  )
}

/** `for our community`, but not in `for our community choir`. */
function isAsideAt(kind: (typeof ASIDES)[number], text: string, at: number, lexicon: HeadLexicon): boolean {
  const end = matchAt(lexicon[kind], text, at)
  if (end < 0 || kind !== 'readers') return end >= 0
  const next = skip(text, end)
  return (
    next >= text.length ||
    /^[^\p{L}\p{N}\s]/u.test(text.slice(end).trimStart()) ||
    linkAt(text, next, lexicon, true) !== undefined
  )
}

const ASIDES = ['place', 'readers', 'manner', 'time'] as const
const KINDS = [...ASIDES, 'piece', 'weak', 'polite', 'make', 'small'] as const

const TO_WHOM: ReadonlySet<Relation> = new Set(['thank', 'farewell', 'congratulate', 'welcome', 'sorry'])

/** `a thank-you post to our sponsors` */
function toWhom(text: string, at: number, occasion: Relation | undefined): Led | undefined {
  const isTo = occasion !== undefined && TO_WHOM.has(occasion) && /^to\s\p{L}/iu.test(text.slice(at, at + 4))
  return isTo ? { end: at + 2, relation: occasion, isSaid: false } : undefined
}

interface Led {
  readonly end: number
  readonly relation: Relation
  readonly isSaid: boolean
}

function linkAt(text: string, at: number, { links }: HeadLexicon, hasPiece: boolean): Led | undefined {
  for (const [pattern, relation] of links) {
    // `Give us a call about ...` asks for no piece.
    if (!hasPiece && PLAIN.has(relation)) continue
    const end = matchAt(pattern, text, at)
    if (end >= 0 && /\p{L}{2}|\p{N}/u.test(text.slice(end))) return { end, relation, isSaid: relation === 'announce' }
  }
  return undefined
}
