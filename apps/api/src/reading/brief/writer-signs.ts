import type { Language } from '../language/stop-words.ts'
import ENGLISH from './signs/en.json' with { type: 'json' }
import { SIGNS } from './signs-of-languages.ts'

const UNSPACED: ReadonlySet<string> = new Set(['ja', 'zh', 'th'])
const cache = new Map<Language, CompiledSigns>()

interface CompiledSigns {
  readonly orders: readonly RegExp[]
  readonly restrict: RegExp
  readonly nouns: RegExp
  readonly readers: RegExp
  readonly secrecy: RegExp
  readonly seam: RegExp
}

/** The signs of a language as patterns, English ones where it has none. */
export function signsOf(language: Language): CompiledSigns {
  const known = cache.get(language)
  if (known) return known
  const { orders, restrict, nouns, readers, secrecy } = SIGNS[language] ?? ENGLISH
  const isUnspaced = UNSPACED.has(language)
  const start = isUnspaced || language === 'ko' ? '' : String.raw`(?<![\p{L}\p{M}])`
  const word = (source: string) => new RegExp(`${start}(?:${source})`, 'iu')
  const made = {
    orders: orders.map(word),
    restrict: new RegExp(`^(?:${restrict.join('|')})`, 'iu'),
    nouns: word(nouns),
    readers: word(readers),
    secrecy: word(secrecy.join('|')),
    seam: isUnspaced
      ? /(?<=[，、；])|\s+/u
      : /(?<=[,;،])\s+|(?<=[.!?])\s+(?=\p{Ll})|\s+(?:[–—]|--+)\s+|\s+(?=(?:but|aber|maar|mais|pero|mas|ma|ale|ama|tapi|nhưng|но|але|αλλά|लेकिन|पर)\s)/iu,
  }
  cache.set(language, made)
  return made
}

/** Whether a sentence asks for a piece, or shapes one in words that no reader is spoken to with. */
export function speaksToWriter(sentence: string, language: Language): boolean {
  const { orders, nouns, restrict, seam } = signsOf(language)
  if (/\byour?\b/iu.test(sentence)) return false
  return sentence.split(seam).some((clause) => {
    const bare = bareOf(clause)
    return OVER.test(bare) || (nouns.test(bare) && (restrict.test(bare) || orders.some((order) => order.test(bare))))
  })
}

/** What an order that begins a sentence is about; empty where it ends one, undefined where there is none. */
export function withoutOrder(sentence: string, language: Language): string | undefined {
  const bare = bareOf(sentence)
  const found = signsOf(language)
    .orders.map((order) => order.exec(bare))
    .find((match) => match !== null)
  if (!found) return undefined
  if (found.index > 0) return ''
  const rest = bare.slice(found[0].length).replace(ABOUT, '').trim()
  return rest.split(/\s+/u).length >= 2 || rest.length >= 8 ? rest : ''
}

const ABOUT =
  /^[\s,:：，、–—-]*(?:(?:about|for|on|that|über|für|dass|over|voor|sur|pour|sobre|para|su|per|про|о|об|για|về|buat|untuk|tentang|о том, что)(?!\p{L})\s*|(?:介绍一下|介绍|宣传一下|宣传|推广|关于|宣布|告诉大家|通知大家|说说)+)?/iu

/** What a sentence of a brief keeps secret, without the words of secrecy; undefined where it keeps nothing. */
export function keptSecret(sentence: string, language: Language): string | undefined {
  const { secrecy } = signsOf(language)
  return secrecy.test(sentence) ? sentence.replace(secrecy, ' ').trim() : undefined
}

/** A sentence of a brief without the clauses that forbid or shape something; what was left out of it. */
export function withoutRestrictions(sentence: string, language: Language): { said: string; dropped: string[] } {
  const signs = signsOf(language)
  const forbids = (clause: string) => {
    const bare = bareOf(clause)
    if (COUNTS_PEOPLE.test(bare) && !signs.nouns.test(bare)) return false
    if (LACKS.test(bare) && !signs.nouns.test(bare) && !signs.secrecy.test(bare)) return false
    return (signs.restrict.test(bare) && !(signs.readers.test(bare) && !signs.nouns.test(bare))) || OVER.test(bare)
  }
  if (forbids(sentence)) return { said: '', dropped: [sentence] }
  const clauses = sentence.split(signs.seam).filter(Boolean)
  const first = clauses.findIndex((clause, index) => index > 0 && forbids(clause))
  // What stands behind a restriction belongs to it more often than not.
  if (first < 0) return { said: sentence, dropped: [] }
  const end = sentence.indexOf(clauses[first] ?? '')
  const said = sentence
    .slice(0, end)
    .replace(/[\s,;،，、；–—.-]+$/u, '')
    .replace(DANGLING, '')
  const dropped = [sentence.slice(end)]
  const isWhole = UNSPACED.has(language) ? said.length >= 6 : said.split(/\s+/u).length >= 3
  if (!isWhole || quotes(said) % 2 === 1) return { said: '', dropped: [sentence] }
  return { said: said + (UNSPACED.has(language) ? '' : '.'), dropped }
}

// What a thing is without is said of it, unless it is something of a text: `no screws`, but not `no emoji`.
const LACKS =
  /^(?:(?:and|und|et|y|e|en|i|with|mit) )?(?:no|without|zero|ohne|keine?n?|sans|pas de|pas d['’]|sin|sem|senza|zonder|geen|bez|без|utan|inga|ingen|inget|uden|uten|fără|tanpa|χωρίς|בלי|بدون)\s/iu

// `Max 20 people` is a rule for guests, not for a text.
export const COUNTS_PEOPLE =
  /^(?:max(?:imum|imal|imum de|\.)?|at most|only|up to|under|höchstens|nur|solo|máximo|massimo|seulement|no más de) (?:of |de )?\d+ (?!(?:words?|chars?|characters?|sentences?|lines?|wörter|worte|zeichen|sätze|zeilen|mots|phrases|caractères|lignes|palabras|frases|caracteres|líneas|parole|frasi|caratteri|righe|palavras|linhas|woorden|zinnen|tekens)(?!\p{L}))\p{L}/iu
const DANGLING = /\s(?:not|but|and|und|nicht|niet|maar|pas|mais|et|no|pero|y)$/iu
/** `-- ok that's the text`: says where the text ends. */
const OVER = /^(?:ok(?:ay)?,? )?that['’]?s (?:it|all|the (?:text|post|info))\b/iu

function quotes(text: string): number {
  return text.match(/["“”„«»]/gu)?.length ?? 0
}

/** A clause without the signs around it. */
export function bareOf(clause: string): string {
  return clause
    .trim()
    .replace(/^[\s,;،，、(（*•–—-]+/u, '')
    .replace(/[\s.!?。！？।؟]+$/u, '')
}
