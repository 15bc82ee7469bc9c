import { lowerFirst, openSentence } from '#reading/text/casing.ts'
import type { Form } from '../stock-phrases/stock-phrases.ts'
import type { PromptKind } from '#reading/prompt/prompt-kind.ts'

/** An English opening sentence taken apart, so that it can be turned differently on each platform. */
export interface ShapedOpening {
  readonly form: Form
  /** The caller's words for the slots of the form. */
  readonly slots: Readonly<Record<string, string>>
}

const WE = String.raw`(?:(?:today|finally|at last),?\s+)?(?:we|i)(?:['’](?:ve|re|m)| have| are| am)?\s+(?:(?:just|finally|now|officially|proudly|also)\s+)*`
const MADE = new RegExp(
  `^${WE}(?<verb>shipped|launched|released|added|introduced|unveiled|published|rolled out|opened)\\s+(?<object>.+)$`,
  'iu',
)
const REACHED = new RegExp(`^${WE}(?:reached|hit|passed|crossed|surpassed)\\s+(?<object>\\d.+)$`, 'iu')
const ANNOUNCED =
  /^(?:we|i)(?:['’](?:re|m)| are| am)? (?:so |very |super |really )?(?:excited|happy|proud|thrilled|delighted|pleased|glad)? ?(?:to )?(?:announce|share|say|report|tell you) that (?<rest>(?:we|our|i|my|the)\b.+)$/iu
const OFFER = /^(?:get|enjoy|take|grab) (?:up to )?(?<object>\d.*?(?:off|discount)\b.*)$/iu
const HIRING = /^(?:we(?:['’]re| are)|.{2,30} is) (?:\w+ )?(?:hiring|looking for) (?<object>.+)$/iu
const INSIGHTS =
  /^(?<head>(?:the|my|our|some)?\s?(?:(?:key|main|top|biggest|most important)\s)?(?:insights|lessons|benefits|facts|myths|takeaways|truths|secrets|advantages|basics|rules|principles)) (?:about|of|on|in|behind|from) (?<topic>[^,.:;!?]+)$/iu
const BEHIND = /^behind[- ]the[- ]scenes (?:at|of|in|from|with|on) (?<object>.+)$/iu
const DATED =
  /\d|\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|this) (?:week|weekend|month))\b/iu
const ARTICLE = /^(?:a|an|the|our|my|your)\s+/iu
const SECOND_CLAUSE = /[,;]|\s(?:and|but|because|so|that|which|who|while|when|after|it|they|you|we)\s/iu

/** Finds the form of an opening sentence. None is a good answer: the sentence then stands as it is. */
export function shapeOpening(sentence: string, kind: PromptKind, isSubject: boolean): ShapedOpening | undefined {
  const text = openSentence(sentence).replace(/[:]$/u, '')
  if (/[!?…]$/u.test(text) || text.includes('\n')) return undefined
  const found = isSubject ? shapeSubject(text, kind) : shapeStatement(text, kind)
  if (!found) return undefined
  const { form, parts } = found
  return { form, slots: { text: lowerFirst(text), ...parts } }
}

interface Found {
  readonly form: Form
  readonly parts: Readonly<Record<string, string>>
}

function shapeStatement(text: string, kind: PromptKind): Found | undefined {
  const made = MADE.exec(text)?.groups
  if (kind === 'launch' && made?.['object'] && made['verb'] && isThing(made['object'])) {
    return {
      form: 'made',
      parts: { verb: made['verb'].toLowerCase(), titled: titled(made['object'], text), ...thing(made['object']) },
    }
  }
  const reached = REACHED.exec(text)?.groups?.['object']
  if (kind === 'milestone' && reached && isThing(reached)) return { form: 'reached', parts: thing(reached) }
  const rest = ANNOUNCED.exec(text)?.groups?.['rest']
  if (rest) return { form: 'announced', parts: { rest } }
  const offer = OFFER.exec(text)?.groups?.['object']
  if (kind === 'offer' && offer && !/\bup to\b/iu.test(text)) return { form: 'offer', parts: thing(offer) }
  const hiring = HIRING.exec(text)?.groups?.['object']
  if (kind === 'hiring' && hiring && /^(?:an?|two|three|four|five|\d+)\s/iu.test(hiring))
    return { form: 'hiring', parts: thing(hiring) }
  return shapeTopic(text)
}

function shapeSubject(text: string, kind: PromptKind): Found | undefined {
  const topic = shapeTopic(text)
  if (topic) return topic
  if (/^(?:(?!(?:spring|morning|evening|everything)\b)\p{L}+ing|if|when|that)\b/iu.test(text)) return undefined
  // A person is no topic: `my grandmother Rosa` stands alone.
  if (kind === 'sad' && /^my\b/iu.test(text)) return undefined
  if (kind === 'sad') return { form: 'sad-subject', parts: {} }
  // `My aunt's workshop, she repaired clocks there` is a memory, and no date to keep.
  if (kind === 'event' && /,\s(?:he|she|they|it|we|i)\s/iu.test(text)) return undefined
  if (kind === 'event')
    return { form: DATED.test(text) ? 'event-subject' : 'undated-event-subject', parts: thing(text) }
  if ((kind === 'milestone' || kind === 'achievement') && ARTICLE.test(text))
    return { form: 'milestone-subject', parts: thing(text) }
  if (kind === 'welcome' && !isThing(text)) return undefined
  if (
    /^(?:our|my|the|a)(?: \p{L}+['’]s)? (?:(?:very )?own )?(?:brand[- ])?new(?:est)? (?!.*\b(?:hours|times|prices?|rules?|polic(?:y|ies)|terms|address|number|fees?|schedule|timetable|rates?)\b)/iu.test(
      text,
    )
  )
    return { form: 'new-thing', parts: thing(lowerFirst(text)) }
  if (kind === 'launch' && ARTICLE.test(text)) return { form: 'announced-subject', parts: thing(text) }
  if (/[:;–—]/u.test(text) && /^(?:how|why|what)\b/iu.test(text)) return undefined
  if (kind === 'own-topic' && /^(?:how|why|what)\b/iu.test(text)) return { form: 'own-question', parts: thing(text) }
  if ((kind === 'own-topic' && /^our\b/iu.test(text)) || kind === 'tips')
    return { form: 'own-subject', parts: thing(text) }
  return kind === 'topic' || kind === 'opinion' || kind === 'gratitude'
    ? { form: 'subject', parts: thing(text) }
    : undefined
}

function shapeTopic(text: string): Found | undefined {
  const { head, topic } = INSIGHTS.exec(text)?.groups ?? {}
  if (head && topic) return { form: 'insights', parts: { head: lowerFirst(head), topic: lowerFirst(topic) } }
  const behind = BEHIND.exec(text)?.groups?.['object']
  if (behind) return { form: 'behind-the-scenes', parts: thing(behind) }
  if (/^how to /iu.test(text)) return { form: 'how-to', parts: {} }
  if (/^why (?!not\b|don)/iu.test(text) && !/[:;–—]/u.test(text)) return { form: 'reason', parts: {} }
  return undefined
}

function titled(object: string, sentence: string): string {
  const bare = object.replace(ARTICLE, '')
  return /\s/u.test(bare) ? bare : sentence
}

function isThing(object: string): boolean {
  return object.length <= 90 && !SECOND_CLAUSE.test(object) && !/^(?:it|that|to|on|in|up|with|at|this)\b/iu.test(object)
}

function thing(object: string): Record<string, string> {
  const bare = object.replace(ARTICLE, '')
  // One word is no title.
  return { object, bare: /\s/u.test(bare) ? bare : object }
}
