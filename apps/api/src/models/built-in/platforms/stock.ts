import type { Platform } from '@powerpost/contract'
import type { Language } from '#reading/language/stop-words.ts'
import type { FactKind } from '#reading/brief/facts.ts'
import { factKind } from '#reading/brief/facts.ts'
import { findLinks } from '#reading/text/find-links.ts'
import type { Reading } from '../analysis/read-brief.ts'
import { fillSlots } from '../stock-phrases/fill-slots.ts'
import type { LonePhrases } from '../stock-phrases/lone.ts'
import { LONE } from '../stock-phrases/lone.ts'
import { pick } from '#reading/text/pick.ts'

const ASKS = /[?？؟]|\b(?:let us know|tell us|tell me|comment|reply)\b/iu
const ASKS_IN_GREEK = /[;\u037e]/u
const INVITES =
  /(?:^|[^\p{L}\p{N},;:'’-]\s+)(?:join|come|visit|sign up|book|order|shop|register|apply|drop|send|save|share|pre-?order|listen|watch|read|check out|stream|download|try|donate|call|text|email|follow|win|enter|dm|swing by|stop by|grab|tag|vote|subscribe|rsvp|get (?:your|yours|in touch))\b|\b(?:join us|sign up|register|apply|thank|rsvp|call \+?\d)\b/iu
// Bids in other languages: a second one would press.
const INVITES_ELSEWHERE =
  /(?<!\p{L})(?:kom langs|bestel\p{L}*|schrijf|meld|koop|kom förbi|välkom\p{L}*|beställ\p{L}*|anmäl\p{L}*|velkom\p{L}*|bestil\p{L}*|zapraszamy|wpadajcie|zapisz\p{L}*|zamów\p{L}*|sprawdź\p{L}*|zveme|přijďte|objednejte|bekliyoruz|davetlisiniz|vă așteptăm|comandați|veniți|várunk|gyertek|rendelj\p{L}*|tervetuloa|tilaa\p{L}*|чекаємо|запрошуємо|замовляйте|завітайте|ждём|ждем|приходите|заказывайте|ελάτε|σας περιμένουμε|בואו|הזמינו|ven|venid|visítanos|reserva\p{L}*|compra\p{L}*|komm\p{L}* vorbei|kommt|besuch\p{L}*|jetzt (?:bestellen|kaufen|sichern|anmelden)|venez|commandez|réservez|inscrivez|venha\p{L}*|garanta|compre|venite|prenota\p{L}*|ordina\p{L}*|vi aspettiamo)(?!\p{L})/iu
const NOT_YET =
  /\b(?:dropp?(?:ing|s)|coming (?:soon|on|this|next|in)|launch(?:es|ing) (?:on|in|next|this|tomorrow)|arriv(?:es|ing)|pre-?orders?|out (?:on|next)|tomorrow|soon|will (?:show|present|reveal|open|launch|release|share|announce))\b/iu
const ADDRESSES_READERS = /\b(?:you|your|who|which|what|what['’]s|how|where|when)\b/iu

/** A line that says a little more where the prompt is a single sentence. */
export function stockLine(reading: Reading, platform: Platform): string | undefined {
  return reading.units.length === 1 ? stockPhrase(reading, 'lines', platform) : undefined
}

/**
 * A last question or request, where the text asks for nothing yet: two requests are one too many.
 *
 * LinkedIn is the exception: there a question to talk about stands beside a call to action.
 */
export function closingFor(reading: Reading, platform: Platform, opening: string): string | undefined {
  if (reading.wantsQuestion && !reading.isSober) return questionFor(reading)
  return closingOfKind(reading, platform, opening) ?? closingOfLone(reading, platform)
}

const DAY = /\b(?:on )?(?<day>(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow)\b/iu

/** The question that was asked for: of a day that people can come on, or of what they think. */
function questionFor(reading: Reading): string | undefined {
  const { units, language, kind } = reading
  const text = units.map((unit) => unit.text).join(' ')
  const phrases = LONE[language]
  if (!phrases || /[?？؟][^.!?]*$/u.test(text)) return undefined
  const day = DAY.exec(text)?.groups?.['day']
  const canCome = kind === 'event' || INVITES.test(text) || GATHERING.test(text)
  if (language !== 'en' || !canCome || day === undefined || phrases.meet === undefined) return phrases.ask
  const when = /^(?:today|tonight|tomorrow|this|next)/iu.test(day) ? day : `on ${day}`
  return fillSlots(phrases.meet, { ...voiceSlots(reading), day: when })
}

const LEAST_LONE = 20
const SORRY =
  /\bsorry\b|apolog|entschuldig|tut uns leid|excuses|désolé|disculpas|lamentamos|desculpa|scus(?:ate|iamo)|spijt|przepraszamy|извин|вибач|özür|συγγνώμη|סליח|نعتذر|खेद|お詫び|抱歉|죄송|ขออภัย|xin lỗi|maaf/iu

/** What may stand around a thought that is all there is. Sad news, questions and pictures stand alone. */
export function phrasesOfLone({ units, kind, isSober, language, media }: Reading): LonePhrases | undefined {
  const [unit] = units
  const isPlain = kind !== 'question' && !isSober && media.length === 0 && units.length === 1
  if (!unit || !isPlain || unit.text.includes('\n')) return undefined
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(unit.text)
  if (SORRY.test(unit.text)) return undefined
  return unit.text.length >= (isUnspaced ? LEAST_LONE / 2 : LEAST_LONE) ? LONE[language] : undefined
}

function closingOfLone(reading: Reading, platform: Platform): string | undefined {
  const { units, cta } = reading
  const phrases = phrasesOfLone(reading)
  const text = units[0]?.text ?? ''
  // A wish stands alone.
  if (!phrases || cta !== undefined || ASKS.test(text) || /[!！]$/u.test(text)) return undefined
  if (platform === 'instagram')
    return stockLine(reading, platform) === undefined ? afterLone(reading, phrases) : undefined
  return platform === 'facebook' ? phrases.share : undefined
}

const KEPT: ReadonlySet<FactKind> = new Set(['when', 'where', 'contact'])

/** News are worth keeping. */
function afterLone({ units, language }: Reading, { save, like }: LonePhrases): string {
  const isNews = (units[0]?.text ?? '')
    .split(/[,;]\s|\s[–—-]\s|\s(?=(?:on|at|from|in|for|until|by|before|this|next|every) )/u)
    .some((piece) => KEPT.has(factKind(piece, language)))
  return isNews ? save : (like ?? save)
}

function closingOfKind(reading: Reading, platform: Platform, opening: string): string | undefined {
  const text = reading.units.map((unit) => unit.text).join(' ')
  if (reading.kind === 'question') {
    const isForReaders = reading.language !== 'en' || ADDRESSES_READERS.test(text)
    return isForReaders && reading.cta === undefined ? stockPhrase(reading, 'closings', platform) : undefined
  }
  if (reading.kind === 'event' && (!isDatedEvent(text, reading.language) || IS_OVER.test(text))) return undefined
  if (reading.kind === 'topic' && reading.units.length > 1) return undefined
  // What is not out yet nobody can have an opinion of.
  if ((reading.kind === 'launch' || reading.kind === 'release') && NOT_YET.test(text)) return undefined
  if (ASKS.test(text) || opening.includes('?')) return undefined
  if (reading.language === 'el' && ASKS_IN_GREEK.test(text)) return undefined
  const invites = reading.language === 'en' ? INVITES : INVITES_ELSEWHERE
  const isCalling = reading.cta !== undefined || findLinks(text).length > 0 || invites.test(text)
  return isCalling && platform !== 'linkedin' ? undefined : stockPhrase(reading, 'closings', platform)
}

/** What took place nobody can come to. */
const IS_OVER =
  /\b(?:found|was|were|thanks|thank you|yesterday|last (?:night|week|weekend|month|year|\p{L}+day)|cancel\p{L}*|sold out)\b/iu

const GATHERING =
  /\b(?:workshop|concert|festival|party|dinner|brunch|gig|show|night|fair|market|webinar|meetup|open day|open house|exhibition|opening|fundraiser|run|race|match|class|screening|tasting|reading|talk|conference|happy hour|bake sale|open mic|join us|live)\b/iu

/** Whether people can come: something that takes place, on a day that is said. */
function isDatedEvent(text: string, language: Language): boolean {
  return language !== 'en' || (GATHERING.test(text) && /\d|\b(?:today|tonight|tomorrow|\p{L}+day)\b/iu.test(text))
}

function stockPhrase(reading: Reading, slot: 'lines' | 'closings', platform: Platform): string | undefined {
  const choices = reading.stock?.[slot][reading.kind]?.[platform]
  const phrase = choices && pick(choices, reading.seed)
  return phrase && fillSlots(inOwnStyle(phrase, reading), voiceSlots(reading))
}

/** `us` or `me`, as the prompt speaks. */
export function voiceSlots(reading: Reading): Record<string, string> {
  return reading.voice === 'i' ? { us: 'me', we: 'I' } : { us: 'us', we: 'we' }
}

/** A stock phrase with the caller's apostrophe, and without emoji where none belongs. */
export function inOwnStyle(phrase: string, reading: Reading): string {
  const said = phrase.replaceAll('’', reading.apostrophe)
  return reading.mayUseEmoji ? said : said.replace(/\s*\p{Extended_Pictographic}/gu, '')
}
