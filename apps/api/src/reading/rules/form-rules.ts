import type { WritingRules } from './writing-rules.ts'

interface FormRule {
  readonly pattern: RegExp
  readonly rules: (found: RegExpExecArray) => WritingRules
}

const NO = String.raw`^(?:please )?(?:no|never(?: use)?|avoid|without|don['’]?t use|do not use|keine?|ohne|pas de|sans|sin|sem|senza|geen|zonder|bez|без)\b[^.!?]{0,12}?\b`
const NUMBER = String.raw`(?<number>\d{1,4}|one|two|three|four|five|six|a single)`
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six']

/** Signs by what people call them. */
const SIGNS: readonly (readonly [name: string, signs: readonly string[]])[] = [
  ['semi-?colons?|strichpunkte?|points?-virgules?|puntos? y comas?', [';']],
  ['em[- ]?dash(?:es)?|(?:long )?dashes|gedankenstriche?|tirets?', ['—', '–']],
  ['ellips[ei]s|dot dot dots?|auslassungspunkte', ['…', '...']],
  ['ampersands?|und-zeichen', ['&']],
  ['quotation marks|quotes|anführungszeichen|guillemets|comillas', ['"', '“', '”', '„', '«', '»']],
  ['parenthes[ei]s|brackets|klammern|parenthèses|paréntesis', ['(', ')']],
  ['colons?|doppelpunkte?', [':']],
]

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
  dutch: 'nl',
  nederlands: 'nl',
  polish: 'pl',
  swedish: 'sv',
  turkish: 'tr',
  japanese: 'ja',
  korean: 'ko',
  russian: 'ru',
  ukrainian: 'uk',
}

const FORM_RULES: readonly FormRule[] = [
  ...SIGNS.map(([name, signs]): FormRule => ({
    pattern: new RegExp(String.raw`${NO}(?:${name})(?!\p{L})`, 'iu'),
    rules: () => ({ bannedSigns: signs }),
  })),
  {
    pattern: /\bhash ?tags?\b[^.!?]{0,12}\b(?:lower ?case|kleingeschrieben|en minuscules)\b/iu,
    rules: () => ({ hashtagCasing: 'lower' }),
  },
  {
    pattern:
      /^(?!.*\b(?:never|no|don['’]?t|not)\b)(?:always |each caption |every (?:caption|post) )?(?:ends?|finish|close|conclude)s?\b[^.!?"“]{0,14}\b(?:with|on) (?:a|an open|one) question/iu,
    rules: () => ({ endsWith: 'question' }),
  },
  {
    pattern:
      /^(?:always |every (?:caption|post) )?(?:starts?|begins?|opens?)\b[^.!?"“]{0,14}\bwith (?:a|one) question/iu,
    rules: () => ({ beginsWith: 'question' }),
  },
  {
    pattern: /^(?:always |every (?:caption|post) )?(?:starts?|begins?|opens?)\b[^.!?"“]{0,14}\bwith (?:an|one) emoji/iu,
    rules: () => ({ beginsWith: 'emoji' }),
  },
  { pattern: /\b(?:british|uk) (?:english|spelling)\b/iu, rules: () => ({ spelling: 'british' }) },
  { pattern: /\b(?:american|us) (?:english|spelling)\b/iu, rules: () => ({ spelling: 'american' }) },
  {
    pattern: /\b(?:one|a|each) sentence (?:per|a|to a|on its own) line\b|\beach sentence on (?:its own|a new) line/iu,
    rules: () => ({ layout: 'lines' }),
  },
  {
    pattern: /^(?:in |as |write )?(?:one|a single) paragraph\b|^no (?:line breaks|paragraphs)\b/iu,
    rules: () => ({ layout: 'paragraph' }),
  },
  {
    pattern: /^(?:use |write (?:in|as) )?(?:bullet points|a bullet list|bullets)\b/iu,
    rules: () => ({ layout: 'list' }),
  },
  {
    pattern:
      /^(?:always )?(?:write|post|answer|captions?)(?: everything| only| always)? (?:in|auf|en) (?<language>\p{L}+)\b/iu,
    rules: ({ groups }) => {
      const language = LANGUAGES[groups?.['language']?.toLowerCase() ?? '']
      return language === undefined ? {} : { language }
    },
  },
  {
    pattern: new RegExp(
      String.raw`^(?:only |just |write )?${NUMBER} sentences?(?: only| at most| max(?:imum)?)\b`,
      'iu',
    ),
    rules: (found) => ({ maxLength: { max: numberOf(found), unit: 'sentences' } }),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:at least|minimum(?: of)?|no fewer than) ${NUMBER} (?<unit>words|characters|sentences)\b`,
      'iu',
    ),
    rules: (found) => ({ minLength: { min: numberOf(found), unit: unitOf(found) } }),
  },
  {
    pattern: new RegExp(String.raw`\b(?:never|not?|don['’]?t)\b[^.!?]{0,12}\bmore than ${NUMBER} hash ?tags?\b`, 'iu'),
    rules: (found) => ({ hashtags: { max: numberOf(found) } }),
  },
  {
    pattern: new RegExp(String.raw`\b(?:at least|minimum(?: of)?) ${NUMBER} hash ?tags?\b`, 'iu'),
    rules: (found) => ({ hashtags: { min: numberOf(found) } }),
  },
  {
    pattern: new RegExp(
      String.raw`(?:\b(?:at most|max(?:imum)?(?: of)?|no more than|not more than) ${NUMBER} emojis?\b)|(?:^(?:only )?(?<other>one|two|three|\d) emojis?(?: at most| max(?:imum)?| only)\b)`,
      'iu',
    ),
    rules: (found) => ({ emojiCount: { max: numberOf(found) } }),
  },
  {
    pattern: new RegExp(String.raw`\b(?:at least|minimum(?: of)?) ${NUMBER} emojis?\b`, 'iu'),
    rules: (found) => ({ emojiCount: { min: numberOf(found) } }),
  },
  { pattern: /\bemojis?\b.{0,12}\bsparingly\b/iu, rules: () => ({ emoji: 'few' }) },
  {
    pattern: /^(?:never|don['’]?t|do not|avoid)\b[^.!?#]{0,20}(?<tag>#[\p{L}\p{N}_]+)/iu,
    rules: ({ input }) => ({ bannedHashtags: input.match(/#[\p{L}\p{N}_]+/gu) ?? [] }),
  },
  {
    pattern:
      /^(?:never|don['’]?t|do not|no)\b[^.!?]{0,10}\b(?:mention|tag) (?:other )?(?:accounts|people|handles|profiles)/iu,
    rules: () => ({ mentions: false }),
  },
]

/** A sentence of a style as a rule of form: signs, counts, beginnings, spelling. Undefined: it is none. */
export function readFormRule(sentence: string): WritingRules | undefined {
  const plain = sentence.trim()
  for (const { pattern, rules } of FORM_RULES) {
    const found = pattern.exec(plain)
    const made = found && rules(found)
    if (made && Object.keys(made).length > 0) return made
  }
  return undefined
}

function numberOf({ groups }: RegExpExecArray): number {
  const said = (groups?.['number'] ?? groups?.['other'] ?? '').toLowerCase()
  if (said === 'a single') return 1
  const place = NUMBERS.indexOf(said)
  return place > 0 ? place : Number(said)
}

function unitOf({ groups }: RegExpExecArray): 'words' | 'characters' | 'sentences' {
  const unit = groups?.['unit']?.toLowerCase()
  if (unit === 'words' || unit === 'sentences') return unit
  return 'characters'
}
