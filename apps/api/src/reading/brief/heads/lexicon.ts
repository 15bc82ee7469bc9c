import type { Language } from '../../language/stop-words.ts'
import de from './lexicon/de.json' with { type: 'json' }
import en from './lexicon/en.json' with { type: 'json' }
import es from './lexicon/es.json' with { type: 'json' }
import fr from './lexicon/fr.json' with { type: 'json' }
import it from './lexicon/it.json' with { type: 'json' }
import nl from './lexicon/nl.json' with { type: 'json' }
import pt from './lexicon/pt.json' with { type: 'json' }

/** How a piece, or the verb of an order, relates to what follows it. */
export type Relation =
  | 'about'
  | 'that'
  | 'announce'
  | 'promote'
  | 'tease'
  | 'thank'
  | 'sorry'
  | 'warn'
  | 'remind'
  | 'tell'
  | 'invite'
  | 'ask'
  | 'welcome'
  | 'congratulate'
  | 'wish'
  | 'say'
  | 'celebrate'
  | 'explain'
  | 'farewell'
  | 'birthday'
  | 'seek'
  | 'excite'
  | 'thankbei'
  | 'thankend'
  | 'sorrythat'
  | 'remindthat'
  | 'invitezu'
  | 'request'
  | 'reply'
  | 'thanksluck'
  | 'sothat'

/** The words of orders in one language: sources of regular expressions, in any case. */
export interface HeadWords {
  /** Politeness and the beginnings of wishes; verbs that make a piece; small words between the two. */
  readonly polite: string
  readonly make: string
  readonly small: string
  /** Subjects and verbs of statements: behind one of them there is no order. */
  readonly stops: string
  /** Names of pieces that no reader is offered, and of pieces that a text for readers may speak of, too. */
  readonly piece: string
  readonly weak: string
  /** Where it is to be posted, and for whom. */
  readonly place: string
  readonly readers: string
  /** How a piece is to be, and when it is wanted. */
  readonly manner: string
  readonly time: string
  /** What leads from a piece to its subject. */
  readonly links: readonly (readonly string[])[]
  /**
   * Verbs that order by themselves: `announce`. `sure`: no reader is spoken to like that; `audience`: not if readers are named
   * behind it; `weak`: readers may be, so it counts beside another order.
   */
  readonly tells: readonly (readonly string[])[]
  /** Words before a piece that say what it is for: `birthday`. */
  readonly occasions: readonly (readonly string[])[]
  /** Readers, as an order names them: `all our customers`. */
  readonly audience: string
  /** What may follow a verb that orders; and what follows one that speaks to readers. */
  readonly objects: string
  readonly toReaders: string
}

/** How surely a verb speaks to a writer. */
export type Strength = 'sure' | 'audience' | 'weak'

/** The words of a language at a place of a text: sticky patterns. */
export interface HeadLexicon {
  readonly polite: RegExp
  readonly make: RegExp
  readonly small: RegExp
  readonly stops: RegExp
  readonly piece: RegExp
  readonly weak: RegExp
  readonly place: RegExp
  readonly readers: RegExp
  readonly manner: RegExp
  readonly time: RegExp
  readonly links: readonly (readonly [pattern: RegExp, relation: Relation])[]
  readonly tells: readonly (readonly [pattern: RegExp, relation: Relation, strength: Strength])[]
  /** Readers, as an order names them. */
  readonly audience: RegExp
  readonly occasions: readonly (readonly [pattern: RegExp, relation: Relation])[]
  readonly objects: RegExp
  readonly toReaders: RegExp
}

const WORDS: Readonly<Partial<Record<Language, HeadWords>>> = { de, en, es, fr, it, nl, pt }
const cache = new Map<Language, HeadLexicon>()

/** The lexicon of a language; undefined where there is none. */
export function headLexicon(language: Language): HeadLexicon | undefined {
  const known = cache.get(language)
  const words = WORDS[language]
  if (known ?? !words) return known
  const made = compile(words)
  cache.set(language, made)
  return made
}

const END = String.raw`(?![\p{L}\p{M}\p{N}])`

function compile(words: HeadWords): HeadLexicon {
  const at = (source: string) => new RegExp(`(?:${source})${END}`, 'iuy')
  // A sign ends by itself.
  const link = (source: string) => new RegExp(String.raw`(?:${source})(?:(?<![\p{L}\p{M}])|${END})`, 'iuy')
  const pairs = (entries: readonly (readonly string[])[], make: (source: string) => RegExp) =>
    entries.map(([source = '(?!)', relation = 'about']) => [make(source), relation as Relation] as const)
  return {
    polite: at(words.polite),
    make: at(words.make),
    small: at(words.small),
    stops: at(words.stops),
    piece: at(words.piece),
    weak: at(words.weak),
    place: at(String.raw`(?:${words.place})(?!-\p{L})`),
    readers: at(words.readers),
    manner: at(words.manner),
    time: at(words.time),
    links: pairs(words.links, link),
    tells: words.tells.map(([source = '(?!)', relation, strength]) => [
      link(source),
      relation as Relation,
      strength as Strength,
    ]),
    audience: at(words.audience),
    occasions: pairs(words.occasions, at),
    objects: new RegExp(`(?:${words.objects})`, 'iuy'),
    toReaders: at(words.toReaders),
  }
}
