const WEEKDAY = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|dien|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira)s?`
const PART_OF_DAY = String.raw`(?:\s(?:morning|afternoon|evening|night|matin|soir|früh|vormittag|nachmittag|abend))?`
const MONTH = String.raw`(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|mar(?:ch|s|zo|ço)?|märz|apr(?:il)?|avril|abril|may|mai|mayo|maio|june?|juni|juin|junio|junho|july?|juli|juillet|julio|julho|aug(?:ust)?|août|agosto|sep(?:t|tember|tembre|tiembre)?|setembro|oct(?:ober|obre|ubre)?|oktober|outubro|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dezember|décembre|diciembre|dezembro)`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|\.|er|º)?`
const TIME = String.raw`\d{1,2}(?:[:.h]\d{2})?\s?(?:a\.?m\.?|p\.?m\.?|uhr|h)?(?!\p{L}|\d|%)`
const CLOCK = String.raw`(?:\d{1,2}[:h]\d{2}|\d{1,2}\s?(?:am|pm|uhr))`
const DATE = String.raw`(?:${DAY}\s+(?:de\s+)?${MONTH}|${MONTH}\.?\s+${DAY})(?:,?\s+(?:de\s+)?20\d\d)?(?!\p{L}|\d)`
const AT = String.raw`,?\s+(?:at|from|um|ab|à|a las|às|de)?\s*${TIME}(?:\s?(?:[–-]|to|bis)\s?${TIME})?`

const WHEN = new RegExp(
  String.raw`(?<!\p{L})(?:(?:every |each |this |next |jeden |diesen |nächsten |cada |este |tous les |ce )?${WEEKDAY}${PART_OF_DAY}(?:,?\s+(?:den\s+|the\s+)?${DATE})?(?:${AT})?|${DATE}(?:${AT})?|${CLOCK}(?:\s?[–-]\s?${CLOCK})?)(?!\p{L})|\d{1,2}月\d{1,2}日(?:[（(].[)）])?|\d{1,2}월\s?\d{1,2}일`,
  'giu',
)

/** The first date or time of a text, in its own words: the longest that is there. */
export function findWhen(text: string): string | undefined {
  const found = (text.match(WHEN) ?? []).map((one) => one.replace(/[\s,]+$/u, '').trim())
  return found.toSorted((a, b) => b.length - a.length)[0]
}
