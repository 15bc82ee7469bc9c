import { blankProtected } from '../text/protected-spans.ts'
import { VERB_FORMS } from '../key-phrases/english-words.ts'
import { ENGLISH_CONTENT_WORDS } from './english-content-words.ts'
import { STOP_WORDS } from './stop-words.ts'
import type { Language } from './stop-words.ts'

const SCRIPTS = {
  latin: /\p{Script=Latin}/gu,
  han: /\p{Script=Han}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  hangul: /\p{Script=Hangul}/gu,
  thai: /\p{Script=Thai}/gu,
  arabic: /\p{Script=Arabic}/gu,
  devanagari: /\p{Script=Devanagari}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  greek: /\p{Script=Greek}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
} as const

type Script = keyof typeof SCRIPTS

/**
 * The language of a text, or `unknown` when in doubt.
 *
 * Doubt is cheap: a text of unknown language only loses its stock phrases. A wrong guess puts English around Turkish.
 */
export function detectLanguage(text: string): Language {
  const plain = blankProtected(text)
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'unknown'
  const counts = countScripts(plain)
  const isMostly = (...scripts: Script[]) =>
    scripts.reduce((sum, script) => sum + counts[script], 0) >= letters * (scripts.includes('latin') ? 0.85 : 0.5)

  if (counts.kana > 0 && isMostly('han', 'kana')) return 'ja'
  if (isMostly('han')) return 'zh'
  if (isMostly('hangul')) return 'ko'
  if (isMostly('thai')) return 'th'
  // Persian and Urdu share the script, not the grammar; these letters are theirs alone.
  if (isMostly('arabic')) return /[پچژگکیےٹڈ]/u.test(plain) ? 'unknown' : 'ar'
  if (isMostly('devanagari')) return 'hi'
  if (isMostly('cyrillic')) return detectCyrillic(plain)
  if (isMostly('greek')) return 'el'
  // Yiddish shares the script; its letter pairs are its own.
  if (isMostly('hebrew')) return /[װױײ]/u.test(plain) ? 'unknown' : 'he'
  return isMostly('latin') ? detectLatin(plain) : 'unknown'
}

// Ukrainian is told by letters that Russian, Bulgarian and Serbian do not have; Belarusian has `ў` beside `і`.
function detectCyrillic(text: string): Language {
  if (/[ўљњћђџјѓќѕѐѝәғқңөұүһҳҷӣӯ]/iu.test(text)) return 'unknown'
  if (/[їєґі]/iu.test(text)) return /[ыэё]/iu.test(text) ? 'unknown' : 'uk'
  return 'ru'
}

function countScripts(text: string): Record<Script, number> {
  const count = (script: Script) => text.match(SCRIPTS[script])?.length ?? 0
  return {
    latin: count('latin'),
    han: count('han'),
    kana: count('kana'),
    hangul: count('hangul'),
    thai: count('thai'),
    arabic: count('arabic'),
    devanagari: count('devanagari'),
    cyrillic: count('cyrillic'),
    greek: count('greek'),
    hebrew: count('hebrew'),
  }
}

// Romance neighbours share many small words; English put around another language is the worse mistake.
const MOST_DOUBT = { english: 0.5, other: 0.6 } as const
/** Of these little more than the function words is known. */
const SMALL_VOCABULARIES = ['sv', 'da', 'no', 'pl', 'cs', 'tr', 'ro', 'hu', 'fi', 'id', 'vi'] as const
const LATIN_LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'it', 'nl', ...SMALL_VOCABULARIES] as const
type LatinLanguage = (typeof LATIN_LANGUAGES)[number]
// So close that most words count for both; the better one must only lead clearly.
const TWINS: ReadonlySet<LatinLanguage> = new Set(['da', 'no'])

function detectLatin(text: string): Language {
  const words =
    text
      .toLowerCase()
      .replace(/’/gu, "'")
      .match(/[\p{L}\p{M}']+/gu) ?? []
  const share = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length
  // `most` is Hungarian for `now`: what could be English counts for a small vocabulary only next to letters of its own.
  const isPlain = !/[^\p{ASCII}’]/u.test(text)
  const own = (language: LatinLanguage) =>
    isPlain && SMALL_VOCABULARIES.some((name) => name === language)
      ? words.filter((word) => STOP_WORDS[language].has(word) && !STOP_WORDS.en.has(word)).length
      : share(STOP_WORDS[language])
  const english = words.filter((word) => !STOP_WORDS.en.has(word) && isEnglishWord(word)).length - foreignLetters(text)
  const ranked = LATIN_LANGUAGES.map((language) => ({
    language,
    hits: own(language) + letterHints(text, language) + (language === 'en' ? english : 0),
  })).toSorted((a, b) => b.hits - a.hits)
  const [best, second] = ranked
  if (!best || !second || hasForeignLetter(text, best.language)) return 'unknown'
  const isTwin = TWINS.has(best.language) && TWINS.has(second.language)
  const rival = isTwin ? ranked[2] : second
  const isEnough =
    best.hits >= Math.max(SMALL_VOCABULARIES.some((name) => name === best.language) ? 2 : 1, words.length * 0.18)
  const isSure =
    best.hits > second.hits &&
    (rival?.hits ?? 0) <= best.hits * MOST_DOUBT[best.language === 'en' ? 'english' : 'other']
  return isEnough && isSure ? best.language : 'unknown'
}

function isEnglishWord(word: string): boolean {
  return ENGLISH_CONTENT_WORDS.has(word) || (word.length > 3 && VERB_FORMS.has(word))
}

/** Letters that English keeps only in loan words: one (`café`) is no evidence, several are. */
function foreignLetters(text: string): number {
  return (text.match(/[^\P{Script=Latin}a-zA-Zéèñçï]/gu)?.length ?? 0) + (text.match(/[¿¡]/gu)?.length ?? 0) * 3
}

// Letters that only a few languages write; each counts like a word or two of them.
const LETTERS: Readonly<Partial<Record<LatinLanguage, RegExp>>> = {
  es: /[ñ¿¡]/iu,
  pt: /[ãõ]/iu,
  pl: /[łąęśżźńć]/iu,
  cs: /[řěůťďň]/iu,
  tr: /[ışğ]/u,
  ro: /[șțăşţ]/iu,
  hu: /[őű]/iu,
  vi: /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu,
  no: /(?<!\p{L})(?:av|hva|dere|nå|oss|etter|åpn\p{L}*|uke[nr]?|\p{L}+kk)(?!\p{L})/iu,
  da: /(?<!\p{L})(?:af|hvad|jer|jeres|nu|os|efter|vores|åbn\p{L}*|køb\p{L}*|uge[nr]?)(?!\p{L})/iu,
  fi: /\p{L}{4}(?:mme|ssa|ssä|lla|llä|ista|istä)(?!\p{L})/iu,
}
// A letter that the language never writes tells against it: Slovak, Croatian, Lithuanian and Azerbaijani look alike.
const NOT_LETTERS: Readonly<Partial<Record<LatinLanguage, RegExp>>> = {
  pl: /[őűřěůťďňžščđäöüßışğ]/iu,
  cs: /[łąęőűđľĺŕôäöüßşğ]/iu,
  tr: /[łąęőűřəäßñõåøæ]/iu,
  hu: /[łąęřěşğãñåøæ]/iu,
  sv: /[øæßłąőűšž]/iu,
  da: /[äößłąőűšž]/iu,
  no: /[äößłąőűšž]/iu,
  fi: /[øæßõłąőűüšž]/iu,
  ro: /[łąęőűřäöüß]/iu,
}

function letterHints(text: string, language: LatinLanguage): number {
  if (language === 'de') return /[ßäöü]/iu.test(text) ? 0.5 : 0
  if (language === 'sv') return /[äö]/iu.test(text) && /å/iu.test(text) ? 1 : 0
  return LETTERS[language]?.test(text) ? 1.5 : 0
}

function hasForeignLetter(text: string, language: LatinLanguage): boolean {
  // Croatian and Slovene share many small words with Czech, but no long vowels.
  if (language === 'cs' && !/[áéíýěřůú]/iu.test(text)) return true
  return NOT_LETTERS[language]?.test(text) ?? false
}
