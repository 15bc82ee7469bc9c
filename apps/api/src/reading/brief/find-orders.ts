import type { Language } from '../language/stop-words.ts'
import { splitSentences } from '../text/sentences.ts'
import { scoreOfOrder } from './clauses/classify-clause.ts'
import { readFields } from './fields.ts'
import { readHead } from './heads/read-head.ts'
import { splitOrders } from './heads/split-orders.ts'
import type { Order } from './orders.ts'
import { GETS_IN_TOUCH, bareClause, readOrder } from './orders.ts'
import type { BriefPatterns } from './patterns.ts'
import { patternsOf } from './patterns.ts'

/** The language that a text orders in, where its words are too few to tell: the one that finds most orders in it. */
export function languageOfOrder(text: string): Language {
  const ranked = (/\p{Script=Latin}/u.test(text) ? LATIN : [])
    .map((language) => ({ language, hits: countOrders(text, language) }))
    .toSorted((a, b) => b.hits - a.hits)
  return ranked[0] && ranked[0].hits > 0 ? ranked[0].language : 'unknown'
}

const LATIN: readonly Language[] = 'en de fr es pt it nl pl tr vi id sv da no cs ro hu fi'.split(' ') as Language[]

function countOrders(text: string, language: Language): number {
  const patterns = patternsOf(language)
  const fields = readFields(text, patterns).filter(({ role }) => role !== 'said').length
  return splitSentences(text.replaceAll('\n', ' '), language).reduce(
    (count, sentence) =>
      count + (isOrder(sentence, patterns) ? 2 : 0) + (isOrdered(sentence, patterns, language) ? 1 : 0),
    fields * 2,
  )
}

// Thai has no full stop: behind brackets, and before an order, a new thought begins.
const THAI_STOP = /(?<=[)）]) +|(?<=^(?:อย่า|ห้าม)[^ ]+) +(?!\()/u

// Typed in a hurry, a sentence begins without its capital; behind an abbreviation or within a link none begins.
const LOW_START =
  /(?<=\p{Ll}{3}[.!?]|\d\p{Ll}{0,2}[!?]|[)"”€$£%][.!?]|[!?]{2})(?<!\b(?:approx|incl|excl|dept|inkl|bzw|ggf|evtl|etc)\.)\s+(?=\p{Ll})|(?<=[\d.!?][.!?])\s+(?=(?:don['’]?t|dont|do not|(?:can|could|would) (?:you|u)|please|pls|keep it|make it|make sure|no|use|add|mention|write|be|tag us|link|thx|thanks|thank|tell|ask|announce|invite|remind|apologi[sz]e|include|say|keep|end|start|bitte|kein|keine|nicht|ohne|sin|no|pas|sans|geen|niet|senza|non|sem|não|nie|bez)\s)/u

// `de 9 a 14 h. Tono cercano`: behind an hour, a capital begins a sentence.
const HOUR_STOP = /(?<=\d ?h\.) +(?=\p{Lu})/u

/** The sentences of a line; in Thai, its thoughts. */
export function thoughtsOf(line: string, language: Language): string[] {
  const sentences = splitSentences(line, language === 'unknown' ? 'und' : language).flatMap((sentence) =>
    sentence.split(LOW_START).flatMap((part) => part.split(HOUR_STOP)),
  )
  return language === 'th' ? sentences.flatMap((part) => part.split(THAI_STOP)) : sentences
}

const SURELY_AN_ORDER = 1.5
/** Asks somebody for a piece, however it goes on: `Could I get a caption with a bit of humour?`. */
const PLEA =
  /^(?:(?:hi\p{L}*|hey|hello|so|ok|okay|dear \p{L}+)[,!.\s]+)*(?:can|could|would|will|may|might|any chance|is it possible|do you think|help|make|get|give|let) (?:you|u|i|we|me|us|someone|somebody)\b.*(?<![\p{L}-])(?:posts?|captions?|tweets?|copy|linkedin|instagram|tiktok|facebook|insta)(?![\p{L}-])/isu

function isPlea(sentence: string, language: Language): boolean {
  return (
    language === 'en' &&
    PLEA.test(sentence) &&
    !/\b(?:your|our|us a (?:message|follow)) (?:posts?|captions?|tweets?|instagram|facebook|linkedin|tiktok)\b|\bon (?:instagram|facebook|linkedin|tiktok)[.!?]*$|\b(?:give|drop|send) us an? (?:call|ring|shout|visit|message|line|try|like|follow|hand|text)\b|\blet us know\b/iu.test(
      sentence,
    )
  )
}

/** Whether anything in a text is surely spoken to a writer. */
export function isOrdered(text: string, patterns: BriefPatterns, language: Language): boolean {
  return thoughtsOf(text.replaceAll('\n', ' '), language).some(
    (sentence) =>
      isOrder(sentence, patterns) ||
      (readHead(bareClause(sentence, patterns), language)?.isSure ?? false) ||
      splitOrders(sentence, language, patterns)[0] !== sentence ||
      scoreOfOrder(sentence, language) >= SURELY_AN_ORDER ||
      isPlea(sentence, language) ||
      readOrder(sentence, patterns, false) !== undefined ||
      peel(sentence, patterns, false).orders.length > 0,
  )
}

/** Whether a sentence asks for a piece, or for a wish to be passed on. */
function isOrder(sentence: string, patterns: BriefPatterns): boolean {
  const bare = bareClause(sentence, patterns)
  if (GETS_IN_TOUCH.test(bare)) return false
  const { frames, frameEnds, order, wishes } = patterns
  if (splitAtOrder(sentence, patterns)) return true
  return [...frames, ...frameEnds, order, ...wishes.map(({ pattern }) => pattern)].some((pattern) => pattern.test(bare))
}

/** An order that ends before a colon, as verb-last languages have it, and the text behind; undefined where there is none. */
export function splitAtOrder(
  sentence: string,
  patterns: BriefPatterns,
): readonly [order: string, text: string] | undefined {
  const { order = '', text = '' } =
    /^(?<order>[^:：\n]{4,120}?)\s*[:：]\s+(?<text>.{4,})$/su.exec(sentence)?.groups ?? {}
  const bare = bareClause(order, patterns)
  return order !== '' && patterns.frameEnds.some((end) => end.test(bare)) ? [order, text] : undefined
}

/** What follows is said to readers whom it concerns: `If yours does, keep it`. */
const CONDITION =
  /^(?:if|when|once|wenn|falls|sobald|si|quand|cuando|se|quando|als|wanneer|jeśli|gdy|если|когда)\s[^,;]*$/iu

/** Takes orders off the end of a sentence, one after the other. */
export function peel(sentence: string, patterns: BriefPatterns, isRequest: boolean): { said: string; orders: Order[] } {
  const end = /[.!?…。！？।]*$/u.exec(sentence)?.[0] ?? ''
  let said = sentence.slice(0, sentence.length - end.length)
  const orders: Order[] = []
  for (let more = true; more;) {
    more = false
    const seams = [...said.matchAll(patterns.seam)]
    for (const { index, 0: seam } of seams) {
      if (index === 0 || CONDITION.test(said.slice(0, index))) continue
      const order = readOrder(said.slice(index + seam.length), patterns, isRequest)
      if (!order) continue
      // `40 tonnes moved, the client must not appear`: the secret is the last clause alone.
      const isLater =
        order.kind === 'secret' &&
        /[,;]\s/u.test(order.what) &&
        seams.some(
          (other) =>
            other.index > index &&
            readOrder(said.slice(other.index + other[0].length), patterns, isRequest)?.kind === 'secret',
        )
      if (isLater) continue
      orders.unshift(order)
      said = said
        .slice(0, index)
        .trimEnd()
        .replace(/\s(?:not|nicht|niet|pas)$/iu, '')
      more = true
      break
    }
  }
  return orders.length === 0 ? { said: sentence, orders } : { said: said + end.replace(/^[?？].*$/u, '.'), orders }
}
