import { segmentWords } from '../language/word-segments.ts'
import { blankProtected } from '../text/protected-spans.ts'
import type { KeyPhrase } from './key-phrase.ts'

/** Arabic: a definite noun with the definite words that follow it, `الوضع الداكن`. */
export function findArabicPhrases(text: string): KeyPhrase[] {
  const weak =
    /^ال(?:يوم|آن|ان|ذي|تي|لذين|جديد|جديدة|سبت|أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة|أسبوع|شهر|سنة|عام|قادم|قادمة|ماضي|جميع|كثير|وقت|مفضل|مفضلة)$/u
  return collect(blankProtected(text), /(?<![\p{L}\p{M}])ال[\p{L}\p{M}]{2,}(?: ال[\p{L}\p{M}]{2,}){0,2}/gu, (phrase) =>
    phrase.split(' ').filter((word) => !weak.test(word)),
  )
}

/** Russian: adjectives and a noun in the nominative. Other cases would make a tag nobody follows. */
export function findRussianPhrases(text: string): KeyPhrase[] {
  const phrases: KeyPhrase[] = []
  for (const part of blankProtected(text).split(/[^\p{L}\s-]+|\n/u)) {
    const words = part.split(/\s+/u).filter(Boolean)
    for (const [index, word] of words.entries()) {
      const adjective = words[index - 1]
      const agreement = NOMINATIVE.find(
        ([ending, noun]) => adjective !== undefined && ending.test(adjective) && noun.test(word),
      )
      if (!adjective || !agreement || NOMINATIVE.some(([ending]) => ending.test(word)) || WEAK_RUSSIAN.test(adjective))
        continue
      phrases.push({ words: [adjective, word], score: 3 - phrases.length * 0.1 })
    }
  }
  return phrases
}

const NOMINATIVE: readonly (readonly [adjective: RegExp, noun: RegExp])[] = [
  [/\p{L}{2}(?:ый|ий)$/u, /\p{L}{2}[бвгджзклмнпрстфхцчшщй]$/u],
  [/\p{L}{2}(?:ая|яя)$/u, /\p{L}{2}[аяь]$/u],
  [/\p{L}{2}(?:ое|ее)$/u, /\p{L}{2}[оеё]$/u],
  [/\p{L}{2}(?:ые|ие)$/u, /\p{L}{2}[ыи]$/u],
]
const WEAK_RUSSIAN =
  /^(?:нов(?:ый|ая|ое|ые)|кажд(?:ый|ая)|сам(?:ый|ая|ое|ые)|перв(?:ый|ая|ое|ые)|последн(?:ий|яя|ее|ие)|как(?:ие|ая|ой)|так(?:ие|ая|ой)|котор(?:ый|ая|ое|ые)|больш(?:ое|ие|ая)|лучш(?:ий|ая|ие))$/iu

/** Korean: a noun with its object particle, without the particle: `다크 모드를` gives `다크 모드`. */
export function findKoreanPhrases(text: string): KeyPhrase[] {
  const weak =
    /^(?:우리|저희|모든|오늘|내일|여러분|새로운|지금|이번|많은|있는|하는|위한|드디어|방금|어떤|무슨|어느|가장|그것|이것|무엇|시간)$/u
  const phrases: KeyPhrase[] = []
  for (const match of blankProtected(text).matchAll(
    /(?:(?<before>[\p{Script=Hangul}]{2,}) )?(?<noun>[\p{Script=Hangul}]{2,})(?<particle>[을를])(?![\p{L}])/gu,
  )) {
    const { before, noun, particle } = match.groups ?? {}
    if (!noun || !particle || particle !== objectParticle(noun) || weak.test(noun)) continue
    const isAttached =
      before !== undefined &&
      !weak.test(before) &&
      !/(?:은|는|이|가|을|를|의|에|서|로|도|와|과|한|된|할|운|인|던|며|고|게)$/u.test(before)
    phrases.push({ words: isAttached ? [before, noun] : [noun], score: 3 - phrases.length * 0.1 })
  }
  return phrases
}

function objectParticle(noun: string): string {
  const hasFinalConsonant = ((noun.codePointAt(noun.length - 1) ?? 0) - 0xac00) % 28 !== 0
  return hasFinalConsonant ? '을' : '를'
}

/** Hindi: the one or two words before a postposition. */
export function findHindiPhrases(text: string): KeyPhrase[] {
  const weak = new Set(
    `हम हमने हमारे हमारी हमारा अपने अपनी अपना आप आपके आपकी यह ये वह वे इस उस इन उन सभी सब एक दो कुछ बहुत और या नए नई नया आज कल अब मैं मैंने मेरे मेरी मेरा जो जिस किस लिए साथ बाद पहले तक भी ही
    में का की के से पर को ने है हैं था थी थे हो कर करने दिन बार लोगों साल घर बारे`.split(/\s+/u),
  )
  const phrases: KeyPhrase[] = []
  const words = blankProtected(text).split(/[^\p{L}\p{M}]+/u)
  for (const [index, word] of words.entries()) {
    if (!/^(?:में|का|की|के|से|पर|को|लॉन्च|शुरू|पेश|जारी)$/u.test(word)) continue
    const noun = words[index - 1]
    if (!noun || weak.has(noun) || [...noun].length < 3) continue
    const before = words[index - 2]
    const isPair = before !== undefined && before !== '' && !weak.has(before)
    phrases.push({ words: isPair ? [before, noun] : [noun], score: (isPair ? 3 : 2) - phrases.length * 0.1 })
  }
  return phrases
}

/** Thai: adjacent content words, which Thai writes without a space. */
export function findThaiPhrases(text: string): KeyPhrase[] {
  const weak = new Set(
    `เรา ฉัน ผม คุณ เขา มัน ของ ใน ที่ และ หรือ แต่ กับ ให้ ได้ มี เป็น อยู่ คือ ไม่ ก็ จะ แล้ว เพิ่ง เปิด ตัว เปิดตัว ทุก ทุกคน นี้ นั้น ไป มา จาก ถึง สำหรับ
    ด้วย กัน ขึ้น ลง ออก เข้า วัน วันนี้ พรุ่งนี้ ปี เดือน ครับ ค่ะ คะ นะ ทำ ใหม่ การ ความ อย่าง มาก ขอ ขอบคุณ พบ ซื้อ ลด เท่านั้น แรก เริ่ม หนึ่ง คน ตอน เวลา ใช้ เฉพาะ ลดราคา ราคา ร้าน ลด ทั้งหมด สินค้า`.split(
      /\s+/u,
    ),
  )
  const phrases: KeyPhrase[] = []
  let run: { words: string[]; end: number } = { words: [], end: 0 }
  const close = () => {
    const joined = run.words.join('')
    if (run.words.length > 0 && run.words.length <= 3 && joined.length >= 4) {
      phrases.push({ words: [joined], score: (run.words.length > 1 ? 3 : 2) - phrases.length * 0.1 })
    }
    run = { words: [], end: 0 }
  }
  for (const { word, index } of segmentWords(blankProtected(text), 'th')) {
    if (run.words.length > 0 && index !== run.end) close()
    if (weak.has(word) || !/^\p{Script=Thai}{2,}$/u.test(word)) close()
    else run = { words: [...run.words, word], end: index + word.length }
  }
  close()
  return phrases
}

function collect(text: string, pattern: RegExp, wordsOf: (phrase: string) => string[]): KeyPhrase[] {
  const phrases: KeyPhrase[] = []
  for (const match of text.matchAll(pattern)) {
    const words = wordsOf(match[0])
    if (words.length > 0 && words.join('').length >= 3) {
      phrases.push({ words, score: (words.length > 1 ? 3 : 2) - phrases.length * 0.1 })
    }
  }
  return phrases
}
