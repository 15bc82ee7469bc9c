import type { Language } from '../language/stop-words.ts'
import { findLinks } from '../text/find-links.ts'
import { capitalizeFirst } from '../text/casing.ts'

/** What a piece of a brief says about its subject. */
export type FactKind = 'when' | 'price' | 'where' | 'contact' | 'other'

export interface Fact {
  readonly kind: FactKind
  readonly text: string
}

/** A subject without the facts that were hung on to it. */
export interface SplitSubject {
  readonly topic: string
  readonly facts: readonly Fact[]
}

const MONEY =
  /[$€£¥₹₩₽฿₺₴₫]\s?\d|\d[\d.,]*\s?(?:[€£¥₹₩₽฿₺₴₫$]|(?:zł|kr|kč|usd|eur|euros?|dollars?|pounds?|quid|bucks?|руб\p{L}*|грн|tl|lira|lei|ft|reais|pesos|rupiah|rp|dirhams?)(?!\p{L}))|(?:R\$|Rp|US\$)\s?\d|\d+円|\d+元|\d+원|\d+ ?บาท|(?<![\d.,:])\d{1,3}[.,]\d{2}(?![\d.,:%])/iu
const FREE =
  /(?<!\p{L})(?:free(?! of\b)|gratis|kostenlos|eintritt frei|gratuit\p{L}*|entrada libre|entrée libre|entrada franca|ingresso libero|ücretsiz|бесплатн\p{L}*|безкоштовн\p{L}*|bezpłatn\p{L}*|wstęp wolny|miễn phí)(?!\p{L})|無料|免费|무료|\d\s?%|%\s?\d/iu
const CLOCK =
  /(?<!\d)\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h(?!\p{L})|uur|o['’]clock)(?!\p{L})|(?<![\d.,])\d{1,2}:\d{2}(?!\d)|\d{1,2}\s?[-–]\s?\d{1,2}(?=\s?(?:am|pm|h|uhr|uur|$))|\d{1,2}\s?(?:時|点|시)|24\/7/iu
const DAYS_OF_ANY =
  /(?<!\p{L})(?:today|tonight|tomorrow|weekdays?|weekends?|daily|every (?:day|week|month)|(?:from|starting|since|until|till) (?:now|then)|heute|morgen(?! \p{Ll})|täglich|wochenende|aujourd['’]hui|demain|tous les jours|hoy|mañana|cada|todos los|hoje|amanhã|todos os|oggi|domani|ogni|vandaag|dagelijks|elke|dziś|jutro|codziennie|bugün|yarın|her gün|сегодня|завтра|ежедневно|сьогодні|завтра|щодня|hari ini|besok|setiap|hôm nay|ngày mai|mỗi|idag|imorgon|i dag|i morgen)(?!\p{L})|今日|明日|毎日|今天|明天|每天|每周|오늘|내일|매일/iu
const PLACED =
  /^(?:at|in|near|opposite|behind|im|am|in der|bei|beim|à|au|chez|en|na|no|em|presso|a|al|w|we|на|в|у|στο|στη|op|bij|di|tại|ở)\s+(?:the\s+|la\s+|le\s+|el\s+|o\s+|de[rmn]?\s+|il\s+)?[\p{Lu}\d]|\p{L}{2,}(?:straße|strasse|str\.|gasse|platz|weg|straat|laan|plein|gatan|vägen)\s?\d*|\d+\s\p{Lu}\p{L}+\s(?:[Ss]t|[Ss]treet|[Rr]d|[Rr]oad|[Aa]ve|[Aa]venue|[Ll]ane|[Ll]n|[Ss]quare|[Ss]q|[Dd]rive|[Ww]ay|[Cc]ourt|[Rr]ow|[Hh]ill|[Qq]uay)(?!\p{L})|\p{Lu}\p{L}+ (?:[Ss]treet|[Rr]oad|[Aa]venue|[Ll]ane|[Ss]quare|[Hh]all|[Pp]ark|[Mm]arket|[Ll]ibrary|[Cc]hurch|[Tt]heatre|[Tt]heater|[Aa]rena|[Ss]tadium|[Mm]useum)(?!\p{L})|(?<!\p{L})(?:calle|rue|via|rua|plaza|place|piazza|praça|ul\.|avenida|ул\.|вул\.)\s\p{Lu}/u
const CONTACT =
  /\+?\d[\d\s()/-]{6,}\d|[\p{L}\d._-]+@[\p{L}\d-]+\.\p{L}|(?<!\p{L})(?:dm|call|book|tickets?|rsvp|reserve|anmeldung|reservierung|inscriptions?|réservations?|reservas?|prenotazion\p{L}|zapisy|kayıt)(?!\p{L})/iu

/** Among days and prices, a bare name is a place. */
const A_NAME = /^\p{Lu}[\p{L}’']+(?:\s(?:\p{Lu}[\p{L}’']+|of|de|the|la|du)){1,4}$/u

const calendars = new Map<string, RegExp>()

/** The days and months of a language, as its texts write them. */
function calendarOf(language: Language): RegExp {
  const locale = language === 'unknown' ? 'en' : language
  const known = calendars.get(locale)
  if (known) return known
  const names = (['long', 'short'] as const).flatMap((width) => [
    ...Array.from({ length: 12 }, (_, month) => named(locale, { month: width }, new Date(Date.UTC(2024, month, 5)))),
    ...Array.from({ length: 12 }, (_, month) =>
      named(locale, { month: width, day: 'numeric' }, new Date(Date.UTC(2024, month, 5))).replace(
        /[\d.\s日일]|de /gu,
        '',
      ),
    ),
    ...Array.from({ length: 7 }, (_, day) => named(locale, { weekday: width }, new Date(Date.UTC(2024, 0, 1 + day)))),
  ])
  const kept = [...new Set(names.map((name) => name.replace(/\.$/u, '')))].filter(
    (name) => name.length > 2 || /[^\p{Script=Latin}]/u.test(name),
  )
  const isUnspaced = /^(?:ja|zh|ko|th)$/u.test(locale)
  const made = new RegExp(
    isUnspaced
      ? kept.filter((name) => name.length > 1).join('|')
      : String.raw`(?<!\p{L})(?:${kept.join('|')})s?(?:['’]?\p{L}{0,3})(?!\p{L})|(?<!\d)\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?!\d)`,
    'iu',
  )
  calendars.set(locale, made)
  return made
}

function named(locale: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date)
}

/** What a piece of a sentence tells. */
export function factKind(piece: string, language: Language): FactKind {
  if (findLinks(piece).length > 0 || CONTACT.test(piece)) return 'contact'
  if (MONEY.test(piece) || FREE.test(piece)) return 'price'
  if (calendarOf(language).test(piece) || CLOCK.test(piece) || DAYS_OF_ANY.test(piece)) return 'when'
  return PLACED.test(piece) || (language !== 'de' && A_NAME.test(piece)) ? 'where' : 'other'
}

const SEAM = /,\s+|\s+[–—-]\s+|\s?:\s+|;\s+|，|、/gu
const MOST_FACTS = 6

/**
 * Parts a subject from the facts behind it: `our new flat white, 4.50, opens Monday`. Undefined where nothing behind it
 * is surely a fact, or where what stands before is no subject by itself.
 */
export function splitSubject(text: string, language: Language): SplitSubject | undefined {
  const line = text.replace(/[.。]$/u, '')
  const seams = [...line.matchAll(SEAM)].filter(
    ({ index }) =>
      !/["“«„(][^"”»)]*$/u.test(line.slice(0, index)) &&
      !/\d$/u.test(line.slice(0, index).replace(/\s/gu, '')[0] ?? ''),
  )
  const pieces = seams.map(({ index, 0: seam }, at) => line.slice(index + seam.length, seams[at + 1]?.index))
  const first = pieces.findIndex((piece) => factKind(piece, language) !== 'other')
  if (first < 0) return undefined
  const isColon = seams[0]?.[0].includes(':') ?? false
  const from = isColon ? 0 : first
  const topic = line.slice(0, seams[from]?.index).trim()
  const facts = pieces.slice(from).map((piece) => ({ kind: factKind(piece, language), text: piece.trim() }))
  // A bare price behind what it is for, not before when it is.
  const [bare, ...others] = facts
  const ordered =
    bare?.kind === 'price' && !/\p{L}{4}/u.test(bare.text) && others[0]?.kind === 'when' ? [...others, bare] : facts
  const isTopic = topic.split(/\s+/u).length >= 2 || /[^\p{Script=Latin}\s]{4}/u.test(topic)
  return isTopic && facts.length <= MOST_FACTS && facts.every((fact) => fact.text !== '')
    ? { topic, facts: joinOfAKind(ordered) }
    : undefined
}

/** `Saturday 14 March` and `7pm` are one fact. */
function joinOfAKind(facts: readonly Fact[]): Fact[] {
  const joined: Fact[] = []
  for (const fact of facts) {
    const last = joined.at(-1)
    const isSame = last?.kind === fact.kind && (fact.kind === 'when' || fact.kind === 'other' || fact.kind === 'where')
    if (last && isSame) joined[joined.length - 1] = { kind: last.kind, text: `${last.text}, ${fact.text}` }
    else joined.push(fact)
  }
  return joined
}

/** Facts as one sentence, in their order. */
export function sayFacts(facts: readonly Fact[]): string {
  return capitalizeFirst(facts.map(({ text }) => text).join(', '))
}
