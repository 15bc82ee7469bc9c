import { BREAKING_WORDS, FIXED_PHRASES, VERB_FORMS } from '#reading/key-phrases/english-words.ts'
import type { KeyPhrase } from '#reading/key-phrases/index.ts'
import type { Language } from '#reading/language/stop-words.ts'
import { topicsOf } from './topics/index.ts'

/** Languages that change a name with its case: a tag of `Krakowie` finds nothing. */
const DECLINES: ReadonlySet<Language> = new Set(['pl', 'cs', 'ru', 'uk', 'hu', 'fi', 'tr', 'el', 'ro'])
const UNSPACED: ReadonlySet<Language> = new Set(['ja', 'zh', 'ko', 'th'])
const FIXED: ReadonlySet<string> = new Set(FIXED_PHRASES.map((words) => words.join(' ')))
// What a name is called that only the sender's own people know: a street, a room, a title before a person.
const NO_TOPIC_NAME =
  /(?:str|street|road|lane|avenue|square|straße|strasse|platz|gasse|calle|rue|via|rua|hall|room|desk|floor|saal|dr|mr|mrs|ms|prof|sales?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|arabic|french|german|spanish|italian|portuguese|dutch|turkish|polish|chinese|japanese|uk|usa|eu)$/iu
const A_PERSON = (word: string) =>
  String.raw`(?:by|with|from|met|thank|thanks to|call|ask|contact|colleague|founder|ceo|owner|chef|teacher|trainer|director|intern|apprentice|he|she|nach|von|mit|par|avec|por|con|com|da|door|met|author|singer|nurse|doctor|dr\.?|mr\.?|mrs\.?|ms\.?|our|my|autora?|auteure?|autore|autrice|singer|guest|grandmother|grandfather|mother|father|son|daughter|brother|sister)[\s,]+(?:\p{Lu}\p{L}+\s+)?${word}`

/**
 * The phrases that people would look for: topics that are followed, names of places, works and brands. Not what merely
 * stands in the text, nor names of people. Few are good ones; none is better than a bad one.
 */
export function worthTagging(phrases: readonly KeyPhrase[], text: string, language: Language): KeyPhrase[] {
  const topics = topicsOf(language)
  return phrases
    .map((phrase) => withoutVerb(phrase, topics, language))
    .filter(({ words }) => {
      if (isPartOfName(words, text)) return false
      const lower = words.map((word) => word.toLowerCase())
      const last = lower.at(-1) ?? ''
      const isTopic =
        words.length === 1 && GENERAL.has(last)
          ? false
          : topics.has(last) || topics.has(lower.join('')) || topics.has(lower.join(' '))
      if (UNSPACED.has(language))
        return isTopic || /^[\p{Script=Katakana}ー]{4,12}$/u.test(words.join('')) || quoted(text, words.join(''))
      if (words.length === 1 && GENERAL.has(last)) return false
      if (isTopic || (language === 'en' && FIXED.has(lower.join(' ')))) return true
      if (language === 'en' && topics.has(singular(last))) return true
      if (language === 'de') return words.length === 1 ? isCompound(last, topics) : isName(words, text)
      return !DECLINES.has(language) && isName(words, text)
    })
}

/** Topics only with a word before them: `#Class` finds everything. */
const GENERAL: ReadonlySet<string> = new Set(
  `menu class classes course courses workshop workshops lessons training market shop store house home homes car cars sale data
  app apps software job jobs baby kids print school food art kitchen kitchens cleaning security remote flowers museum moving science
  single film event community running reading writing languages english spanish clases clase cursos curso cours marché kurs kurse
  cozinha museo musée kursus les klasse wellness health energy church council election party baking cooking band hotel library
  marketing trees forest river animals design author leadership engineering`.split(/\s+/u),
)

/** `stealing sandwiches` is about sandwiches. */
function withoutVerb(phrase: KeyPhrase, topics: ReadonlySet<string>, language: Language): KeyPhrase {
  const [first = '', ...others] = phrase.words
  const isVerb = language === 'en' && others.length > 0 && /^\p{Ll}+ing$/u.test(first) && !topics.has(first)
  return isVerb ? { ...phrase, words: others } : phrase
}

/** Whether words are cut out of a longer name (`Street Bread` of `Baker Street Bread`), or stand in an address. */
function isPartOfName(words: readonly string[], text: string): boolean {
  if (!/^\p{Lu}/u.test(words[0] ?? '')) return false
  const name = words.join(' ').replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  const around = new RegExp(String.raw`(?<before>(?:^|[^\s])\s*)(?<![\p{L}])${name}(?![\p{L}])`, 'u').exec(text)
  if (!around) return false
  const at = around.index + around[0].length
  const led = new RegExp(String.raw`(?<!\p{L})(\p{Lu}\p{Ll}+) ${name}(?!\p{L})`, 'u').exec(text)?.[1]?.toLowerCase()
  const isLed = led !== undefined && !VERB_FORMS.has(led) && !BREAKING_WORDS.has(led)
  return (
    isLed ||
    /^(?:\.?\s\d+[a-z]?(?![\d:%]|\s?(?:am|pm))|\s\p{Lu}\p{Ll}+)/u.test(text.slice(at)) ||
    /\d+\s$/u.test(text.slice(0, at - words.join(' ').length))
  )
}

function isQuoted(text: string, name: string): boolean {
  return new RegExp(`['"“‘„«]${name}['"”’“»]`, 'u').test(text)
}

function singular(word: string): string {
  return word.replace(/(?:ies)$/u, 'y').replace(/s$/u, '')
}

function quoted(text: string, words: string): boolean {
  return new RegExp(`[「『《“"]${words}[」』》”"]`, 'u').test(text)
}

/** German nouns of two, the second a topic: `Sommerfest`, `Weinprobe`. */
function isCompound(word: string, topics: ReadonlySet<string>): boolean {
  for (let at = 3; at <= word.length - 3; at++)
    if (topics.has(word.slice(at)) || (at > 3 && topics.has(word.slice(0, at)))) return true
  return false
}

/** Whether words are a name of a place, a work or a brand: capitals within a sentence, and not a person's. */
function isName(words: readonly string[], text: string): boolean {
  const name = words.join(' ')
  if (!words.every((word) => /^\p{Lu}|^\d|^\p{Ll}+\p{Lu}/u.test(word)) || NO_TOPIC_NAME.test(name)) return false
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  if (new RegExp(`(?<!\\p{L})${A_PERSON(escaped)}(?!\\p{L})`, 'iu').test(text)) return false
  // Behind a preposition of place, or said as a brand writes itself.
  const isPlace = new RegExp(
    String.raw`(?:(?<!\p{L})(?:in|at|near|across|around|visit|à|en|au|aux|em|no|na|ao|a|nel|nella|te|naar|i|im|am|di|ở|tại)\s+(?:the\s+|la\s+|le\s+|el\s+|il\s+|o\s+)?|${words.length === 1 ? ',' : '(?!)'}\s+)${escaped}(?!\p{L})`,
    'u',
  ).test(text)
  const isBrand = words.some((word) => /^\p{Ll}+\p{Lu}|\p{Lu}\p{Ll}+\p{Lu}|^\p{Lu}{2,}$/u.test(word))
  return isPlace || isBrand || (words.length > 1 && isQuoted(text, escaped))
}
