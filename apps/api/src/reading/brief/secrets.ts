import type { Language } from '../language/stop-words.ts'
import { STOP_WORDS } from '../language/stop-words.ts'
import type { SecretKind } from './brief-words.ts'
import type { BriefPatterns } from './patterns.ts'

/** What must not be said, as it can be found in a text. */
export interface Secret {
  /** As the caller named it. */
  readonly what: string
  /** Numbers, names and words that give it away. */
  readonly traces: readonly RegExp[]
  /** The same as plain words, for a check of what somebody else wrote. */
  readonly words: readonly string[]
}

const MONEY = String.raw`(?:[$€£¥₹₩₽฿₺₴₫]\s?\d[\d.,\u00a0 ]*|\d[\d.,\u00a0]*\s?(?:[$€£¥₹₩₽฿₺₴₫%]?\s?(?:[€£¥₹₩₽฿₺₴₫]|zł|kr\b|usd\b|eur\b|euros?\b|dollars?\b|pounds?\b|руб\p{L}*|грн|円|元|块|원|บาท|tl\b|lira|рублей|đồng|đ\b|vnd\b|rupiah|rp\b|שקל\p{L}*|ש"ח|ريال|درهم|جنيه|रुपये|रुपए|reais))|(?:R\$|Rp|US\$)\s?\d[\d.,]*)`
const PERCENT = String.raw`\d[\d.,]*\s?(?:%|٪|％|percent|prozent|pour cent|por ciento|por cento|per cento|procent|yüzde|процент\p{L}*|відсот\p{L}*)|(?:yüzde|%)\s?\d+`
const TIME = String.raw`\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)?\.?\s(?:de\s)?MONTH|MONTH\.?\s\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}월 ?\d{1,2}일|(?:on |am |le |el |na |il |w |в |у |op )?WEEKDAY`

/** Reads what a secret is told by: its numbers, its names, and the form that a price or a date has. */
export function toSecret(what: string, language: Language, { kinds, isUnspaced }: BriefPatterns): Secret {
  const isKind = (kind: SecretKind) => kinds[kind].test(what)
  const numbers = what.match(/\d[\d.,:]*\s?%?/gu)?.map((number) => number.trim().replace(/[.,:]+$/u, '')) ?? []
  const names = isUnspaced ? quoted(what) : namesIn(what, language)
  const plain = Object.values(kinds).reduce((text, kind) => text.replace(kind, ' '), what)
  const content = contentWords(plain, language, isUnspaced)
  const traces = [
    ...(isKind('price') ? [new RegExp(MONEY, 'iu')] : []),
    ...(isKind('discount') ? [new RegExp(PERCENT, 'iu')] : []),
    ...(isKind('date') ? [new RegExp(withNames(TIME, language), 'iu')] : []),
    ...numbers.map((number) => new RegExp(String.raw`(?<!\d)${escape(number.replace(/\s?%/u, ''))}(?!\d)`, 'u')),
    ...names.map((name) => new RegExp(escape(name), 'u')),
    // What a price or a number is of may be named.
    ...(names.length === 0 && numbers.length === 0 && !KINDS.some(isKind) && content.length > 0 && content.length <= 3
      ? [allOf(content, isUnspaced)]
      : []),
  ]
  return { what, traces, words: [...numbers.filter((number) => /[%\d]{2}/u.test(number)), ...names] }
}

const KINDS: readonly SecretKind[] = ['price', 'discount', 'date']

function withNames(source: string, language: Language): string {
  const locale = language === 'unknown' ? 'en' : language
  const of = (options: Intl.DateTimeFormatOptions, dates: readonly Date[]) =>
    dates.flatMap((date) => [
      new Intl.DateTimeFormat(locale, options).format(date),
      new Intl.DateTimeFormat(locale, { ...options, day: options.month ? 'numeric' : undefined })
        .format(date)
        .replace(/[\d.\s]|de /gu, ''),
    ])
  const months = of(
    { month: 'long', timeZone: 'UTC' },
    Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 5))),
  )
  const weekdays = of(
    { weekday: 'long', timeZone: 'UTC' },
    Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day))),
  )
  const any = (names: readonly string[]) =>
    `(?:${[...new Set(names)]
      .filter((name) => name.length > 1)
      .map(escape)
      .join('|')})`
  return source.replaceAll('MONTH', any(months)).replaceAll('WEEKDAY', any(weekdays))
}

function quoted(text: string): string[] {
  return [...text.matchAll(/[「『“"(（]([^」』”")）]{2,})[」』”")）]/gu)]
    .map(([, words]) => words ?? '')
    .filter(Boolean)
}

function namesIn(what: string, language: Language): string[] {
  const stop: ReadonlySet<string> =
    language in STOP_WORDS ? STOP_WORDS[language as keyof typeof STOP_WORDS] : STOP_WORDS.en
  // German writes every noun with a capital.
  if (language === 'de') return quoted(what)
  // The first word of a sentence has its capital anyway.
  return (what.slice(1).match(/(?<![\p{L}])\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? []).filter(
    (word) => !stop.has(word.toLowerCase()),
  )
}

function contentWords(what: string, language: Language, isUnspaced: boolean): string[] {
  if (isUnspaced) return [what.replace(/[（(].*$/u, '')].filter((word) => word.length >= 2)
  const stop: ReadonlySet<string> =
    language in STOP_WORDS ? STOP_WORDS[language as keyof typeof STOP_WORDS] : STOP_WORDS.en
  return (what.replace(/\(.*$/u, '').match(/[\p{L}\p{M}’'-]{4,}/gu) ?? []).filter(
    (word) => !stop.has(word.toLowerCase()),
  )
}

/** All of some words, in any order and with any ending. */
function allOf(words: readonly string[], isUnspaced: boolean): RegExp {
  const stem = (word: string) => escape(isUnspaced ? word : word.slice(0, Math.max(4, word.length - 2)))
  return new RegExp(words.map((word) => `(?=[^]*${stem(word)})`).join(''), 'iu')
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
}

const UNSPACED = /[。！？]$/u

/** Lines of sentences without what gives secrets away: sentences go, or clauses and phrases where nothing else would be left. */
export function withhold(
  lines: readonly (readonly string[])[],
  secrets: readonly Secret[],
): { kept: string[]; isChanged: boolean } {
  const traces = secrets.flatMap((secret) => secret.traces)
  const tells = (text: string) => traces.some((trace) => trace.test(text))
  const isChanged = lines.flat().some(tells)
  const keep = (change: (sentence: string) => string | undefined) =>
    lines.map((line) =>
      line
        .map((sentence) => (tells(sentence) ? (change(sentence) ?? '') : sentence))
        .filter(Boolean)
        .join(line.some((sentence) => UNSPACED.test(sentence)) ? '' : ' '),
    )
  const kept = keep((sentence) => withoutClauses(sentence, tells))
  if (kept.some((line) => /\p{L}{2}/u.test(line))) return { kept, isChanged }
  const rest = keep((sentence) => withoutPhrase(sentence, traces))
  return { kept: rest.filter((line) => /\p{L}{2}/u.test(line) && !tells(line)), isChanged }
}

function withoutClauses(sentence: string, tells: (text: string) => boolean): string | undefined {
  const unbracketed = sentence.replace(/\s*[(（][^)）]*[)）]/gu, (bracket) => (tells(bracket) ? '' : bracket))
  if (!tells(unbracketed)) return unbracketed
  const parts = unbracketed.split(/(?<=[,;–—，、:])\s*(?=\S)|\s(?=(?:and|und|et|y|e|en|i|ve|и|та|και|dan|và) )/u)
  const first = parts.findIndex(tells)
  const rest = parts
    .slice(0, first)
    .join(' ')
    .replace(/[\s,;–—，、:]+$/u, '')
  return first > 0 && rest.split(/\s+/u).length >= 3 && rest.length >= 12 ? `${rest}.` : undefined
}

function withoutPhrase(sentence: string, traces: readonly RegExp[]): string {
  return traces
    .reduce(
      (text, trace) =>
        text.replace(
          new RegExp(
            String.raw`\s*(?:(?:is|are|costs?|for|at|from|only|just|with|by|on|of|ist|sind|kostet|kosten|für|ab|nur|mit|um|am|pour|à|de|por|a|desde|con|com|per|da|voor|vanaf|met|za|od|z|за|от|від|με|από|σε|di|dengan|với|από)\s+){0,3}(?:${trace.source})\S*(?:\s(?:off|discount|rabatt|de (?:réduction|descuento|desconto)|di sconto|korting|indirim))?`,
            'giu',
          ),
          '',
        ),
      sentence,
    )
    .replace(/\s+([.,!?])/gu, '$1')
    .trim()
}
