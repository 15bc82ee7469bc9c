import type { Language } from '../language/stop-words.ts'
import { takeDirectives } from './directives.ts'

/** A prompt without the instruction around it. */
export interface Framed {
  readonly text: string
  /** The instruction left a subject (`our new coffee blend`) or a statement (`we shipped dark mode`), or there was none. */
  readonly shape: 'whole' | 'subject'
  /** The instruction was to announce it. */
  readonly isAnnounced: boolean
  /** What the caller asked of the style, as far as it can be kept. */
  readonly wantsEmoji: boolean
  readonly wantsHashtags: boolean
}

const POLITE = String.raw`(?:please|pls|plz|can you|could you|would you|will you|hey|hi|hello|chatgpt|ai)`
const LEAD = String.raw`(?:${POLITE}[,\s]+)*(?:(?:please|pls|plz)\s+)?(?:(?:(?:help me|tell me|show me)(?: to)?|i(?:'d| would) like(?: you)? to|i (?:need|want)(?: you)? to|i(?:'d| would) like|i (?:need|want)|we (?:need|want)|give me|let's)\s+)?`
const NEED = String.raw`(?:(?:please|pls|plz|hi|hey|hello)[,\s]+)*(?:i(?:['’]?d| would) like|i (?:need|want)|we (?:need|want)|give me|gimme|can (?:i|we) (?:get|have)|looking for)\s+`
// As they are typed in a hurry, too.
const MAKE = String.raw`(?:wr?ri?t+e?|wirte|wrtie|rite|create?|mak|make|draft|gene?rate|compose|prepare|produce|craft)`
const POSTS = String.raw`(?:posts?|capti?ons?|captoins?|tweets?|twe+ts?|threads?|reels?|stor(?:y|ies) posts?|hash-?tags)`
const ANY_PIECE = String.raw`(?:posts?|capti?ons?|captoins?|tweets?|twe+ts?|hash-?tags|threads?|stor(?:y|ies)|reels?|copy|texts?|content|announcements?|updates?|messages?|something|shorts?|descriptions?|carousels?|slideshows?|videos?|clips?|scripts?|blogs?|newsletters?)`
const DESCRIBED = String.raw`(?:(?:me|us)\s+)?(?:(?:a|an|the|some|another|one|my|our|this|\d+)\s+)?(?:(?!(?:about|on|for|of)\b)[\p{L}-]+,?\s+){0,4}?`
// Without a verb before it, `a new post about` may be what is to be said, so only plain words may describe it.
const PLAINLY_DESCRIBED = String.raw`(?:an?\s+)?(?:(?:short|quick|fun|engaging|social|media|instagram|tiktok|youtube|x|twitter|facebook|linkedin)\s+){0,3}`
const PLACE = String.raw`(?:\s+(?:for|on)\s+(?:(?:our|my|the)\s+)?(?:instagram|tiktok|youtube|x|twitter|facebook|linkedin|social(?: media)?)(?:\s+(?:and|&)\s+(?:instagram|tiktok|youtube|x|twitter|facebook|linkedin))?(?:\s+(?:page|account|channel|feed|followers))?)?`
const LINK = String.raw`(?:\s*[:–—-]\s*|\s+(?:about|on|regarding|announcing|that announces|which announces|to announce|to promote|that promotes|promoting|that celebrates|celebrating|to celebrate|explaining|that explains|describing|introducing|showing|that shows|highlighting|that highlights|saying|that says|telling (?:people|everyone|our (?:followers|customers))(?: about)?|to tell (?:people|everyone|our (?:followers|customers))(?: about)?|to share|sharing|for|of|covering|discussing)\s+)`

const FRAMES: readonly RegExp[] = [
  new RegExp(
    String.raw`^${LEAD}${MAKE}\s+${DESCRIBED}${ANY_PIECE}${PLACE}${LINK}(?:the (?:fact|news) )?(?:that\s+)?`,
    'iu',
  ),
  new RegExp(String.raw`^${LEAD}(?:post|share|publish|do)\s+${DESCRIBED}${POSTS}${PLACE}${LINK}(?:that\s+)?`, 'iu'),
  new RegExp(String.raw`^${NEED}${DESCRIBED}${POSTS}${PLACE}${LINK}(?:that\s+)?`, 'iu'),
  new RegExp(String.raw`^${PLAINLY_DESCRIBED}${POSTS}${PLACE}${LINK}(?:that\s+)?`, 'iu'),
  /^(?:please\s+)?(?:explain|describe|discuss|summari[sz]e)\s+(?=(?:how|why|what|our|my|the)\b)/iu,
  /^(?:please\s+)?(?:post|tweet|write|talk|blog|speak|make it)\s+(?:about|on)\s+/iu,
  /^(?:please\s+)?(?:tell|inform|let)\s+(?:people|everyone|everybody|our (?:followers|customers|audience|community)|my (?:followers|audience))\s+(?:know\s+)?(?:about|that)\s+/iu,
  /^(?:please\s+)?(?:announce|promote|advertise|highlight|emphasi[sz]e|showcase|mention|cover|feature)\s+(?:that\s+)?(?=(?:we|i|our|my|the|a|an|this|these|how|why|what|key|new)\b)/iu,
  /^(?:please\s+)?share (?:the news|with (?:everyone|people|our followers))\s+(?:that|about)\s+/iu,
  /^(?:please\s+)?(?:focus|concentrate) (?:mainly |mostly |more )?on\s+(?=(?:our|the|how|why|key|main|benefits?|features?)\b)/iu,
  /^(?:topic|subject|prompt|post idea|idea|brief|theme)\s*[:–-]\s*/iu,
]

// Frames that the sentence they open may also be meant as it stands, so they count only when nothing follows.
const ONLY_WHEN_ALONE = /^(?:please\s+)?(?:focus|concentrate|feature|cover|mention)/iu
// What a caption is for (`a photo of my dog`) is told by the photo itself.
const PICTURED =
  /^(?:an?|the|this|some|these|my|our) (?:photo|picture|image|video|clip|shot|selfie)s? (?:of|showing) (?=\S)/iu
const STATEMENT =
  /^(?:(?:we|i|you|they|it|he|she|there|everyone|nobody)(?:['’]\p{L}+)?\s|(?!(?:how|why|what|when|where)\b)(?:(?!(?:who|which|that|where)\b)[^\s.!?:,;]+\s+){1,5}(?:is|are|was|were|has|have|will|can)\s)/iu

// A second clause without a sign before it: `our new burger its dropping friday`.
const RUNS_ON = /^[^.!?,:;]+\s(?:its|it['’]s|they['’]?re|we['’]re|he['’]s|she['’]s)\s/iu
// `Caption: ...` is followed by the caption itself.
const IS_QUOTED = /^(?!topic|subject|prompt|post idea|idea|brief|theme).*(?:captions?|posts?|tweets?)\s*:\s*$/isu

const OTHER_FRAMES: Partial<Record<Language, RegExp>> = {
  es: /^(?:por favor,?\s+)?(?:escribe|crea|haz|redacta|genera|escribir|crear|escriba|cree)\s+(?:una?|el|la)\s+(?:publicación|post|texto|tuit|mensaje|entrada|caption)(?:\s+(?:para|en)\s+\p{L}+)?\s+(?:sobre|acerca de|anunciando|para anunciar)\s+/iu,
  fr: /^(?:s'il (?:te|vous) pla[iî]t,?\s+)?(?:écris|écrivez|crée|créez|rédige|rédigez|fais|faites)(?:-moi)?\s+(?:une?|le|la)\s+(?:publication|post|texte|tweet|message|légende)(?:\s+(?:pour|sur)\s+(?:instagram|linkedin|facebook|tiktok|x|youtube))?\s+(?:sur|à propos de|pour annoncer|annonçant)\s+/iu,
  it: /^(?:per favore,?\s+)?(?:scrivi|crea|fai|prepara|scrivere|creare)\s+(?:una?|un|il)\s+(?:post|testo|tweet|messaggio|didascalia|pubblicazione)(?:\s+(?:per|su)\s+(?:instagram|linkedin|facebook|tiktok|x|youtube))?\s+(?:su|per annunciare|riguardo a)\s+/iu,
  pt: /^(?:por favor,?\s+)?(?:escreva|escreve|crie|cria|faça|faz|escrever|criar)\s+(?:uma?|o|a)\s+(?:publicação|post|texto|tweet|mensagem|legenda)(?:\s+(?:para|no)\s+(?:o\s+)?\p{L}+)?\s+(?:sobre|para anunciar|anunciando)\s+/iu,
}

// `Our café opens on Friday. Please write a caption for this.`
const REQUEST = new RegExp(
  String.raw`^${LEAD}${MAKE}\s+${DESCRIBED}${ANY_PIECE}${PLACE}(?:\s+(?:for|about|on|from|with|of|using)\s+(?:it|this|that|these|them|me|us|the above|this (?:news|info|information|text)))?(?:[,\s]+(?:please|pls|plz|thanks))?$`,
  'iu',
)
const REQUEST_ABOUT = new RegExp(String.raw`^${LEAD}${MAKE}\s+${DESCRIBED}${ANY_PIECE}${PLACE}${LINK}`, 'iu')
const SENTENCE = /(?<=[.!?…])\s+(?=\S)|\n+/u

/** Takes the instruction off a prompt such as `Write a post about ...`, so that only what is to be posted is left. */
export function stripFraming(text: string, language: Language, isRequest = false): Framed {
  const isEnglish = language === 'en' || language === 'unknown'
  const asked = isEnglish ? requestFirst(text) : text
  const { said, ...style } = takeDirectives(asked, isRequest || asked !== text || stripEnglish(text) !== undefined)
  if (isEnglish) {
    const found = stripEnglish(said)
    if (found === undefined) return { text: said, shape: 'whole', isAnnounced: false, ...style }
    const { frame, rest, isPictured } = found
    const isAnnounced = /\bannounc/iu.test(frame)
    // What a picture shows speaks for itself.
    const isWhole = isPictured || IS_QUOTED.test(frame) || STATEMENT.test(rest) || RUNS_ON.test(rest)
    return { text: rest, shape: isWhole ? 'whole' : 'subject', isAnnounced, ...style }
  }
  const frame = OTHER_FRAMES[language]
  const rest = frame ? said.replace(frame, '') : said
  return { text: rest || said, shape: rest && rest !== said ? 'subject' : 'whole', isAnnounced: false, ...style }
}

interface Stripped {
  readonly frame: string
  readonly rest: string
  readonly isPictured: boolean
}

function stripEnglish(text: string): Stripped | undefined {
  for (const pattern of FRAMES) {
    const frame = pattern.exec(text)?.[0]
    if (frame === undefined) continue
    const rest = text.slice(frame.length).trim()
    if (!/\p{L}{2}/u.test(rest)) continue
    if (ONLY_WHEN_ALONE.test(frame) && /[.!?]\s+\S/u.test(rest)) continue
    const plain = rest.replace(/^["“]([^"“”]+)["”]$/su, '$1').replace(PICTURED, '')
    return { frame, rest: withoutPlea(plain, frame), isPictured: PICTURED.test(rest) }
  }
  return undefined
}

/** `Can you make a caption for our party, please?` asks the writer; what is left asks nobody. */
function withoutPlea(rest: string, frame: string): string {
  const polite = rest.replace(/^([^.!?\n]*?),?\s+(?:please|pls|plz)(?=[.!?]*(?:\s|$))/iu, '$1')
  return /\b(?:can|could|would|will) (?:you|i|we)\b/iu.test(frame) ? polite.replace(/^([^.!?\n]*)\?+/u, '$1') : polite
}

/** A request behind its background (`I run a bakery. Write a post about our rolls.`) is put first, or left out if bare. */
function requestFirst(text: string): string {
  const sentences = text.split(SENTENCE)
  const at = sentences.findIndex((sentence) => REQUEST.test(bareOf(sentence)) || REQUEST_ABOUT.test(sentence))
  const request = sentences[at]
  if (request === undefined || sentences.length === 1) return text
  const others = text.replace(request, '').trim()
  if (REQUEST.test(bareOf(request))) return others
  return at === 0 ? text : `${text.slice(text.indexOf(request))} ${text.slice(0, text.indexOf(request)).trim()}`
}

function bareOf(sentence: string): string {
  return sentence.trim().replace(/[.!?…:]+$/u, '')
}
