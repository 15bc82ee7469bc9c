import type { Language } from '../language/stop-words.ts'
import { mergeRules } from '../rules/merge-rules.ts'
import type { WritingRules } from '../rules/writing-rules.ts'
import { capitalizeFirst } from '../text/casing.ts'
import { toStatement } from './heads/finite-english.ts'
import type { Order } from './orders.ts'
import { readOrder } from './orders.ts'
import type { BriefPatterns } from './patterns.ts'
import type { Context } from './reading-notes.ts'
import { toSecret } from './secrets.ts'

/** Does what an order says, and answers what is to be said because of it. */
export function follow(order: Order | undefined, { notes, language, patterns }: Context): string[] {
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
  return order.kind === 'mention' ? [mentioned(order.what, language)] : []
}

/** A thing that is to be mentioned comes with the rest. */
function mentioned(what: string, language: Language): string {
  const isThing = language === 'en' && /^(?:the|our|my|an?|coach|chef) /iu.test(what) && toStatement(what) === undefined
  return isThing ? `Plus ${what}` : capitalizeFirst(what)
}

const AND = /\s*(?:[,;]|\s(?:and|or|und|oder|et|ou|y|o|e|en|i|и|або|та|ve|dan|và|또|och|og|și|nor)\s)\s*/u

/** The rules of a wish about the manner, where it is one that code can follow. */
export function readManner(words: string, patterns: BriefPatterns): WritingRules | undefined {
  const order = readOrder(words, patterns, true)
  return order?.kind === 'rule' ? order.rules : undefined
}

/** The rules of a clause that orders several things: `no hashtags and don't mention the price`. */
export function rulesWithin(clause: string, patterns: BriefPatterns): WritingRules | undefined {
  const parts = clause.split(AND)
  if (parts.length === 1) return undefined
  return parts.reduce<WritingRules | undefined>((rules, part) => {
    const order = readOrder(part, patterns, true)
    return order?.kind === 'rule' ? mergeRules(rules, order.rules) : rules
  }, undefined)
}
