import type { Brief, PlatformCaption } from '#models/port.ts'
import { readPrompt } from '#reading/brief/read-prompt.ts'
import { detectLanguage } from '#reading/language/detect-language.ts'
import { cleanText } from '#reading/text/clean-text.ts'
import { findLinks } from '#reading/text/find-links.ts'
import { cutOut } from '#reading/text/span.ts'
import { splitSentences } from '#reading/text/sentences.ts'
import { saysSomething, withoutSentences } from '../../rules/index.ts'
import { materialOf } from '../instructions/messages.ts'

/** A caption as far as code can make it what its brief asks for. */
export interface Kept {
  readonly caption: PlatformCaption
  /** What is left for its writer, each a sentence. */
  readonly reasons: readonly string[]
  /** It must not be posted: it prints an order, or is none. */
  readonly isOut: boolean
}

/** What a caption may not hold, by what its brief says. */
export interface BriefKeeper {
  keep(written: PlatformCaption): Kept
}

/** A model left a place for somebody to fill in. */
const PLACEHOLDER =
  /\[(?:your|insert|add|link|url|brand|company|product|name|date|time|location|website|phone|dein|ihr|votre|nombre|tu)\b[^\][\n]{0,60}\]|\{\{[^{}\n]{1,60}\}\}|<(?:insert|your)\b[^<>\n]{0,60}>/iu

/** A model answers its request where a caption is asked for. */
const REFUSAL =
  /^\W*(?:i['’]?m sorry|sorry|i can(?:no|['’])t|i cannot|i am unable|i['’]m unable|as an ai)\b[^.!?]*\b(?:can(?:no|['’])?t|cannot|unable|won['’]t|not able|ai)\b[^.!?]*\b(?:help|assist|write|create|comply|fulfil\w*|provide|do that|language model)\b/iu

/** Shorter clauses of a brief stand in captions by chance. In UTF-16 units. */
const LEAST_ORDER = 14
/** The language of less is guessed. */
const LEAST_TEXT = 40

/** Reads a brief once for all its captions. */
export function createBriefKeeper(brief: Brief): BriefKeeper {
  const prompt = cleanText(brief.prompt ?? '')
  const language = detectLanguage(prompt)
  const { said, isRequest, rules } = readPrompt(prompt, language)
  const orders = isRequest ? ordersIn(prompt, said) : []
  // What foreign pages link to is not the customer's to recommend; their own addresses are the customer's sources.
  const given = materialOf(brief)
    .flatMap(({ label, text }) => (label.startsWith('foreign') ? [] : [text]))
    .concat(brief.research?.map(({ url }) => url) ?? [])
    .join('\n')
    .toLowerCase()
  const isWritten = !isRequest && prompt.length >= LEAST_TEXT && language !== 'unknown'
  const isFree = brief.rules?.language === undefined && rules.language === undefined && !brief.rewrite?.instruction
  const expected = isWritten && isFree && !brief.style ? language : undefined

  const isOut = (sentence: string) => {
    if (brief.ctaText !== undefined && sentence.includes(brief.ctaText)) return false
    const plain = sentence.toLowerCase()
    return (
      orders.some((order) => plain.includes(order)) || PLACEHOLDER.test(sentence) || inventedLinks(sentence).length > 0
    )
  }
  const inventedLinks = (text: string) =>
    findLinks(text).filter(({ start, end }) => !given.includes(bareLink(text.slice(start, end))))

  function keepText(text: string): string {
    if (!text.split('\n').some((line) => isOut(line))) return text
    const kept = withoutSentences(text, isOut) ?? text
    const links = inventedLinks(kept)
    return links.length === 0
      ? kept
      : cutOut(kept, links)
          .replace(/[^\S\n]{2,}/gu, ' ')
          .trim()
  }

  function check(text: string): Omit<Kept, 'caption'> {
    const isWrong = isOut(text)
    const isAnswer = REFUSAL.test(text)
    const written = detectLanguage(text)
    const reasons = [
      ...(isWrong ? ['It prints an order of the brief, an address nobody gave, or a place to fill in.'] : []),
      ...(saysSomething(text) || !/[#＃]/u.test(text) ? [] : ['It is nothing but hashtags.']),
      ...(isAnswer ? ['It is an answer to the request, no caption.'] : []),
      ...(expected !== undefined && written !== 'unknown' && written !== expected
        ? [`It must be written in the language of the brief, ${expected}.`]
        : []),
    ]
    return { reasons, isOut: isWrong || isAnswer }
  }

  return {
    keep({ platform, caption }) {
      if (platform !== 'youtube') {
        const text = keepText(caption)
        return { caption: { platform, caption: text }, ...check(text) }
      }
      const [title, description] = [keepText(caption.title), keepText(caption.description)]
      const [one, other] = [check(title), check(description)]
      const reasons = [...new Set([...one.reasons, ...other.reasons])]
      return { caption: { platform, caption: { title, description } }, reasons, isOut: one.isOut || other.isOut }
    },
  }
}

/** What joins a clause to the one before. */
const JOIN = /^\s*(?:but|and|und|aber|mais|et|pero|y|mas|ma|e|en|maar|ale|i|но|и|але|та|och|men|ve|ama)\s+/iu

/** What of a prompt is said to the writer, in lower case: its sentences and clauses that are not to be said. */
function ordersIn(prompt: string, said: string): string[] {
  const toSay = said.toLowerCase()
  return prompt
    .split('\n')
    .flatMap((line) => splitSentences(line, 'und'))
    .flatMap((sentence) => [sentence, ...sentence.split(/[,;:，、；]\s*/u)])
    .map((clause) =>
      clause
        .toLowerCase()
        .replace(JOIN, '')
        .replace(/[\s.!?…。！？]+$/u, '')
        .trim(),
    )
    .filter((clause) => clause.length >= LEAST_ORDER && !toSay.includes(clause))
}

/** A link as it may stand in another text: without protocol, `www` and a slash at its end. */
function bareLink(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '')
}
