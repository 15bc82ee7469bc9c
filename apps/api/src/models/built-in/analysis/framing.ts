import type { Language } from '../language/stop-words.ts'

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

const LEAD = String.raw`(?:(?:please|can you|could you|would you|hey|hi|hello)[,\s]+)*(?:please\s+)?(?:(?:help me(?: to)?|i(?:'d| would) like(?: you)? to|i (?:need|want)(?: you)? to|i(?:'d| would) like|i (?:need|want)|we (?:need|want)|give me|let's)\s+)?`
const NEED = String.raw`(?:(?:please|hi|hey|hello)[,\s]+)*(?:i(?:'d| would) like|i (?:need|want)|we (?:need|want)|give me|can i (?:get|have))\s+`
const MAKE = String.raw`(?:write|create|make|draft|generate|compose|prepare|produce|craft)`
const POSTS = String.raw`(?:posts?|captions?|tweets?|threads?|reels?|stor(?:y|ies) posts?)`
const ANY_PIECE = String.raw`(?:posts?|captions?|tweets?|threads?|stor(?:y|ies)|reels?|copy|texts?|content|announcements?|updates?|messages?|something|shorts?|descriptions?|carousels?|slideshows?|videos?|clips?|scripts?|blogs?|newsletters?)`
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

const OTHER_FRAMES: Partial<Record<Language, RegExp>> = {
  es: /^(?:por favor,?\s+)?(?:escribe|crea|haz|redacta|genera|escribir|crear|escriba|cree)\s+(?:una?|el|la)\s+(?:publicación|post|texto|tuit|mensaje|entrada|caption)(?:\s+(?:para|en)\s+\p{L}+)?\s+(?:sobre|acerca de|anunciando|para anunciar)\s+/iu,
  fr: /^(?:s'il (?:te|vous) pla[iî]t,?\s+)?(?:écris|écrivez|crée|créez|rédige|rédigez|fais|faites)(?:-moi)?\s+(?:une?|le|la)\s+(?:publication|post|texte|tweet|message|légende)(?:\s+(?:pour|sur)\s+(?:instagram|linkedin|facebook|tiktok|x|youtube))?\s+(?:sur|à propos de|pour annoncer|annonçant)\s+/iu,
  it: /^(?:per favore,?\s+)?(?:scrivi|crea|fai|prepara|scrivere|creare)\s+(?:una?|un|il)\s+(?:post|testo|tweet|messaggio|didascalia|pubblicazione)(?:\s+(?:per|su)\s+(?:instagram|linkedin|facebook|tiktok|x|youtube))?\s+(?:su|per annunciare|riguardo a)\s+/iu,
  pt: /^(?:por favor,?\s+)?(?:escreva|escreve|crie|cria|faça|faz|escrever|criar)\s+(?:uma?|o|a)\s+(?:publicação|post|texto|tweet|mensagem|legenda)(?:\s+(?:para|no)\s+(?:o\s+)?\p{L}+)?\s+(?:sobre|para anunciar|anunciando)\s+/iu,
}

const DIRECTIVE =
  /^(?:(?:please )?(?:keep|make) (?:it|this|the (?:tone|text|caption|post)) [^.!?]{2,60}|(?:please )?use (?:a|an|some|lots of|few|no|only|the)? ?[^.!?]*\b(?:tone|emojis?|hashtags?|style|voice|language)\b[^.!?]*|(?:please )?(?:add|include|avoid|no|don['’]t use|do not use|without|with)\b[^.!?]*\b(?:emojis?|hashtags?|jargon|buzzwords)\b[^.!?]*|tone\s*[:–-]\s*[^.!?]*|style\s*[:–-]\s*[^.!?]*|(?:under|max(?:imum)?|at most) \d+ (?:words|characters)[^.!?]*)[.!?]*$/iu

/** Takes the instruction off a prompt such as `Write a post about ...`, so that only what is to be posted is left. */
export function stripFraming(text: string, language: Language): Framed {
  const style = {
    wantsEmoji: !/\b(?:no|without|avoid|don['’]t use|do not use) (?:any )?emojis?\b/iu.test(text),
    wantsHashtags: !/\b(?:no|without|avoid|don['’]t use|do not use) (?:any )?hashtags?\b/iu.test(text),
  }
  if (language === 'en' || language === 'unknown') {
    const said = withoutDirectives(text)
    const subject = stripEnglish(said)
    if (subject === undefined) return { text: said, shape: 'whole', isAnnounced: false, ...style }
    const isAnnounced = /\bannounc/iu.test(said.slice(0, said.length - subject.length))
    return { text: subject, shape: STATEMENT.test(subject) ? 'whole' : 'subject', isAnnounced, ...style }
  }
  const frame = OTHER_FRAMES[language]
  const rest = frame ? text.replace(frame, '') : text
  return { text: rest || text, shape: rest && rest !== text ? 'subject' : 'whole', isAnnounced: false, ...style }
}

function stripEnglish(text: string): string | undefined {
  for (const frame of FRAMES) {
    const match = frame.exec(text)
    if (!match) continue
    const rest = text.slice(match[0].length).trim()
    if (!/\p{L}{2}/u.test(rest)) continue
    if (ONLY_WHEN_ALONE.test(match[0]) && /[.!?]\s+\S/u.test(rest)) continue
    return rest.replace(/^["“](.+)["”]$/su, '$1').replace(PICTURED, '')
  }
  return undefined
}

function withoutDirectives(text: string): string {
  const kept = text.split(/(?<=[.!?])\s+(?=\S)|\n+/u).filter((sentence) => !DIRECTIVE.test(sentence.trim()))
  const dropped = text.split(/(?<=[.!?])\s+(?=\S)|\n+/u).filter((sentence) => DIRECTIVE.test(sentence.trim()))
  if (dropped.length === 0 || kept.length === 0) return text
  let said = text
  for (const sentence of dropped) said = said.replace(sentence, '')
  return said
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}
