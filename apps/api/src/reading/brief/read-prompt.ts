import type { Language } from '../language/stop-words.ts'
import { mergeRules } from '../rules/merge-rules.ts'
import type { WritingRules } from '../rules/writing-rules.ts'
import { capitalizeFirst, closeSentence } from '../text/casing.ts'
import { splitSentences } from '../text/sentences.ts'
import { withoutAccusations } from './accusations.ts'
import { readDocument } from './documents.ts'
import type { Field } from './fields.ts'
import { readFields } from './fields.ts'
import { isOrdered, languageOfOrder, peel, thoughtsOf } from './find-orders.ts'
import { passOn, withoutFrame } from './frames.ts'
import { withoutNotesToSelf } from './notes-to-self.ts'
import type { Order } from './orders.ts'
import { GETS_IN_TOUCH, bareClause, readOrder } from './orders.ts'
import type { BriefPatterns } from './patterns.ts'
import { patternsOf } from './patterns.ts'
import type { Secret } from './secrets.ts'
import { toSecret, withhold } from './secrets.ts'
import {
  keepsWhatWasSaid,
  keptSecret,
  speaksOfWhatWasSaid,
  speaksToWriter,
  withoutOrder,
  withoutRestrictions,
  withoutSecrecy,
} from './writer-signs.ts'

/** A prompt read: what to say, and what it orders. */
export interface PromptReading {
  /** What to say, without orders and secrets. Empty: it says nothing that may be said. */
  readonly said: string
  /** `subject`: the order left what to write about, not a statement. */
  readonly shape: 'whole' | 'subject'
  /** Whether a writer is spoken to at all. */
  readonly isRequest: boolean
  readonly rules: WritingRules
  readonly secrets: readonly Secret[]
  /** Whether something was left out because it gives a secret away. */
  readonly isWithheld: boolean
  /** Orders that only a writer who understands can follow. */
  readonly manners: readonly string[]
  /** Orders to do something else than to write, and what looks like an order and was not understood. */
  readonly attacks: readonly string[]
  readonly unsure: readonly string[]
  /** What it says of others that they do wrong. It is left out where something else is left. */
  readonly accusations: readonly string[]
  readonly cta: string | undefined
  /** The language of its orders, where the words alone did not tell it. */
  readonly language: Language
}

interface Notes {
  rules: WritingRules
  readonly secrets: Secret[]
  readonly manners: string[]
  readonly attacks: string[]
  readonly unsure: string[]
  readonly tags: string[]
  shape: PromptReading['shape']
}

/** Reads a cleaned prompt. What holds no order comes back as it is. */
export function readPrompt(text: string, detected: Language): PromptReading {
  const { said: clean, notes: left } = withoutNotesToSelf(text)
  const { said: document, accusations } = withoutAccusations(readDocument(clean))
  const language = detected === 'unknown' ? languageOfOrder(document) : detected
  const patterns = patternsOf(language)
  const fields = readFields(document, patterns)
  const notes: Notes = { rules: {}, secrets: [], manners: [], attacks: [], unsure: [...left], tags: [], shape: 'whole' }
  const isRequest =
    fields.some(({ role }) => role !== 'said') ||
    isOrdered(document, patterns, language) ||
    thoughtsOf(document.replaceAll('\n', ' '), language).some((sentence) => speaksToWriter(sentence, language))
  // A finished text keeps every sign of it.
  if (!isRequest) return { ...NOTHING, unsure: left, accusations, said: document, language }
  const sentences: string[] = []
  let cta: string | undefined
  for (const field of fields) {
    if (field.role === 'cta') cta = field.value
    else sentences.push(...readField(field, { patterns, language, isRequest, notes }))
  }
  const { kept, isChanged } =
    notes.secrets.length > 0
      ? withhold(
          sentences.map((line) => splitSentences(line, language === 'unknown' ? 'und' : language)),
          notes.secrets,
        )
      : { kept: sentences, isChanged: false }
  const said = joinLines([...kept, ...(cta ? [cta] : [])])
  const words = notes.secrets.flatMap((secret) => secret.words)
  return {
    said: notes.tags.length > 0 && said !== '' ? `${said} ${notes.tags.join(' ')}` : said,
    shape: notes.shape,
    isRequest,
    rules: mergeRules(notes.rules, words.length > 0 ? { bannedWords: words } : undefined),
    secrets: notes.secrets,
    isWithheld: isChanged,
    manners: notes.manners,
    attacks: notes.attacks,
    unsure: notes.unsure,
    accusations,
    cta,
    language,
  }
}

const NOTHING = {
  shape: 'whole',
  isRequest: false,
  rules: {},
  secrets: [],
  isWithheld: false,
  manners: [],
  attacks: [],
  unsure: [],
  accusations: [],
  cta: undefined,
} as const satisfies Partial<PromptReading>

interface Context {
  readonly patterns: BriefPatterns
  readonly language: Language
  readonly isRequest: boolean
  readonly notes: Notes
}

function readField({ role, value }: Field, context: Context): string[] {
  const { notes, patterns, language } = context
  if (role === 'avoid') {
    for (const what of value.split(/\s*[,;،、，]\s*/u).filter(Boolean))
      notes.secrets.push(toSecret(what, language, patterns))
    notes.rules = mergeRules(notes.rules, {
      bannedWords: value
        .split(/\s*[,;،、，]\s*/u)
        .map((word) => word.replace(/[.!?"“”]+/gu, '').trim())
        .filter(Boolean),
    })
  }
  if (role === 'tone') notes.rules = mergeRules(notes.rules, { tone: value })
  if (role === 'audience') notes.rules = mergeRules(notes.rules, { audience: value })
  if (role === 'tone') notes.rules = mergeRules(notes.rules, rulesWithin(value, patterns))
  if (role === 'tone' || role === 'audience' || role === 'language') notes.manners.push(value)
  if (role === 'hashtags') notes.tags.push(...toTags(value))
  if (role === 'length' || role === 'drop') follow(readOrder(value, patterns, true), context)
  if (role !== 'said' && role !== 'text' && role !== 'mention') return []
  const said = role === 'said' ? value : capitalizeFirst(value)
  return said.split('\n').flatMap((line) => (line === '' ? [''] : readLine(line, context)))
}

function toTags(value: string): string[] {
  const written = value.match(/[#＃][\p{L}\p{M}\p{N}_]+/gu)
  return written ?? []
}

function readLine(line: string, context: Context): string[] {
  const sentences = thoughtsOf(line, context.language)
  const said: string[] = []
  for (const sentence of sentences) {
    const isPointer = context.isRequest && keepsWhatWasSaid(sentence, context.language)
    const before = isPointer ? said.pop() : undefined
    said.push(...(before === undefined ? readSentence(sentence, context) : keepSecret(before, context)))
  }
  if (said.length === sentences.length && said.every((sentence, index) => sentence === sentences[index])) return [line]
  const closed = context.patterns.isUnspaced
    ? said
    : said.map((one) => closeSentence(capitalizeFirst(one.replace(CHATTER, '')).replace(/^Dm\b/u, 'DM')))
  return [closed.join(context.patterns.isUnspaced ? '' : ' ')].filter(Boolean)
}

/** Says nothing of a sentence that is a secret, nor of what it could be guessed from. */
function keepSecret(sentence: string, { notes, language, patterns }: Context): string[] {
  notes.secrets.push(toSecret(withoutSecrecy(sentence, language), language, patterns))
  return []
}

function readSentence(sentence: string, context: Context): string[] {
  const { patterns, isRequest, notes, language } = context
  if (isRequest && speaksOfWhatWasSaid(sentence, language)) return keepSecret(sentence, context)
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
  const whole = readOrder(said, patterns, isRequest)
  const isFramed = framed !== undefined && (whole?.kind === 'manner' || whole?.kind === 'mention')
  if (whole && !isFramed) return [...follow(whole, context), ...more]
  const wish = isRequest ? passOn(bare, patterns) : undefined
  if (wish !== undefined) return [wish, ...more]
  if (framed !== undefined) {
    const end = /[.!…。！।]+$/u.exec(said)?.[0] ?? (/[?？]+\s*$/u.test(said) ? '.' : '')
    if (!framed.isStatement) notes.shape = 'subject'
    return framed.text === '' ? more : [capitalizeFirst(framed.text) + end, ...more]
  }
  const about = isRequest ? withoutOrder(said, language) : undefined
  if (about !== undefined && about !== '')
    return [...withoutOrders(`${capitalizeFirst(about)}${patterns.isUnspaced ? '。' : '.'}`, context), ...more]
  if (isRequest && (about === '' || patterns.order.test(bare))) {
    // A bare `Make a caption.` loses nothing.
    if (bare.length > LONGEST_BARE_ORDER) notes.unsure.push(sentence)
    return more
  }
  return /[\p{L}\p{N}]/u.test(said) ? [...withoutOrders(said, context), ...more] : more
}

/** How people begin to speak to somebody. */
const CHATTER =
  /^(?:(?:ok(?:ay)?|so|hey|hi|hello|hallo|yo|well|hola|salut|ciao|hoi|oi)(?: (?:team|there|all|guys|everyone|zusammen))?[,!\s]+)+(?:so\s+)?(?=\S)/iu

const LONGEST_BARE_ORDER = 45

/** A secret that is named in the clause before. */
const POINTS_BACK = /^(?:(?:noch|bitte|it|that|this|das|dies|es|dat|het|lo|ça|это|це|to|yet)\s*)+$/iu

/** What is said of a sentence of a brief: nothing of one that keeps a secret, no clause that forbids. */
function withoutOrders(sentence: string, { isRequest, language, notes, patterns }: Context): string[] {
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
  return said === '' ? [] : [said]
}

/** Does what an order says, and answers what is to be said because of it. */
function follow(order: Order | undefined, { notes, language, patterns }: Context): string[] {
  if (!order) return []
  if (order.kind === 'attack') notes.attacks.push('attack')
  if (order.kind === 'manner') {
    notes.manners.push(order.words)
    notes.rules = mergeRules(notes.rules, rulesWithin(order.words, patterns))
  }
  if (order.kind === 'secret') {
    notes.secrets.push(toSecret(order.what, language, patterns))
    notes.rules = mergeRules(notes.rules, rulesWithin(order.what, patterns))
  }
  if (order.kind === 'rule') {
    notes.rules = mergeRules(notes.rules, order.rules)
    notes.tags.push(...(order.tags ?? []))
  }
  return order.kind === 'mention' ? [capitalizeFirst(order.what)] : []
}

const AND = /\s*(?:[,;]|\s(?:and|or|und|oder|et|ou|y|o|e|en|i|и|або|та|ve|dan|và|또|och|og|și|nor)\s)\s*/u

/** The rules of a clause that orders several things: `no hashtags and don't mention the price`. */
function rulesWithin(clause: string, patterns: BriefPatterns): WritingRules | undefined {
  const parts = clause.split(AND)
  if (parts.length === 1) return undefined
  return parts.reduce<WritingRules | undefined>((rules, part) => {
    const order = readOrder(part, patterns, true)
    return order?.kind === 'rule' ? mergeRules(rules, order.rules) : rules
  }, undefined)
}

function joinLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
