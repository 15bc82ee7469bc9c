import { mergeRules } from '../rules/merge-rules.ts'
import { capitalizeFirst } from '../text/casing.ts'
import { findLinks } from '../text/find-links.ts'
import { scoreOfOrder } from './clauses/classify-clause.ts'
import { peel, splitAtOrder } from './find-orders.ts'
import { follow, readManner, rulesWithin } from './follow-order.ts'
import { readHead } from './heads/read-head.ts'
import { splitOrders } from './heads/split-orders.ts'
import { passOn, withoutFrame } from './frames.ts'
import { forbidsToSpeak, hasCredential, isNotForPublication } from './not-for-publication.ts'
import { shapesAPost, speaksOfAPost } from './shapes-a-post.ts'
import { GETS_IN_TOUCH, bareClause, readOrder } from './orders.ts'
import type { Context } from './reading-notes.ts'
import { keepSecret } from './reading-notes.ts'
import { speaksOfWhatWasSaid } from './secrecy.ts'
import { toSecret } from './secrets.ts'
import { keptSecret, withoutOrder, withoutRestrictions } from './writer-signs.ts'

/** What is to be said of a sentence of a brief. What it orders is noted. */
export function readSentence(sentence: string, context: Context): string[] {
  const { isRequest, language, patterns, notes } = context
  if (!isRequest) return readPart(sentence, context)
  if (hasCredential(sentence)) return keepSecret(sentence, context)
  if (isNotForPublication(sentence) || shapesAPost(sentence)) {
    notes.unsure.push(sentence)
    return []
  }
  const said = splitOrders(sentence, language, patterns).flatMap((part) => readPart(part, context))
  // A net below all that was read: what still forbids something is not for readers.
  const { kept = [], forbidding = [] } = Object.groupBy(said, (one) =>
    forbidsToSpeak(one) || speaksOfAPost(one) ? 'forbidding' : 'kept',
  )
  notes.unsure.push(...forbidding)
  return kept.map(withoutPlea)
}

/** Without a `pls` behind it: readers are seldom spoken to so. */
function withoutPlea(said: string): string {
  return said.replace(/,?\s+(?:pls+|plz+|plss+)(?=[.!]*$)/iu, '')
}

function readPart(sentence: string, context: Context): string[] {
  const { patterns, isRequest, notes, language } = context
  if (isRequest && CRY.test(sentence)) return []
  const parts = isRequest ? splitAtColon(sentence, context) : undefined
  if (parts) {
    if (!parts.isRead) notes.unsure.push(parts.before)
    const before = parts.isRead ? readPart(`${parts.before}.`, context) : []
    return [...before, ...readSentence(capitalizeFirst(parts.behind), context)]
  }
  if (isRequest && speaksOfWhatWasSaid(sentence, language)) return keepSecret(sentence, context)
  const [order, text] = (isRequest ? splitAtOrder(sentence, patterns) : undefined) ?? []
  if (order !== undefined && text !== undefined)
    return [...readSentence(`${order}.`, context), ...readSentence(capitalizeFirst(text), context)]
  const secret = readOrder(sentence, patterns, isRequest)
  if (secret?.kind === 'secret' && !/[,،、，]/u.test(secret.what)) return follow(secret, context)
  const { said, orders } = peel(sentence, patterns, isRequest)
  if (orders.some((order) => order.kind === 'secret' && POINTS_BACK.test(order.what))) {
    notes.secrets.push(toSecret(said, language, patterns))
    notes.unsure.push(sentence)
    return []
  }
  const more = orders.flatMap((order) => follow(order, context))
  const bare = bareClause(said, patterns)
  if (bare === '') return more
  if (GETS_IN_TOUCH.test(bare)) return [said, ...more]
  const framed = isRequest ? withoutFrame(bare, patterns, language) : undefined
  for (const words of framed?.manners ?? []) {
    notes.manners.push(words)
    notes.rules = mergeRules(notes.rules, readManner(words, patterns))
  }
  if (framed?.isBeyond) notes.unsure.push(sentence)
  const whole = readOrder(said, patterns, isRequest)
  const isFramed =
    framed !== undefined && (framed.isHead === true || whole?.kind === 'manner' || whole?.kind === 'mention')
  if (whole && !isFramed) return [...follow(whole, context), ...more]
  const wish = isRequest && (language !== 'en' || framed?.isHead !== true) ? passOn(bare, patterns) : undefined
  if (wish !== undefined) return [wish, ...more]
  if (framed !== undefined) {
    const asked = /[?？]+\s*$/u.test(said) ? '.' : ''
    const end = /[?!？！]$/u.test(framed.text) ? '' : (/[.!…。！।]+$/u.exec(said)?.[0] ?? asked)
    if (!framed.isStatement) notes.subject ??= framed.text
    return framed.text === '' ? more : [capitalizeFirst(framed.text) + end, ...more]
  }
  const about = isRequest ? withoutOrder(said, language) : undefined
  if (about !== undefined && about !== '')
    return [...withoutOrders(`${capitalizeFirst(about)}${patterns.isUnspaced ? '。' : '.'}`, context), ...more]
  if (isRequest && (about === '' || patterns.order.test(bare))) {
    const behind = factsBehind(said)
    if (behind !== undefined) return [...readSentence(capitalizeFirst(behind), context), ...more]
    const links = findLinks(said).map(({ start, end }) => said.slice(start, end))
    // A bare `Make a caption.` loses nothing.
    if (bare.length > LONGEST_BARE_ORDER) notes.unsure.push(sentence)
    return [...links, ...more]
  }
  return /[\p{L}\p{N}]/u.test(said) ? [...withoutOrders(said, context), ...more] : more
}

/** `Maak iets leuks voor onze club: zaterdag 11 oktober, patat 2,50`: what stands behind an order that leads to no subject. */
function factsBehind(sentence: string): string | undefined {
  const { facts = '' } =
    /^(?:[^:：,]{1,7},\s+)?[^:：,]{8,}(?:[:：]\s+|,\s+)(?<facts>.+)$/su.exec(sentence)?.groups ?? {}
  return /\d/u.test(facts) && facts.split(/\s+/u).length >= FEWEST_FACTS ? facts : undefined
}

/** Words. */
const FEWEST_FACTS = 6

/** `Promote it, but don't name the guest: Episode 40 is out`: the colon ends what is ordered. */
function splitAtColon(
  sentence: string,
  { patterns, language }: Context,
): { readonly before: string; readonly behind: string; readonly isRead: boolean } | undefined {
  const { before = '', behind = '' } =
    /^(?<before>[^:："“]{12,}?)[:：]\s+(?<behind>.{12,})$/su.exec(sentence)?.groups ?? {}
  if (before === '' || splitAtOrder(sentence, patterns)) return undefined
  // Behind a secret alone the colon names what is kept: `Do not say what it is: a cinema`.
  if (
    readOrder(before, patterns, true)?.kind === 'secret' ||
    (keptSecret(before, language) !== undefined && !/[,;–—-]\s|\b(?:but|and)\b/u.test(before))
  )
    return undefined
  const peeled = peel(before, patterns, true)
  const isRead = peeled.orders.some(({ kind }) => kind === 'secret' || kind === 'rule') && /\p{L}{3}/u.test(peeled.said)
  if (isRead) return { before, behind, isRead }
  const isOrder = !readHead(before, language) && scoreOfOrder(before, language) > 0
  return isOrder && !withoutFrame(`${before}:`, patterns, language) ? { before, behind, isRead: false } : undefined
}

/** What people call before they ask. */
const CRY =
  /^(?:help|hi+|hello|hey|please|ok(?:ay)?|urgent|asap|quick one|hallo|hilfe|bonjour|hola|oi|ciao|hoi)[!.,]*$/iu

const LONGEST_BARE_ORDER = 45

/** A secret that is named in the clause before. */
const POINTS_BACK = /^(?:(?:noch|bitte|it|that|this|das|dies|es|dat|het|lo|ça|это|це|to|yet)\s*)+$/iu

/** What is said of a sentence of a brief: nothing of one that keeps a secret, no clause that forbids. */
function withoutOrders(sentence: string, context: Context): string[] {
  const { isRequest, language, notes, patterns } = context
  if (!isRequest) return [sentence]
  const secret = keptSecret(sentence, language)
  if (secret !== undefined) {
    notes.secrets.push(toSecret(secret, language, patterns))
    notes.unsure.push(sentence)
    return []
  }
  const { said, dropped } = withoutRestrictions(sentence, language)
  notes.unsure.push(...dropped)
  for (const words of dropped) notes.rules = mergeRules(notes.rules, rulesWithin(words, patterns))
  if (said !== '' && scoreOfOrder(said, language) <= 0) return [said]
  const behind = factsBehind(said === '' ? sentence : said)
  if (behind !== undefined) return withoutOrders(capitalizeFirst(behind), context)
  if (said !== '') notes.unsure.push(said)
  return []
}
