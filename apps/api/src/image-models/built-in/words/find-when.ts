// Names of days and months in the languages that write them in Latin, Cyrillic, Greek, Hebrew or Arabic letters.
const WEEKDAYS = `(?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:mon|dien|donners|frei|sams|sonn)tags? mittwochs?
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábados? domingos? segunda-feira
  terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag
  woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
  poniedziałek wtorek środ[aęy] czwartek piątek sobot[aęy] niedziel[aęi] понедельник вторник сред[ау] четверг пятниц[ау]
  суббот[ау] воскресенье понеділок вівторок серед[ау] четвер п['’]ятниц[яю] субот[ау] неділ[яю] pazartesi salı çarşamba perşembe
  cuma(?:rtesi)? pazar senin selasa rabu kamis jumat sabtu minggu Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή`
const MONTHS = `jan(?:uary|uar|uari|vier)? feb(?:ruary|ruar|ruari)? février mar(?:ch|s|zo|ço)? märz maart apr(?:il)? avril abril may mai mayo
  maio mei maj june? juni juin junio junho july? juli juillet julio julho aug(?:ust|usti|ustus)? août agosto sep(?:t|tember|tembre|tiembre)?
  setembro oct(?:ober|obre|ubre)? oktober outubro nov(?:ember|embre|iembre|embro)? dec(?:ember)? dezember décembre diciembre dezembro
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre stycznia lutego marca kwietnia maja czerwca lipca sierpnia
  września października listopada grudnia января февраля марта апреля мая июня июля августа сентября октября ноября декабря січня лютого
  березня квітня травня червня липня серпня вересня жовтня листопада грудня ocak şubat mart nisan mayıs haziran temmuz ağustos eylül
  ekim kasım aralık januari februari maret agustus desember Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου
  Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου`
const anyOf = (names: string) => `(?:${[...new Set(names.split(/\s+/u))].join('|')})`

const WEEKDAY = anyOf(WEEKDAYS)
const MONTH = anyOf(MONTHS)
const PART_OF_DAY = String.raw`(?:\s(?:morning|afternoon|evening|night|matin|soir|früh|vormittag|nachmittag|abend|mañana|tarde|noche|manhã|noite|mattina|sera|rano|wieczorem|утром|вечером))?`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|\.|er|º)?`
const TIME = String.raw`\d{1,2}(?:[:.h]\d{2})?\s?(?:a\.?m\.?|p\.?m\.?|uhr|h)?(?!\p{L}|\d|%|[.,]?\d)`
const CLOCK = String.raw`(?:\d{1,2}[:h]\d{2}|\d{1,2}\s?(?:am|pm|uhr))`
const DATE = String.raw`(?:${DAY}\s+(?:de\s+)?${MONTH}|${MONTH}\.?\s+${DAY})(?:,?\s+(?:de\s+)?20\d\d)?(?!\p{L}|\d)`
const AT = String.raw`,?\s+(?:at|from|um|ab|à|a las|às|de|alle|ore|om|kl\.?|o|od|в|с|о|saat|pukul|στις)?\s*${TIME}(?:\s?(?:[–-]|to|bis|до)\s?${TIME})?`
const EACH = String.raw`(?:every |each |this |next |jeden |diesen |nächsten |cada |este |tous les |ce |ogni |questo |elke |deze |varje |każdy |każdą |каждый |каждую |her |setiap )`

const WHEN = new RegExp(
  String.raw`(?<!\p{L})(?:${EACH}?${WEEKDAY}(?:\s?(?:[–-]|to|until|through|bis|à|au|a|al|até|έως|до|по|do|tot)\s?${WEEKDAY})?${PART_OF_DAY}(?:,?\s+(?:den\s+|the\s+)?${DATE})?(?:${AT})?|${DATE}(?:${AT})?|${CLOCK}(?:\s?[–-]\s?${CLOCK})?)(?!\p{L})|\d{1,2}月\d{1,2}日(?:[（(].[)）])?(?:\d{1,2}[:：時时点]\d{0,2}分?)?|\d{1,2}월\s?\d{1,2}일`,
  'giu',
)

/** The first date or time of a text, in its own words: the longest that is there. */
export function findWhen(text: string): string | undefined {
  const found = (text.match(WHEN) ?? []).map((one) => one.replace(/[\s,]+$/u, '').trim())
  return found.toSorted((a, b) => b.length - a.length)[0]
}
