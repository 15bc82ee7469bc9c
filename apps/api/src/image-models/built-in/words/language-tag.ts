import { detectLanguage } from '#reading/language/detect-language.ts'

// Written in one way only in traditional Chinese, and common enough for a short text to have one of them.
const TRADITIONAL =
  /[們這個來說時國會過學對開發經點頭車長門馬東書樂電話買賣級網體廣場聽見觀請讓誰還邊間與興萬號應當實現條業產專標題線選擇質價優節慶歡屬嗎麼為從後進運動麵飯館灣臺週聖誕禮熱鬧從葉鮮鳥魚龍風飛]/u

/** The language of a text for the code that draws its letters: BCP 47, `und` where it is not known. */
export function languageTag(text: string): string {
  const language = detectLanguage(text)
  if (language === 'zh') return TRADITIONAL.test(text) ? 'zh-Hant' : 'zh-Hans'
  return language === 'unknown' ? 'und' : language
}
