import type { Language } from '../language/stop-words.ts'
import { readFormRule } from '../rules/form-rules.ts'
import { mergeRules } from '../rules/merge-rules.ts'
import type { WritingRules } from '../rules/writing-rules.ts'
import { splitSentences } from '../text/sentences.ts'
import { readOrder } from './orders.ts'
import { patternsOf } from './patterns.ts'

/** How to write, read: rules that code can follow, and the sentences that only a writer understands. */
export interface StyleReading {
  readonly rules: WritingRules
  readonly manners: readonly string[]
}

interface StyleRule {
  readonly pattern: RegExp
  readonly rules: (found: RegExpExecArray, sentence: string) => WritingRules
}

/** Characters of a sentence in which a rule is looked for, so that no pattern has to search a text without full stops. */
const MOST_CHARACTERS = 500
/** What may stand between the words of a rule: bounded, because each gap without a bound multiplies what a pattern tries. */
const GAP = '.{0,80}?'
const QUOTED = String.raw`["“„«'‘](?<words>.[^"”“»'’]{0,199})["”“»'’]`
const ENDS = String.raw`(?:ends?|finish(?:es)?|close[sd]?|sign(?:ed)? off|beende\p{L}*|ende\p{L}*|schließ\p{L}*|termine[zr]?|termina|acaba|finis\p{L}*|eindig|sluit|zakończ|заканчивай|закінчуй)`
const BEGINS = String.raw`(?:begins?|starts?|opens?|beginne?|starte?|commence[zr]?|empieza|comienza|comece|inizia|begin|zacznij|начинай|починай)`

const STYLE_RULES: readonly StyleRule[] = [
  {
    pattern: new RegExp(String.raw`${ENDS}\b${GAP}\b(?:with|mit|par|con|com|met|od|с|з)\b${GAP}${QUOTED}`, 'iu'),
    rules: ({ groups }) => ({ ending: groups?.['words'] ?? '' }),
  },
  {
    pattern: new RegExp(String.raw`${BEGINS}\b${GAP}\b(?:with|mit|par|con|com|met|od|с|з)\b${GAP}${QUOTED}`, 'iu'),
    rules: ({ groups }) => ({ opening: groups?.['words'] ?? '' }),
  },
  {
    pattern: new RegExp(String.raw`(?:slogan|tag ?line|motto|claim)\b${GAP}${QUOTED}`, 'iu'),
    rules: ({ groups }) => ({ ending: groups?.['words'] ?? '' }),
  },
  {
    pattern: new RegExp(
      String.raw`(?:never|don['’]?t|do not|avoid|nie(?:mals)?|ne|no|non|nunca|mai|nooit)\b${GAP}${QUOTED}`,
      'iu',
    ),
    rules: (_, sentence) => ({ bannedWords: quotesOf(sentence) }),
  },
  {
    pattern: new RegExp(
      String.raw`(?:always|must|immer|toujours|siempre|sempre|altijd)\b${GAP}(?:say|mention|use|include|name|nenn\p{L}*|erwähn\p{L}*|mentionn\p{L}*|menciona|cita|noem)\b${GAP}${QUOTED}`,
      'iu',
    ),
    rules: (_, sentence) => ({ fixedWords: quotesOf(sentence) }),
  },
  {
    pattern: /\b(?:all |only )?(?:lower[- ]?case|kleinschreibung|minuscules|minúsculas|minuscolo|kleine letters)\b/iu,
    rules: () => ({ casing: 'lower' }),
  },
  {
    pattern:
      /\b(?:sentence case|no (?:all )?caps|never shout|no capitals|don['’]?t (?:use (?:all )?caps|shout|capitali[sz]e))\b/iu,
    rules: () => ({ casing: 'sentence' }),
  },
  { pattern: /\b(?:all caps|upper ?case|capitals only)\b/iu, rules: () => ({ casing: 'upper' }) },
  {
    pattern:
      /\b(?:few|sparing(?:ly)?|one or two|at most (?:two|three)|wenige|peu d|pocos|poucos|pochi|weinig)\b.{0,20}\b(?:emojis?|émojis?|emoji['’]s)|emojis?.{0,12}(?:sparingly|sparsam|with restraint)/iu,
    rules: () => ({ emoji: 'few' }),
  },
  {
    pattern: /\b(?:lots of|many|plenty of|viele|beaucoup d|muchos|muitos|molte|veel)\b.{0,12}(?:emojis?|émojis?)/iu,
    rules: () => ({ emoji: 'many' }),
  },
  {
    pattern:
      /\b(?:no|never (?:ask|use|end with)|don['’]?t ask|without|keine|pas de|sin|sem|senza|geen)\b.{0,16}(?:questions?|fragen|preguntas|perguntas|domande|vragen)/iu,
    rules: () => ({ questions: false }),
  },
  {
    pattern:
      /\b(?:no|never (?:add|use|include)|without|keine|pas de|sin|sem|senza|geen)\b.{0,10}(?:links?|urls?|liens|enlaces)/iu,
    rules: () => ({ links: false }),
  },
  {
    pattern: /\b(?:no|never|don['’]?t|without)\b.{0,12}(?:mentions|handles|tag (?:people|accounts))/iu,
    rules: () => ({ mentions: false }),
  },
  {
    pattern: /\b(?:no|never|don['’]?t|do not|avoid|without)\b.{0,12}(?:exclamation|!)/iu,
    rules: () => ({ exclamationMarks: false }),
  },
  {
    pattern:
      /^(?:keep (?:it|posts|captions|everything) (?:very )?(?:short|brief)|(?:short|brief) (?:posts|captions|texts)|be brief|kurz(?: und knapp)?|sois bref|sé breve|seja breve|sii breve|hou het kort)\b/iu,
    rules: () => ({ length: 'short' }),
  },
  { pattern: /^(?:write long|long (?:posts|captions|texts)|go into detail)\b/iu, rules: () => ({ length: 'long' }) },
]

/** Reads the instructions of a writing style, or of a change. */
export function readStyle(text: string, language: Language): StyleReading {
  const patterns = patternsOf(language)
  let rules: WritingRules = {}
  const manners: string[] = []
  const sentences = text.split('\n').flatMap((line) => splitSentences(line, language === 'unknown' ? 'und' : language))
  for (const sentence of sentences.flatMap((one) =>
    one.split(/;\s+|,\s+and\s+|,\s+(?=(?:no|never|always|without|use|max)\b)/iu),
  )) {
    const start = sentence.slice(0, MOST_CHARACTERS)
    const found = STYLE_RULES.map(({ pattern, rules: make }) => {
      const match = pattern.exec(start)
      return match ? make(match, sentence) : undefined
    }).find((made) => made !== undefined)
    const form = readFormRule(start)
    const order = form ? undefined : readOrder(start, patterns, true)
    const made = form ?? (order?.kind === 'rule' ? order.rules : found)
    if (made) rules = mergeRules(made, rules)
    else if (/\p{L}{2}/u.test(sentence)) manners.push(sentence)
  }
  return { rules, manners }
}

function quotesOf(text: string): string[] {
  return [...text.matchAll(/["“„«‘]([^"”“»’]{1,200})["”“»’]|'([^']{1,200})'/gu)]
    .map(([, one, other]) => (one ?? other ?? '').replace(/[.,]$/u, ''))
    .filter(Boolean)
}
