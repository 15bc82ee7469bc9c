import type { Language } from '../language/stop-words.ts'
import { capitalizeFirst } from '../text/casing.ts'
import type { BriefPatterns } from './patterns.ts'
import { toStatement } from './heads/finite-english.ts'
import { readHead } from './heads/read-head.ts'
import { renderHead } from './heads/render-head.ts'
import { STATES, turnSubject } from './turn-subject.ts'

/** What an order is about, without the order. Empty: it points at what stands beside it. */
interface Framed {
  readonly text: string
  readonly isStatement: boolean
  /** What the order asks for and its words do not hold. */
  readonly isBeyond?: boolean | undefined
  readonly manners?: readonly string[]
  /** Whether the order was read word by word, not by a frame. */
  readonly isHead?: boolean
}

const POINTS =
  /^(?:it|this|that|them|these|those|the above|(?:this|the) (?:news|text|info(?:rmation)?)|das|dies|dazu|cela|ça|esto|isto|questo|dit|dat|to|это|це|bunu|这个|これ|이것)$/iu
const STATEMENT =
  /^(?:(?:we|i|you|they|it|he|she|there|everyone|nobody)(?:['’]\p{L}+)?\s|(?!(?:how|why|what|when|where)\b)(?:(?!(?:who|which|that|where)\b)[^\s.!?:,;]+\s+){1,8}(?:is|are|was|were|has|have|will|can|opens?|starts?|begins?|closes?|launche[sd]|turn(?:s|ed)|raised|won|joins?|moves?|moved to|fixes|returns?|reopens?|goes|comes|gets?|becomes|celebrates|got|hit|passed|arrived|became|made|won['’]t|isn['’]t|aren['’]t|doesn['’]t|don['’]t|can['’]t|(?:\p{L}{2,}ed|needs|offers|serves|brings|hosts|keeps|runs|makes|takes|gives|plays|sells|supports|found|made it|lost|sold|built)(?=\s+(?:a|an|the|our|us|you|your|its|over|more|new|free|\d)))(?![\p{L}]))/iu

/** Takes an order off what it is about; undefined where there is none. */
export function withoutFrame(bare: string, patterns: BriefPatterns, language: Language): Framed | undefined {
  const head = readHead(bare, language)
  if (head) {
    const content = withoutPlaces(unquoted(head.content))
    const { manners } = head
    if (content === '' || POINTS.test(content)) return { text: '', isStatement: true, manners }
    const rendered = /\p{L}{2}/u.test(content) ? renderHead({ ...head, content }, language) : undefined
    if (rendered && POINTS.test(rendered.text)) return { text: '', isStatement: true, manners }
    if (rendered) return { ...rendered, manners, isHead: true }
  }
  for (const frame of [...patterns.frames, ...patterns.frameEnds]) {
    const found = frame.exec(bare)?.[0]
    if (!found) continue
    const rest = unquoted(bare.replace(frame, ''))
    if (POINTS.test(rest)) return { text: '', isStatement: true }
    if (!/\p{L}{2}|\p{Script=Han}|\p{Script=Hangul}/u.test(rest)) continue
    const before = PLACE_FIRST.exec(rest)?.[0]
    const behind = patterns.frameEnds.reduce((words, end) => words.replace(end, ''), rest)
    const subject = withoutPlaces(behind) || rest
    const told = subject.replace(THAT, '')
    const isStatement = told !== subject || STATES.test(found) || (language === 'en' && STATEMENT.test(subject))
    const turned = turnSubject(before ?? found, told, language)
    const stated = language === 'en' && !isStatement && turned === told ? toStatement(told) : undefined
    if (stated !== undefined) return { text: stated, isStatement: true }
    return { text: turned, isStatement: isStatement || GREETS.test(turned) }
  }
  return undefined
}

function unquoted(text: string): string {
  const open = text.replace(/^[\s:：,-]+/u, '').trim()
  const whole = /^["“„«'‘]([^"“”„«»]+)["”“»'’][.!?]?$/u.exec(open)?.[1]
  if (whole !== undefined) return whole
  return open.replace(/^["“”„«»]+(?=[^"“”„«»]*$)|(?<=^[^"“”„«»]*)["“”„«»]+$/gu, '').trim()
}

/** Without where it is to be posted: that is the writer's business. */
function withoutPlaces(text: string): string {
  return text
    .replace(/\s+(?:pls|plz)(?=[\s,.!?]|$)/giu, '')
    .replace(PLACE, '')
    .replace(PLACE_FIRST, '')
    .replace(PLACE_COLON, '')
    .replace(POINTER, '')
    .replace(PLACE_BETWEEN, '$1')
    .replace(WRITTEN_LAST, '')
    .trim()
}

/** What speaks to readers already is no subject to write about. */
const GREETS = /^(?:thank you|congratulations|welcome to|you['’]re invited|we['’]re sorry|happy|merry)\b/iu

const THAT =
  /^(?:that(?=\s+(?:we|i|our|my|the|a|an|he|she|they|it|there|\p{Lu}))|que|qu['’]|che|że|что|що|ότι|πως|dat|bahwa|rằng|know (?:that )?)\s*/iu
const PLACES = String.raw`(?:instagram|insta|ig|tiktok|youtube|twitter|facebook|fb|linkedin|social media|socials|(?:all|every|each)(?: (?:of )?(?:the|our|my|six))? (?:platforms?|channels?|networks?|accounts?)|everywhere|инстаграма?|インスタ(?:グラム)?)(?:(?:,| and| &| plus)+ (?:the (?:rest|others)|everywhere else|x|tiktok|youtube|facebook|fb|linkedin|instagram|insta|ig))*`
const TO = 'for|on|für|auf|pour|sur|para|en|no|na|per|su|voor|op|için|untuk|di|cho|trên|для|в|για|στο|ל'
const PLACE = new RegExp(
  String.raw`[\s,]+(?:${TO})\s*(?:[\p{L}’']+\s){0,3}?${PLACES}(?:\s+(?:page|account|feed|post|caption|audience|followers|${PLACES}))*\s*$`,
  'iu',
)
// `para Instagram sobre …`: what follows the place is the subject.
const PLACE_FIRST = new RegExp(
  String.raw`^(?:(?:o|il|l['’]|le|het|de|den|our|my|the|nuestr[oa]|notre|nosso|onze|unser(?:en|e)?)\s*)?${PLACES}(?:\s+(?:page|account|feed|story|reel|followers|audience|channel|seite))?[\s,]+(?:about|bout|regarding|re|on|announcing(?: that)?|saying that|that says|to say|sobre|acerca de|sulla?|sur|à propos de|über|over|о|об|про|o|για|tentang|về|zu)\s+`,
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
  /\s+(?:(?:zu |te )?(?:schreiben|machen|erstellen|verfassen|formulieren|posten|entwerfen|basteln|vorbereiten|texten|vorstellen|ankündigen|bewerben|feiern|erklären|präsentieren|bekannt ?geben|informieren|aankondigen|voorstellen|promoten|schrijven|maken|opstellen|plaatsen|bedenken|verzinnen|skriva|lage|lave|skrive))(?=\s*(?::|,|$))/iu

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
