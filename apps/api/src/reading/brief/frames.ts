import type { Language } from '../language/stop-words.ts'
import { capitalizeFirst } from '../text/casing.ts'
import type { BriefPatterns } from './patterns.ts'

/** What an order is about, without the order. Empty: it points at what stands beside it. */
interface Framed {
  readonly text: string
  readonly isStatement: boolean
}

const POINTS =
  /^(?:it|this|that|them|these|those|the above|(?:this|the) (?:news|text|info(?:rmation)?)|das|dies|dazu|cela|ça|esto|isto|questo|dit|dat|to|это|це|bunu|这个|これ|이것)$/iu
const STATES =
  /(?:\bthat|\bdass|\bque|\bqu'|\bche|\bże|что|що|ότι|πως|أن|إن|कि|\brằng|\blà|\bbahwa|\bdat|说|ว่า|because|weil)[\s,:]*$/iu
const STATEMENT =
  /^(?:(?:we|i|you|they|it|he|she|there|everyone|nobody)(?:['’]\p{L}+)?\s|(?!(?:how|why|what|when|where)\b)(?:(?!(?:who|which|that|where)\b)[^\s.!?:,;]+\s+){1,8}(?:is|are|was|were|has|have|will|can|opens?|starts?|begins?|closes?|launche[sd]|turn(?:s|ed)|raised|won|joins?|moves?|fixes|returns?|reopens?|goes|comes|gets?|becomes|celebrates|won['’]t|isn['’]t|aren['’]t|doesn['’]t|don['’]t|can['’]t|(?:\p{L}{2,}ed|needs|offers|serves|brings|hosts|keeps|runs|makes|takes|gives|plays|sells|supports|found|made it|lost|sold|built)(?=\s+(?:a|an|the|our|us|you|your|its|over|more|new|free|\d)))(?![\p{L}]))/iu

/** Takes an order off what it is about; undefined where there is none. */
export function withoutFrame(bare: string, patterns: BriefPatterns, language: Language): Framed | undefined {
  for (const frame of [...patterns.frames, ...patterns.frameEnds]) {
    const found = frame.exec(bare)?.[0]
    if (!found) continue
    const rest = bare.replace(frame, '').replace(/^[\s"“”„«»:：,-]+|[\s"“”„«»]+$/gu, '')
    if (POINTS.test(rest)) return { text: '', isStatement: true }
    if (!/\p{L}{2}|\p{Script=Han}|\p{Script=Hangul}/u.test(rest)) continue
    const before = PLACE_FIRST.exec(rest)?.[0]
    const behind = patterns.frameEnds.reduce((words, end) => words.replace(end, ''), rest)
    const subject =
      behind
        .replace(PLACE, '')
        .replace(PLACE_FIRST, '')
        .replace(PLACE_COLON, '')
        .replace(POINTER, '')
        .replace(PLACE_BETWEEN, '$1')
        .replace(WRITTEN_LAST, '')
        .trim() || rest
    const told = subject.replace(THAT, '')
    const isStatement = told !== subject || STATES.test(found) || (language === 'en' && STATEMENT.test(subject))
    const turned = turn(before ?? found, told, language)
    return { text: turned, isStatement: isStatement || GREETS.test(turned) }
  }
  return undefined
}

/** What speaks to readers already is no subject to write about. */
const GREETS = /^(?:thank you|congratulations|welcome to|you['’]re invited|we['’]re sorry|happy|merry)\b/iu

const THAT =
  /^(?:that(?=\s+(?:we|i|our|my|the|a|an|he|she|they|it|there|\p{Lu}))|que|qu['’]|che|że|что|що|ότι|πως|dat|bahwa|rằng|know (?:that )?)\s*/iu
const PLACES = String.raw`(?:instagram|insta|ig|tiktok|youtube|twitter|facebook|fb|linkedin|social media|socials|инстаграма?|インスタ(?:グラム)?)`
const TO = 'for|on|für|auf|pour|sur|para|en|no|na|per|su|voor|op|için|untuk|di|cho|trên|для|в|για|στο|ל'
const PLACE = new RegExp(
  String.raw`[\s,]+(?:${TO})\s*(?:[\p{L}’']+\s){0,3}?${PLACES}(?:\s+(?:page|account|feed|post|caption|audience|followers|${PLACES}))*\s*$`,
  'iu',
)
// `para Instagram sobre …`: what follows the place is the subject.
const PLACE_FIRST = new RegExp(
  String.raw`^(?:(?:o|il|l['’]|le|het|de|den|our|my|the|nuestr[oa]|notre|nosso|onze|unser(?:en|e)?)\s*)?${PLACES}(?:\s+(?:page|account|feed|story|reel|followers|audience|channel|seite))?[\s,]+(?:about|regarding|re|on|saying that|that says|to say|sobre|acerca de|sulla?|sur|à propos de|über|over|о|об|про|o|για|tentang|về|zu)\s+`,
  'iu',
)

// `for LinkedIn: I'm looking for …`: the text begins behind the colon.
const PLACE_COLON = new RegExp(
  String.raw`^(?:(?:our|my|the|unser(?:en|e)?|notre|nuestr[oa]|nosso|nostro|onze)\s+)?${PLACES}(?:[\s-]+(?:page|account|feed|post|caption|audience|followers|story|reel|seite|kanal))*\s*[:：–—-]+\s*`,
  'iu',
)
// `for my Instagram: …` and `about our sale for Instagram, from Friday`: the place is the writer's business.
const PLACE_BETWEEN = new RegExp(
  String.raw`^([^,.:;]{3,}?)\s+(?:for|on|für|auf|pour|sur|para|per|su|voor|op)\s+(?:my |our |the |unser(?:en|e)? |mein(?:en|e)? |notre |mi |nuestr[oa] |il nostro |onze )?${PLACES}(?=[,.:;])`,
  'iu',
)
// `a post for this: …`
const POINTER = /^(?:this|that|it|das|dies|ça|cela|esto|eso|isto|isso|questo|dit|to|это|це|bunu|这个|これ)\s*[:：]\s*/iu
// German and Dutch say at the end what is to be done: `eine Caption für unser Fest schreiben`.
const WRITTEN_LAST =
  /\s+(?:(?:zu |te )?(?:schreiben|machen|erstellen|verfassen|formulieren|posten|entwerfen|basteln|vorbereiten|texten|vorstellen|ankündigen|bewerben|feiern|erklären|präsentieren|bekannt ?geben|informieren|aankondigen|voorstellen|promoten|schrijven|maken|opstellen|plaatsen|bedenken|verzinnen|skriva|lage|lave|skrive))(?=\s*(?::|$))/iu

/** Articles that a preposition has swallowed. */
const ARTICLES: Readonly<Record<string, string>> = {
  sul: 'il',
  sulla: 'la',
  sullo: 'lo',
  sui: 'i',
  sugli: 'gli',
  sulle: 'le',
  del: 'el',
  della: 'la',
  dei: 'i',
  delle: 'le',
  degli: 'gli',
  du: 'le',
  des: 'les',
  do: 'o',
  da: 'a',
  dos: 'os',
  das: 'as',
}
/** Where the subject stands in the case of its preposition, the preposition stays, behind words that lead to it. */
const LEADS: Readonly<Partial<Record<Language, readonly [prepositions: RegExp, words: string]>>> = {
  de: [/(?:über|zum?|zur|von|anlässlich|wegen)$/iu, 'Ein paar Worte'],
  pl: [/(?:o|na temat|z okazji)$/iu, 'Kilka słów'],
  ru: [/(?:об?|обо|про|на тему|к)$/iu, 'Немного'],
  uk: [/(?:про|на тему|до)$/iu, 'Кілька слів'],
  el: [/(?:για|σχετικά με)$/iu, 'Λίγα λόγια'],
  cs: [/(?:o|k|na téma)$/iu, 'Pár slov'],
  fi: [/$/u, 'Muutama sana'],
  hu: [/$/u, 'Néhány szó'],
}

function turn(frame: string, subject: string, language: Language): string {
  if (language === 'en') return turnEnglish(frame, subject)
  const words = frame.trim().replace(/[\s:：,]+$/u, '')
  const lead = LEADS[language]
  const preposition = lead?.[0].exec(words)?.[0]
  if (language === 'de' && !STATES.test(frame)) {
    const whole = SEPARATED.test(words) ? subject.replace(/\s+(?:an|vor)$/u, '') : subject
    const named = toNominative(whole, preposition)
    if (named !== undefined) return named
  }
  if (lead && preposition !== undefined && !STATES.test(frame))
    return [lead[1], preposition, subject].filter(Boolean).join(' ')
  if (language === 'de' && SEPARATED.test(words)) return `Es geht um ${subject.replace(/\s+(?:an|vor)$/u, '')}`
  if ((language === 'de' || language === 'nl') && STATES.test(frame)) return verbSecond(subject)
  // The object of an order has another ending than the subject of a sentence.
  if (language === 'tr' && /(?:duyuran|tanıtan|anlatan|kutlayan|için)/u.test(words))
    return subject.replace(/(m[ıiuü]z)[ıiuü]$/u, '$1')
  if (language === 'hi' && /के बारे में/u.test(frame)) return `${subject} के बारे में कुछ बातें`
  const article = ARTICLES[words.split(/\s/u).at(-1)?.toLowerCase() ?? '']
  if (article === undefined || !['it', 'fr', 'es', 'pt'].includes(language)) return subject
  return `${language === 'it' && article === 'el' ? 'il' : article} ${subject}`
}

const ACCUSATIVE_MALE = /^(unser|mein|euer|ein)en((?:\s+\p{Ll}[\p{L}-]*en)*)(?=\s+[\p{Lu}\d„"])/u

/** `unseren neuen Laden`, `unserer Bäckerei`: what a German order speaks of, as a sentence names it, where that is sure. */
function toNominative(subject: string, preposition: string | undefined): string | undefined {
  const male = ACCUSATIVE_MALE.exec(subject)
  if (male) {
    const adjectives = (male[2] ?? '').replace(/en(?=\s|$)/gu, 'er')
    return `${male[1] ?? ''}${adjectives}${subject.slice(male[0].length)}`
  }
  if (/^den\s/u.test(subject))
    return subject.replace(
      /^den((?:\s+\p{Ll}[\p{L}-]*en)*)(?=\s+\p{Lu})/u,
      (_, words: string) => `der${words.replace(/en(?=\s|$)/gu, 'e')}`,
    )
  const isDative = preposition !== undefined && /^(?:zum?|zur|von)$/iu.test(preposition)
  if (isDative && /^(?:unser|mein)em\s+\p{Lu}/u.test(subject)) return subject.replace(/^(unser|mein)em/u, '$1')
  if (isDative && /^(?:unser|mein)er\s/u.test(subject))
    return subject.replace(
      /^(unser|mein)er((?:\s+\p{Ll}[\p{L}-]*en)*)(?=\s+\p{Lu})/u,
      (_, own: string, words: string) => `${own}e${words.replace(/en(?=\s|$)/gu, 'e')}`,
    )
  // The accusative of everything else is its nominative.
  return isDative || !/^(?:unsere?|meine?|das|die|eine?|\d|[„"]?\p{Lu})/u.test(subject) ? undefined : subject
}

const SEPARATED = /^(?:kündig|bewirb|bewerb|stell)\p{L}*$/iu

/** A clause behind `dass` has its verb last; a sentence has it second. */
function verbSecond(clause: string): string {
  const [first = '', ...others] = clause.split(' ')
  const verb = others.at(-1)
  return verb && others.length > 1 && /^(?:wir|ich|we|wij|ik|man|sie|es)$/iu.test(first)
    ? [first, verb, ...others.slice(0, -1)].join(' ')
    : clause
}

function turnEnglish(frame: string, told: string): string {
  const subject = /\bthat\s*$/iu.test(frame) ? told.replace(/,? and that (?=\p{L})/giu, ', and ') : told
  const guests = /^(?<who>.{3,40}?) to (?<what>.+)$/iu.exec(subject)?.groups
  if (/\binvit(?:e|es|ing)\b[^:]*\bto\s*$/iu.test(frame)) return `You’re invited: ${subject}`
  if (/\binvit(?:e|ing)\s*$/iu.test(frame) && guests) return `You’re invited: ${guests['what']}`
  if (/\bthank(?:ing)?\s*$|\bthank[- ]?(?:yous?|s)\b.*\bto\s*$/iu.test(frame)) return `Thank you to ${subject}`
  if (/\bcongratulat(?:e|ing)\s*$/iu.test(frame)) return `Congratulations to ${subject}`
  if (/\bwelcoming\s*$/iu.test(frame)) return `Welcome to ${subject}`
  const holiday = HOLIDAY.exec(subject)?.groups
  if (holiday?.['day']) {
    const from = /^(?:,? (?:for|from|at) (?<from>(?:our|my|the) .+))$/iu.exec(subject.slice(holiday['day'].length))
      ?.groups?.['from']
    const wish = /^christmas$/iu.test(holiday['day']) ? 'Merry' : 'Happy'
    if (from ?? subject.length === holiday['day'].length)
      return `${wish} ${titled(holiday['day'])}${from === undefined ? '' : ` from ${from}`}!`
  }
  if (/\bapolog(?:y|ies)\b.*\b(?:because|for|that)\s*$/iu.test(frame))
    return /^(?:we|our|the|i)\b/iu.test(subject) ? `We’re sorry: ${subject}` : `We’re sorry for ${subject}`
  return subject
}

const HOLIDAY =
  /^(?<day>(?:mother|father|valentine|women|children|teacher|nurse|new year)['’]?s['’]? day|international (?:women|men)['’]?s['’]? day|new year|christmas|easter|halloween|thanksgiving|diwali|eid|hanukkah|ramadan|pride month|earth day|labou?r day|st\.? patrick['’]?s day|independence day)(?!\p{L})/iu

function titled(day: string): string {
  return day.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

/** A wish to pass on, in the words that pass it on. */
export function passOn(bare: string, { wishes }: BriefPatterns): string | undefined {
  for (const { pattern, words } of wishes) {
    const groups = pattern.exec(bare)?.groups
    if (groups) return fill(words, groups)
  }
  return undefined
}

function fill(words: string, { what = '', from = '' }: Record<string, string | undefined>): string {
  const said = what.trim()
  const sender = from.replace(/^[\s,،]+/u, '').trim()
  const signed = sender === '' ? '' : ` ${capitalizeFirst(sender)}.`
  return words
    .replaceAll('{What}', capitalizeFirst(said))
    .replaceAll('{what}', said)
    .replaceAll('{From}', signed)
    .replace(/([!！.])\1+/gu, '$1')
}
