import type { Language } from '../language/stop-words.ts'
import ar from './signs/ar.json' with { type: 'json' }
import cs from './signs/cs.json' with { type: 'json' }
import da from './signs/da.json' with { type: 'json' }
import fi from './signs/fi.json' with { type: 'json' }
import hu from './signs/hu.json' with { type: 'json' }
import no from './signs/no.json' with { type: 'json' }
import ro from './signs/ro.json' with { type: 'json' }
import sv from './signs/sv.json' with { type: 'json' }
import de from './signs/de.json' with { type: 'json' }
import el from './signs/el.json' with { type: 'json' }
import en from './signs/en.json' with { type: 'json' }
import es from './signs/es.json' with { type: 'json' }
import fr from './signs/fr.json' with { type: 'json' }
import he from './signs/he.json' with { type: 'json' }
import hi from './signs/hi.json' with { type: 'json' }
import id from './signs/id.json' with { type: 'json' }
import it from './signs/it.json' with { type: 'json' }
import ja from './signs/ja.json' with { type: 'json' }
import ko from './signs/ko.json' with { type: 'json' }
import nl from './signs/nl.json' with { type: 'json' }
import pl from './signs/pl.json' with { type: 'json' }
import pt from './signs/pt.json' with { type: 'json' }
import ru from './signs/ru.json' with { type: 'json' }
import th from './signs/th.json' with { type: 'json' }
import tr from './signs/tr.json' with { type: 'json' }
import uk from './signs/uk.json' with { type: 'json' }
import vi from './signs/vi.json' with { type: 'json' }
import zh from './signs/zh.json' with { type: 'json' }

/** Signs, in one language, that a text speaks to a writer. Each entry is the source of a regular expression, in any case. */
interface WriterSigns {
  /** Asks for a piece. */
  readonly orders: readonly string[]
  /** A clause that forbids or shapes something, where the whole is a brief. */
  readonly restrict: readonly string[]
  /** What only a writer deals with, and what readers need not do. */
  readonly nouns: string
  readonly readers: string
  readonly secrecy: readonly string[]
}

const SIGNS: Readonly<Partial<Record<Language, WriterSigns>>> = {
  ar,
  cs,
  da,
  fi,
  hu,
  no,
  ro,
  sv,
  de,
  el,
  en,
  es,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  th,
  tr,
  uk,
  vi,
  zh,
}
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

function signsOf(language: Language): CompiledSigns {
  const known = cache.get(language)
  if (known) return known
  const { orders, restrict, nouns, readers, secrecy } = SIGNS[language] ?? en
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

const ITSELF = String.raw`(?:it|this|that|them|das|dies|es|ihn|cela|ça|lo|la|isso|esto|eso|dit|dat|het|to|tego|это|об этом|це|про це|bunu|nó|này|điều này|ini|itu|这(?:个|件事)?|此事|これ|このこと|이거|이건|इसे|यह|هذا|ذلك|זה)`
const POINTS = new RegExp(
  String.raw`(?<![\p{L}\p{M}])${ITSELF}(?![\p{L}\p{M}])[\s,]*(?:\p{L}+[\s,]+){0,3}(?:secret|quiet|private|confidential|under wraps|to yourself|geheim|vertraulich|für dich|secreto|secret\p{L}*|segredo|segreto|секрет\p{L}*|тайн\p{L}+|gizli|bí mật|rahasia)|(?:mention|reveal|say|tell(?: \p{L}+)?|share|publish|announce|leak|verraten?|verrate?|erwähne?n?|erzähle?n?|sag|dis|dire|digas|contes|cuentes|diga|dire|dirlo|zeg|vertel|verklap|mów|zdradzaj|говори|сообщай|рассказывай|söyleme|anlatma|bilang)\s+(?:\p{L}+\s+){0,2}?${ITSELF}(?=\s*(?:$|[.,!?;)]|(?:until|till|yet|before|to|on|please|pls|for|anywhere|publicly|bitte|noch|bis|avant|antes|hasta|prima|fino|voor|tot|przed|до|пока)(?!\p{L})))`,
  'iu',
)

/** Whether a sentence says something and, in the same breath, that it is a secret: `Marco leaves, but keep it quiet`. */
export function speaksOfWhatWasSaid(sentence: string, language: Language): boolean {
  const { secrecy, seam } = signsOf(language)
  const clauses = sentence.split(seam).filter(Boolean)
  return clauses.slice(1).some((clause) => pointsBack(clause, secrecy))
}

/** Whether a sentence says of the one before that it is a secret: `Keep this to yourself until Friday.` */
export function keepsWhatWasSaid(sentence: string, language: Language): boolean {
  const { secrecy } = signsOf(language)
  const bare = bareOf(sentence)
  const isShort = bare.split(/\s+/u).length <= MOST_OF_A_POINTER
  return isShort && withoutSecrecy(bare, language) === '' && pointsBack(bare, secrecy)
}

const MOST_OF_A_POINTER = 10

function pointsBack(clause: string, secrecy: RegExp): boolean {
  const at = secrecy.exec(clause)?.index
  return at !== undefined && POINTS.test(clause.slice(at))
}

/** A sentence without the words that keep it secret. */
export function withoutSecrecy(sentence: string, language: Language): string {
  const { secrecy, seam } = signsOf(language)
  return sentence
    .split(seam)
    .filter((clause) => clause !== '' && !secrecy.test(clause))
    .join(' ')
}

/** A sentence of a brief without the clauses that forbid or shape something; what was left out of it. */
export function withoutRestrictions(sentence: string, language: Language): { said: string; dropped: string[] } {
  const signs = signsOf(language)
  const forbids = (clause: string) => {
    const bare = bareOf(clause)
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

const DANGLING = /\s(?:not|but|and|und|nicht|niet|maar|pas|mais|et|no|pero|y)$/iu
/** `-- ok that's the text`: says where the text ends. */
const OVER = /^(?:ok(?:ay)?,? )?that['’]?s (?:it|all|the (?:text|post|info))\b/iu

function quotes(text: string): number {
  return text.match(/["“”„«»]/gu)?.length ?? 0
}

function bareOf(clause: string): string {
  return clause
    .trim()
    .replace(/^[\s,;،，、(（*•–—-]+/u, '')
    .replace(/[\s.!?。！？।؟]+$/u, '')
}
