import { graphemesOf } from './graphemes.ts'

/** A piece of a word without spaces, as of Chinese, Japanese or Thai. */
export interface UnspacedPiece {
  readonly text: string
  /** A line may end behind it, but better ends elsewhere: the next piece belongs to the same phrase. */
  readonly isWeak: boolean
}

/** Scripts that are written without spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]/u
// Never at the beginning of a line: https://www.w3.org/TR/jlreq/#prohibition_rules_for_line_start_and_line_end
const NO_START =
  /^[、。，．,.・：；:;？！?!)\]}）］｝〉》」』】〕〗”’»›…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜～%％°℃\p{M}]/u
const NO_END = /[([{（［｛〈《「『【〔〖“‘«‹¿¡$€£¥￥#]$/u
const ENDS_PHRASE = /[、。，．：；？！，；：！？」』）]$/u

/**
 * Cuts a word without spaces to what a line is not broken within. Dictionaries cut compounds (`ほうじ茶|ラ|テ`, `拿|铁`,
 * `โปร|โม|ชั่น`), so what they cut is put together again by the rules of each language.
 */
export function cutUnspaced(word: string, language: string): UnspacedPiece[] {
  const segments = Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(word), (one) => one.segment)
  const joins = rulesOf(word, language)
  const pieces: UnspacedPiece[] = []
  for (const [index, segment] of segments.entries()) {
    const last = pieces.at(-1)
    if (last === undefined) {
      pieces.push({ text: segment, isWeak: false })
      continue
    }
    const before = segments[index - 1] ?? ''
    const bond = mustHold(last.text, segment) ? 'whole' : joins({ piece: last.text, before, segment })
    if (bond === 'whole') {
      pieces[pieces.length - 1] = { text: last.text + segment, isWeak: false }
      continue
    }
    pieces[pieces.length - 1] = { ...last, isWeak: bond === 'phrase' && !ENDS_PHRASE.test(last.text) }
    pieces.push({ text: segment, isWeak: false })
  }
  return pieces
}

/** `whole`: one piece. `phrase`: two that belong together. `apart`: the one is read after the other. */
type Bond = 'whole' | 'phrase' | 'apart'

interface Joint {
  /** What has been put together so far. */
  readonly piece: string
  /** The last segment of it, and the next. */
  readonly before: string
  readonly segment: string
}

type Rules = (joint: Joint) => Bond

function mustHold(piece: string, segment: string): boolean {
  const isOther = !UNSPACED.test(piece.slice(-1)) && !UNSPACED.test(segment.slice(0, 1))
  const isDate = piece.endsWith('月') && /^\d/u.test(segment)
  return (
    isDate ||
    NO_START.test(segment) ||
    NO_END.test(piece) ||
    (isOther && !NO_START.test(piece.slice(-1))) ||
    isCounted(piece, segment)
  )
}

/** A number and what it counts: `10月`, `300元`, `第二`. */
function isCounted(piece: string, segment: string): boolean {
  return (
    /[\d０-９]$/u.test(piece) &&
    /^[年月日時时点點分秒元円圆杯個个件位名折割倍回本枚人品階歲岁歳室号號週周%％]/u.test(segment)
  )
}

function rulesOf(word: string, language: string): Rules {
  if (/\p{Script=Thai}/u.test(word)) return bindThai
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) || language === 'ja') return bindJapanese
  return /\p{Script=Han}/u.test(word) ? bindChinese : () => 'phrase'
}

const KATAKANA = /^[\p{Script=Katakana}ー]+$/u
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u
const PARTICLE = /^(?:の|を|に|が|は|で|と|も|へ|や|から|まで|より|です|ます|した|して|では|には|とは|への|での)$/u
const ONE_KANJI = /^\p{Script=Han}$/u
/** Katakana of so many signs is never cut: longer ones are two words. */
const LONGEST_KATAKANA = 8
/** A compound of so many signs is held together. */
const LONGEST_COMPOUND = 7

function bindJapanese({ piece, before, segment }: Joint): Bond {
  if (KATAKANA.test(before) && KATAKANA.test(segment)) {
    const isLong = graphemesOf(before + segment).length > LONGEST_KATAKANA
    return isLong && before.length >= 3 && segment.length >= 3 ? 'phrase' : 'whole'
  }
  // Endings and particles belong to what they follow; behind a particle a new phrase begins.
  if (HIRAGANA.test(segment) && (segment.length <= 4 || !PARTICLE.test(before))) return 'whole'
  if (/^[都道府県市区郡町村]$/u.test(before) && !ONE_KANJI.test(segment)) return 'phrase'
  if (PARTICLE.test(before) || ENDS_PHRASE.test(piece)) return 'apart'
  if (ONE_KANJI.test(segment) || /^(?:お|ご|[第新全各約毎])$/u.test(before)) return 'whole'
  if (HIRAGANA.test(before)) return piece.length <= 2 ? 'whole' : 'apart'
  return graphemesOf(lastPhrase(piece) + segment).length <= LONGEST_COMPOUND ? 'whole' : 'phrase'
}

/** What stands behind the last particle or stop. */
function lastPhrase(piece: string): string {
  return /[^、。，．：；？！]*$/u.exec(piece)?.[0] ?? piece
}

// One sign that opens a word, so it goes with what follows; any other goes with what it follows (`咖啡馆`, `桂花拿铁`).
const OPENS =
  /^[在和与與及或是我你他她它这這那就都也不有到從从為为把被将將让讓向对對本该該每各此今明当當若如因以于於请請来來去要会會能可只再又还還更最很太两兩一二三四五六七八九十全现現已仅僅限满滿包新首第双雙买買送免享]$/u
const ONE_HAN = /^\p{Script=Han}$/u
const LONGEST_CHINESE = 6

function bindChinese({ piece, before, segment }: Joint): Bond {
  if (ENDS_PHRASE.test(piece)) return 'apart'
  if (OPENS.test(before) && before === piece) return 'whole'
  if (ONE_HAN.test(before) && ONE_HAN.test(segment) && canPair(before, segment)) return 'whole'
  if (OPENS.test(before) && piece.length <= 3) return 'whole'
  if (ONE_HAN.test(segment) && !OPENS.test(segment)) return 'whole'
  if (/[的了着著过過]$/u.test(piece)) return 'apart'
  return piece.length + segment.length <= LONGEST_CHINESE - 2 ? 'whole' : 'phrase'
}

/** Two single signs make one word, unless the second opens another. */
function canPair(before: string, segment: string): boolean {
  return !/[的了吗嗎吧呢们們]/u.test(before) && (!OPENS.test(segment) || OPENS.test(before))
}

// Nouns that head a compound, and small words: what follows belongs to them.
const THAI_HEADS = new Set(
  `ชา น้ำ ร้าน วัน ห้อง รถ คน ผู้ การ ความ นัก เครื่อง ที่ แห่ง ใน ของ และ กับ จาก ถึง เพื่อ โดย ไม่ จะ ทุก ข้าว แกง ขนม เมือง ถนน
  ซอย เฉพาะ เดือน ปี เวลา ซื้อ แถม ราคา ลด ส่วน เรา`.split(/\s+/u),
)
const LONGEST_THAI = 14

function bindThai({ piece, before, segment }: Joint): Bond {
  const length = graphemesOf(piece + segment).length
  if (length > LONGEST_THAI) return 'phrase'
  const isShort = graphemesOf(segment).length <= 2 && !THAI_HEADS.has(segment)
  return THAI_HEADS.has(before) || isShort || graphemesOf(before).length <= 2 ? 'whole' : 'phrase'
}
