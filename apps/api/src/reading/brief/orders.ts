import type { WritingRules } from '../rules/writing-rules.ts'
import type { BriefPatterns } from './patterns.ts'

/** What a clause tells a writer. */
export type Order =
  | { readonly kind: 'secret'; readonly what: string }
  | { readonly kind: 'mention'; readonly what: string }
  | { readonly kind: 'rule'; readonly rules: WritingRules; readonly tags?: readonly string[] }
  /** Only a writer who understands can follow it. `isSure`: no reader is spoken to like that. */
  | { readonly kind: 'manner'; readonly words: string }
  | { readonly kind: 'attack' }

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'one un une ein eine einen einem uno una um uma een jeden bir один одна одну один ένα één một satu',
    'two deux zwei dos dois duas due twee dwa dwie iki два две дві δύο שני שתי hai dua दो اثنين',
    'three trois drei tres três tre drie trzy üç три τρία τρεις שלושה שלוש ba tiga तीन ثلاثة ثلاث',
    'four quatre vier cuatro quatro quattro vier cztery dört четыре чотири τέσσερα ארבעה ארבע bốn empat चार أربعة',
    'five cinq fünf cinco cinque vijf pięć beş пять п’ять πέντε חמישה חמש năm lima पांच पाँच خمسة',
  ].flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)),
)
const MOST_WORDS = 12
/** Who is spoken to when something of theirs is named is a reader. */
const OF_READERS =
  /^(?:your|dein\p{L}*|ihre?\p{L}*|euer|eure\p{L}*|tu|tus|vos|votre|ton|ta|tes|su|sus|seu|sua|seus|tuo|tua|tuoi|jouw|je|uw|twoje\p{L}*|twój|sizin|senin|ваш\p{L}*|твой|свой|свои|a word|anything|me)(?!\p{L})/iu
const NOBODY =
  /^(?:anyone|anybody|everyone|everybody|people|them|us|your friends|goodbye|no(?:thing)?|it|that|this|more|niemand\p{L}*|personne|nadie|ninguém|nessuno|nikomu|никому|nobody|it all|a thing)$/iu

/** What a clause orders, without what leads to it; undefined where it orders nothing. */
export function readOrder(clause: string, patterns: BriefPatterns, isRequest: boolean): Order | undefined {
  const bare = bareClause(clause, patterns)
  if (bare === '') return undefined
  const isBan = BANNED.test(bare)
  if (!isBan && patterns.attack.some((pattern) => pattern.test(bare))) return { kind: 'attack' }
  const rule = readRule(bare, patterns)
  if (rule) return rule
  const what = secretOf(bare, patterns, isRequest)
  if (what !== undefined) return { kind: 'secret', what }
  const isPolite = bare !== clause.trim().replace(/[\s.!?…。！？;,،।؟]+$/u, '') && patterns.lead.test(clause.trim())
  if (SPEAKS_ON.test(bare)) return undefined
  const isToWriter = SURELY_TO_A_WRITER.test(bare) || (isPolite && !SAID_TO_READERS.test(bare))
  if (!isRequest && !isToWriter) return undefined
  if ([...patterns.keep, ...patterns.closeasks].some((pattern) => pattern.test(bare)))
    return { kind: 'manner', words: bare }
  const mentioned = isRequest ? mentionOf(bare, patterns) : undefined
  return mentioned === undefined ? undefined : { kind: 'mention', what: mentioned }
}

// `Keep it, and we'll send the right one`: a clause with a subject of its own goes on for readers.
const SPEAKS_ON =
  /[,;]\s*(?:and|but|so|then|und|aber|dann|et|mais|y|pero|e|ma|en|maar|i|ale) (?:we|i|you|they|wir|ihr|sie|nous|vous|on|nosotros|noi|wij|we|my)(?:['’]\p{L}+)?\s/iu

const SURELY_TO_A_WRITER =
  /^(?:(?:it|this) )?(?:must|should|has to|needs to) (?:sound|read|come across)\b|^make it (?:sound |feel |look |read )?(?:more |very |really |super |a bit |nice and )?(?:loud|punchy|catchy|short|funny|fun|pop|shine|viral|spicy|dreamy|moody|cute|snappy|engaging|exciting|professional|witty|festive|emotional)\b|^(?:write|draft|word|phrase|turn) (?:it|this|that|something|sth|smth)(?! (?:nice|kind) to|\p{L})|\b(?:tone|caption|the post|the copy|with an? (?:\p{L}+ )?(?:question|hook|call to action|cta))\b/iu

// `Please be on time`: politely, but to readers; `please keep it short` is not.
const SAID_TO_READERS =
  /^(?:be|keep|make|show|use|tag|link|stay|leave|read|look|feel|bring|note|mention|say|write|post|do|don['’]?t|never|avoid|have|get|no)\b(?!.*\b(?:short|brief|funny|casual|formal|professional|catchy|engaging|witty|concise|emojis?|hash-?tags?|words|characters)\b)/iu

/** Asks readers to get in touch, as an order for a piece might begin. */
export const GETS_IN_TOUCH =
  /^(?:(?:just|simply|einfach|bitte|please|por favor|s['’]il vous plaît) )?(?:write|send|text|drop|give|shoot|email|leave|schreibt?|schreiben sie|schickt?|sendet?|écri(?:s|vez)|envoie[zr]?|escríb\p{L}+|envía\p{L}*|mánda\p{L}*|escreva|envie|mande|scriv\p{L}+|manda\p{L}*|schrijf|stuur|napisz\p{L}*|wyślij|напиши(?:те)?|пришлите)[ -]?(?:us|uns|nous|nos|ci|ons|do nas|nam|нам)\s+(?:(?:an?|eine?n?|un|une|um|uma|een|your|a quick)\s+)?(?:message|msg|nachricht|e?-?mail|dm|pn|note|line|text|call|shout|mensaje|mensagem|messaggio|messaggi|bericht\p{L}*|wiadomość|сообщение)(?!\p{L})|^(?:write|send|text|email|mail|call|schreibt?|schreiben sie|schickt?|ruft?|écri(?:s|vez)|envoie[zr]?|escríb\p{L}+|envía\p{L}*|llama\p{L}*|escreva|envie|scriv\p{L}+|schrijf|stuur|bel|napisz\p{L}*|zadzwoń|напиши(?:те)?|позвоните)(?:\s(?!(?:about|über|sur|sobre)\s)[^\s.!?]+){0,5}\s(?:\S+@\S+\.\p{L}+|\+?\d[\d ()/-]{6,})$/iu

/** A clause without its joins, its politeness and its signs. */
export function bareClause(clause: string, { lead }: BriefPatterns): string {
  const open = clause
    .trim()
    .replace(/^[\s,;،、，(（–—-]+/u, '')
    .replace(/[\s.!?…。！？;,،।؟\p{Extended_Pictographic}\ufe0f]+$/u, '')
  const bare = open.endsWith(')') && !open.includes('(') && !/[:;]-?\)$/u.test(open) ? open.slice(0, -1) : open
  return bare
    .replace(lead, '')
    .replace(
      /[\s,]+(?:please|pls|thanks|thank you|bitte|danke|s'il vous plaît|por favor|per favore|alsjeblieft|proszę|lütfen|пожалуйста|будь ласка|παρακαλώ|בבקשה|من فضلك|कृपया|nhé|ya)$/iu,
      '',
    )
    .trim()
}

const SURELY_SECRET =
  /confiden|embargo|off the record|internal only|under wraps|not public|vertraulich|riservat|vertrouwelijk|poufn|конфиденц|конфіденц|εμπιστευτ|חסוי|機密|社外秘|保密|비공개|rahasia|bí mật|سري|गोपनीय|不能|不要|ない|지 ?마|मत|bahsetme|söyleme|açıklama|paylaşma|nicht|niet|不(?:提|说)|erwähnen|verraten/iu

/** What signs forbid everybody: `Don't use the lift`. */
const READERS_MUST_NOT =
  /^(?:please )?(?:do not|don['’]?t|dont|never|no need to) (?:use|put|post|share|show|print|include|write|state|discuss|publish|quote|tell|give away)\b(?! (?:the )?(?:prices?|discounts?|names?|dates?|secret|address|location)\b)/iu
/** `Don't tell anyone, but ...` is how a joke begins. */
const IN_CONFIDENCE = /^(?:(?:anyone|anybody|everyone|people|my \p{L}+|the \p{L}+)[,;]? )?but\b/iu

function secretOf(
  bare: string,
  { secrets, frames, frameEnds, order }: BriefPatterns,
  isRequest: boolean,
): string | undefined {
  for (const [index, pattern] of secrets.entries()) {
    const what = pattern.exec(bare)?.groups?.['what']?.trim()
    if (!isRequest && READERS_MUST_NOT.test(bare)) continue
    if (what === undefined || what === '' || IN_CONFIDENCE.test(what) || OF_READERS.test(what) || NOBODY.test(what))
      continue
    // That something is secret may be what is to be said; that something must not be said never is.
    if (index > 0 && !isRequest && pattern.source.startsWith('^(?:(?<what>') && !SURELY_SECRET.test(bare)) continue
    if (frames.some((frame) => frame.test(what)) || frameEnds.some((frame) => frame.test(what)) || order.test(bare))
      continue
    return what.replace(/[,;]?\s+(?:yet|or|and)$/u, '')
  }
  return undefined
}

function mentionOf(bare: string, { mentions, mentionEnds }: BriefPatterns): string | undefined {
  for (const pattern of mentions) {
    const lead = pattern.exec(bare)?.[0]
    if (lead !== undefined && lead !== '' && bare.length > lead.length + 1)
      return bare.slice(lead.length).replace(/,? and that (?=\p{L})/giu, ', and ')
  }
  for (const pattern of mentionEnds) if (pattern.test(bare)) return bare.replace(pattern, '').trim() || undefined
  return undefined
}

function readRule(bare: string, patterns: BriefPatterns): Order | undefined {
  const tags = bare.match(/[#＃][\p{L}\p{M}\p{N}_]+/gu) ?? []
  const plain = bare.replace(/[#＃][\p{L}\p{M}\p{N}_]+/gu, ' ')
  const isShort = patterns.isUnspaced ? plain.length <= 40 : plain.split(/\s+/u).length <= MOST_WORDS
  if (!isShort) return undefined
  const { without, nouns, units, most } = patterns
  if (tags.length > 0) {
    const rest = plain.replace(/[\s,;]+/gu, ' ').trim()
    return (nouns.hashtags.test(plain) || USES.test(rest)) && rest.split(' ').length <= 5
      ? { kind: 'rule', rules: { fixedHashtags: tags }, tags }
      : undefined
  }
  if (ENDS_ASKING.test(bare)) return { kind: 'rule', rules: { endsWith: 'question' } }
  const rules: Record<string, unknown> = {}
  const number = numberIn(bare)
  const isOut = (noun: keyof typeof without) => without[noun].test(bare)
  if (isOut('hashtags') || (isOut('emoji') && number === undefined && nouns.hashtags.test(bare)))
    rules['hashtags'] = { max: 0 }
  if (isOut('emoji') || (isOut('hashtags') && nouns.emoji.test(bare))) rules['emoji'] = 'none'
  if (isOut('exclamation') || ((isOut('emoji') || isOut('hashtags')) && nouns.exclamation.test(bare)))
    rules['exclamationMarks'] = false
  if (isOut('questions')) rules['questions'] = false
  if (isOut('links')) rules['links'] = false
  if (nouns.hashtags.test(bare) && rules['hashtags'] === undefined && number !== undefined)
    rules['hashtags'] =
      most.test(bare) && !/(?:exactly|genau|exact)/iu.test(bare) ? { max: number } : { min: number, max: number }
  for (const [index, unit] of units.entries()) {
    const max = Number(unit.exec(bare)?.[1])
    if (max > 0 && (most.test(bare) || bare.replace(unit, '').trim().length < 12))
      rules['maxLength'] = { max, unit: (['characters', 'words', 'sentences'] as const)[index] }
  }
  const isOfForm = nouns.hashtags.test(bare) || nouns.emoji.test(bare) || nouns.exclamation.test(bare)
  if (isOfForm && FORM_ORDER.test(bare) && Object.keys(rules).length === 0) return { kind: 'rule', rules }
  const banned = BANNED.exec(bare)?.groups?.['words']
  if (banned) return { kind: 'rule', rules: { bannedWords: toWords(banned) } }
  // A figure that is none of the rule's is a fact: an hour, a price.
  const isCounted = rules['maxLength'] !== undefined || (number !== undefined && rules['hashtags'] !== undefined)
  if (!isCounted && /\d/u.test(bare)) return undefined
  return Object.keys(rules).length > 0 && isAll(bare, patterns) ? { kind: 'rule', rules } : undefined
}

const ENDS_ASKING =
  /^(?:\p{L}+ ){0,2}?(?:end|finish|close|wrap up|sign off)(?: it| this| the (?:post|text|caption))?(?: off)? (?:with|on|by asking) (?:an? )?(?:\p{L}+ ){0,3}?question\b|^(?:and )?with an? (?:\p{L}+ )?question (?:at|in) the end|^(?:und )?(?:bitte )?mit (?:einer )?.{0,14}frage am (?:ende|schluss)|^avec une question à la fin|^con una pregunta al final|^com uma pergunta no (?:fim|final)|^con una domanda alla fine|^met een vraag aan het eind|^(?:add|include|put) an? (?:\p{L}+ )?question (?:at|in) the end|^(?:beende|ende|schließ\p{L}*) .{0,20}\bfrage|^am (?:ende|schluss) (?:eine|mit einer) .{0,20}frage|^(?:termine\p{L}*|finis\p{L}*|conclu\p{L}*) .{0,12}question|^(?:termina|acaba|cierra) .{0,12}pregunta|^(?:termine|acabe|feche) .{0,12}pergunta|^(?:finisci|concludi|termina|chiudi) .{0,12}domanda|^(?:eindig|sluit af) .{0,12}vraag|^zakończ .{0,12}pytani|^(?:закончи|заверши) .{0,12}вопрос|^(?:закінчи|заверши) .{0,12}питанн/iu

/** `Use #TinyGarden` and no word more. */
const USES =
  /^(?:also |please |pls )?(?:use|add|include|with|put(?: in)?|tag(?: it)?(?: with| as)?|verwend\p{L}*|nutz\p{L}*|benutz\p{L}*|mit|utilis\p{L}*|ajout\p{L}*|avec|mets|usa\p{L}*|añad\p{L}*|con|pon|use|adicion\p{L}*|com|aggiung\p{L}*|gebruik|voeg|met|użyj|dodaj|kullan|ekle|используй\p{L}*|добавь\p{L}*|с|використай|додай|з|χρησιμοποίησε|βάλε|gunakan|pakai|dùng|thêm)(?: (?:and|und|et|y|e|en|i|и|та|und|the|toe))*$/iu

/** `Add relevant hashtags`: done without being asked. */
const FORM_ORDER = /^(?:also )?(?:add|include|use|with|put)\b[^.!?]{0,40}$/iu
const BANNED =
  /^(?:avoid|don['’]?t (?:use|say|write)|never (?:use|say)|do not (?:use|say)|no|vermeide|verwende nicht|évite[zr]?|n'utilise[zr]? pas|evita|no uses|evite|não use|non usare|vermijd|gebruik niet|unikaj|nie używaj|не используй|не вживай|избегай|уникай)\s+(?:(?:the|das|die|den|le|les|la|las|el|a|as|il|het|de)\s)?(?:(?:words?|phrases?|terms?|wort|wörter|begriffe?|mots?|palabras?|palavras?|parol[ae]|woord(?:en)?|słów|słowa|слов\p{L}*)\s+(?<words>.+)|(?<words>["“«„].+["”»“]))$/iu

function toWords(list: string): string[] {
  return list
    .split(/\s*(?:[,;/]|\s(?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub|и|или|та|або)\s)\s*/u)
    .map((word) => word.replace(/["“”«»„.]/gu, '').trim())
    .filter(Boolean)
}

/** Whether a clause says nothing but its rule: a few small words may stand around it. */
function isAll(bare: string, { without, nouns, units, most, isUnspaced, keep }: BriefPatterns): boolean {
  let rest = bare
  for (const pattern of [...Object.values(without), ...Object.values(nouns), ...units, most])
    rest = rest.replace(new RegExp(pattern.source, 'giu'), ' ')
  if (isUnspaced) return rest.replace(/[\s、，。]/gu, '').length <= 12
  const words = rest.match(/[\p{L}\p{M}]{3,}/gu) ?? []
  return words.length <= 4 && (words.length <= 2 || /^\p{Ll}|^\p{Lo}/u.test(bare) || keep.length > 0)
}

function numberIn(text: string): number | undefined {
  const digits = /(?<!\d)(\d{1,2})(?!\d)/u.exec(text)?.[1]
  if (digits !== undefined) return Number(digits)
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [])
    if (NUMBERS[word] !== undefined) return NUMBERS[word]
  return undefined
}
