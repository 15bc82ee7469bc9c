import type { Language } from '#reading/language/stop-words.ts'
import { capitalizeFirst, closeSentence } from '#reading/text/casing.ts'
import type { Unit } from '#reading/text/units.ts'
import { sameWords } from './call-to-action.ts'

/** A text's units ready to be posted, its greeting apart. */
export interface TidyUnits {
  /** `Hi everyone!`, which opens some captions and is left out of others. */
  readonly greeting: string | undefined
  readonly units: readonly Unit[]
}

const GREETING =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]{0,30}|(?:hola|hallo|bonjour|salut|olá|oi|ciao|buongiorno)(?!\p{L})[^.!?]{0,30})[.!?,]*$/iu

/** Capitalises and closes sentences; a sentence that says what the call to action says is left to that. */
export function tidyUnits(units: readonly Unit[], language: Language, cta: string | undefined): TidyUnits {
  const seen = new Set<string>()
  const tidy: Unit[] = []
  for (const unit of units) {
    const text =
      unit.kind === 'lines' ? unit.text : closeSentence(capitalize(fixPronoun(unit.text, language), language))
    // A sentence said twice in the prompt is said once in the caption.
    if (seen.has(text)) continue
    seen.add(text)
    tidy.push({ ...unit, text })
  }
  const withoutCta = tidy.filter((unit) => cta === undefined || !sameWords(unit.text, cta))
  const [first, ...rest] = withoutCta.length > 0 ? withoutCta : tidy
  if (!first) return { greeting: undefined, units: [] }
  return rest.length > 0 && language !== 'unknown' && GREETING.test(first.text)
    ? { greeting: first.text, units: rest }
    : { greeting: undefined, units: [first, ...rest] }
}

// As they are typed in a hurry; `may`, `march` and `sun` are words as well.
const NAMED_DAYS =
  /(?<![\p{L}\p{N}.@#/_’'-])(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=s?(?:\b|['’]))|(?<![\p{L}\p{N}.@#/_’'-])(?:january|february|april|june|july|august|september|october|november|december)(?=\b|['’])/gu

function fixPronoun(typed: string, language: Language): string {
  if (language !== 'en') return typed
  const text = typed.replace(NAMED_DAYS, (day) => day.slice(0, 1).toUpperCase() + day.slice(1))
  return text.replace(/(?<![\p{L}\p{N}.@#/_'’-])i(?=\s|['’](?:m|ve|ll|d)\b)/gu, 'I')
}

// Turkish writes `i` with another capital, Dutch `ij` with two: there and where the language is not known, it is left.
function capitalize(text: string, language: Language): string {
  if (language === 'nl' && /^ij\p{Ll}/u.test(text)) return `IJ${text.slice(2)}`
  return (language === 'unknown' || language === 'tr') && text.startsWith('i') ? text : capitalizeFirst(text)
}
