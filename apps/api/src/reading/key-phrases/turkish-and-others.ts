import { STOP_WORDS } from '../language/stop-words.ts'
import { blankProtected } from '../text/protected-spans.ts'
import type { KeyPhrase } from './key-phrase.ts'
import { findNames } from './names.ts'
import { plainTokens } from './plain-tokens.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

const TURKISH_WEAK =
  words(`gün günü hafta haftası ay yıl yılı saat zaman kez kere insan insanlar yer şey şeyler pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan
  mayıs haziran temmuz ağustos eylül ekim kasım aralık sabah akşam gece an hayat dünya ekip hafta sonu dönem sezon yaş haber bilgi adet kişi arada kez`)
const TURKISH_NO_NOUN =
  /(?:yor(?:uz|um|sunuz|lar)?|[dt][ıiuü](?:k|m|lar|ler)?|[ae]ca(?:k|ğız)|eceğiz|m[ıiuü]ş|[ıiuü]l[ıiuü]r|bilirsiniz|[ae]l[ıi]m|da|de|ta|te|dan|den|tan|ten|yla|yle|ın|in|un|ün|a|e|sız)$/u

/** Turkish: the noun behind `yeni` and its like, and names before the apostrophe that parts their ending: `İzmir’de`. */
export function findTurkishPhrases(text: string): KeyPhrase[] {
  const phrases: KeyPhrase[] = []
  for (const match of blankProtected(text).matchAll(
    /(?<![\p{L}\p{N}])(\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}{2,}){0,2})['’]\p{Ll}+/gu,
  )) {
    if (match[1]) phrases.push({ words: match[1].split(' '), score: 3 - phrases.length * 0.1 })
  }
  const tokens = plainTokens(text)
  const isContent = (index: number) => {
    const token = tokens[index]
    return (
      token !== undefined &&
      token.isJoined &&
      /^\p{L}{4,}$/u.test(token.word) &&
      !/[iİ]/u.test(token.word.slice(0, 1)) &&
      !STOP_WORDS.tr.has(token.lower) &&
      !TURKISH_WEAK.has(token.lower)
    )
  }
  for (const [index, { lower }] of tokens.entries()) {
    if (lower !== 'yeni' || !isContent(index + 1)) continue
    const [first, second] = [tokens[index + 1], tokens[index + 2]]
    const isNoun = (word: string) => !TURKISH_NO_NOUN.test(word)
    if (!first) continue
    // The possessive ending closes a noun phrase: `sonbahar koleksiyonumuz`.
    if (second && isContent(index + 2) && /(?:[ıiuü]m[ıiuü]z|m[ıiuü]z)$/u.test(second.lower))
      phrases.push({ words: [first.word, second.word], score: 3 })
    else if (isNoun(first.lower)) phrases.push({ words: [first.word], score: 2 })
  }
  return phrases
}

const INDONESIAN_NO_NOUN =
  /^(?:me|ber|di|ter|ikuti|hubungi|kunjungi|dukung|bantu|temui|ajak|tanya|beri|cari|terima|tim|hari|cara)\p{L}*$/u

/** Indonesian: what stands before `kami`, and names, which do not change. */
export function findIndonesianPhrases(text: string): KeyPhrase[] {
  const stop: ReadonlySet<string> = STOP_WORDS.id
  const phrases = findNames(
    text,
    (word) =>
      stop.has(word) ||
      /^(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|januari|februari|maret|mei|juni|juli|agustus|september|oktober|november|desember)$/u.test(
        word,
      ),
  )
  const isNoun = (word: string | undefined): word is string =>
    word !== undefined &&
    word.length >= 4 &&
    !stop.has(word.toLowerCase()) &&
    !INDONESIAN_NO_NOUN.test(word.toLowerCase())
  for (const match of blankProtected(text).matchAll(
    /(?:(?<before>\p{L}+) )?(?<noun>(?!(?:ter)?baru )\p{L}+)(?: (?:ter)?baru)? kami(?!\p{L})/gu,
  )) {
    const { before, noun } = match.groups ?? {}
    if (!isNoun(noun)) continue
    phrases.push({ words: isNoun(before) ? [before, noun] : [noun], score: isNoun(before) ? 3 : 2 })
  }
  return phrases
}

/** Vietnamese: names alone; its words are written in syllables, which no rule here joins. */
export function findVietnamesePhrases(text: string): KeyPhrase[] {
  const stop: ReadonlySet<string> = STOP_WORDS.vi
  return findNames(text, (word) => stop.has(word) || /^(?:thứ|tháng|chủ)$/u.test(word)).filter(
    ({ words: name }) => name.length > 1 || /^[\x20-\x7e]+$/u.test(name[0] ?? ''),
  )
}

const HEBREW_WEAK = words(
  'היום השבוע השנה החודש הזה הזאת האלה הכל הבא הבאה הראשון הראשונה החדש החדשה החדשים הערב הבוקר הלילה הסוף הזמן האנשים העולם הבית החיים הצוות הדלתות',
)

/** Hebrew: a definite noun and its adjectives behind a word that takes one, `את`, `כל`, `של`. */
export function findHebrewPhrases(text: string): KeyPhrase[] {
  const phrases: KeyPhrase[] = []
  for (const match of blankProtected(text).matchAll(
    /(?<!\p{L})(?:את|[בלמו]?כל|של|על|עם) (?<nouns>ה\p{L}{3,}(?: ה\p{L}{3,}){0,1})/gu,
  )) {
    const nouns = (match.groups?.['nouns'] ?? '').split(' ').filter((word) => !HEBREW_WEAK.has(word))
    if (nouns.length > 0)
      phrases.push({ words: [nouns.join('_')], score: (nouns.length > 1 ? 3 : 2) - phrases.length * 0.1 })
  }
  return phrases
}
