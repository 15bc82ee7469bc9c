/** What a prompt asks of the writer, apart from what is to be said. */
export interface Directed {
  /** The prompt without the wishes. */
  readonly said: string
  readonly wantsEmoji: boolean
  readonly wantsHashtags: boolean
}

const SURE_MOOD = String.raw`(?:short|brief|concise|fun|funny|witty|professional|casual|friendly|formal|informal|engaging|catchy|exciting|excited|playful|upbeat|snappy|punchy|respectful|humorous|conversational|relatable|edgy|cheeky|persuasive|viral|readable)`
const MOOD = String.raw`(?:${SURE_MOOD}|warm|light|inspiring|positive|simple|personal|serious|sober|humble|bold|cute|sweet|polite|emotional|clear|urgent|natural|human)`
const LENGTH = String.raw`(?:(?:under|below|within|less than|no more than|no longer than|fewer than|up to|at most|at least|max(?:imum)?(?: of)?|about|around|in|to|only)\s+)*\d+(?:\s?[-–]\s?\d+)?\s+(?:words?|characters?|chars?|sentences?|lines?)`
const EXTRAS = String.raw`(?:emojis?|hash-?tags?|jargon|buzzwords?|exclamation (?:marks?|points?)|calls? to action|ctas?|slang|clich[eé]s?)`
const HOW = String.raw`(?:please\s+)?(?:also\s+)?(?:use|using|add|include|insert|put|avoid|skip|no|zero|without|with|don['’]?t (?:use|add|include|put|forget)|do not (?:use|add|include|put)|leave out|limit)`
const SOME = String.raw`(?:\s+(?:any|the|a|an|some|few|lots of|plenty of|many|relevant|popular|trending|good|clear|strong|more|\d+(?:\s?[-–]\s?\d+)?|one|two|three|four|five))*`
const IN_A_TONE = String.raw`(?:in|with|using|use) an? (?:[\p{L}-]+,? (?:and |but )?){1,4}(?:tone|style|voice|manner|way)(?: of voice)?`
const MAKE = String.raw`(?:keep|make) (?:(?:it|this|the (?:tone|text|caption|captions|post|copy)|everything) )?(?:(?:sound|feel|look|be|very|really|super|nice and|a bit|a little|more) )*`
const MAKE_IT = String.raw`${MAKE}(?:${SURE_MOOD}|${LENGTH})`
const MAKE_IT_ANY = String.raw`${MAKE}(?:${MOOD}|${LENGTH})`

// Whole sentences that are spoken to the writer in any prompt.
const DIRECTIVES: readonly RegExp[] = [
  new RegExp(String.raw`^(?:please\s+)?(?:and\s+)?${MAKE_IT}\b[^.!?]{0,60}$`, 'iu'),
  new RegExp(String.raw`^${HOW}${SOME}\s+${EXTRAS}\b(?![^.!?]*[#＃])[^.!?]{0,60}$`, 'iu'),
  new RegExp(String.raw`^(?:please\s+)?(?:write (?:it )?)?${IN_A_TONE}(?:,? please)?$`, 'iu'),
  new RegExp(String.raw`^${LENGTH}(?: (?:max|only|please|long|at most|or less|or fewer))*$`, 'iu'),
  /^(?:tone(?: of voice)?|(?:target|intended) audience|brand voice|word count|character limit|hash-?tags?|emojis?)\s*[:=–-]\s*(?![^.!?]*[#＃])[^.!?]*$/iu,
  /^(?:please\s+)?(?:end|finish|close|start|begin|open) (?:it )?with an? (?:strong |good |catchy |short )*(?:question|hook|call to action|cta)\b[^.!?]{0,40}$/iu,
  /^(?:please\s+)?(?:write|say it|post) in (?:the )?(?:first|second|third) person\b[^.!?]{0,40}$/iu,
  /^(?:please )?(?:use|write in) (?:british|american|uk|us|simple|plain) english\b[^.!?]{0,20}$/iu,
]
// Those that could be said to readers as well, so they count only beside a request to write.
const WHEN_ASKED: readonly RegExp[] = [
  new RegExp(String.raw`^(?:please\s+)?(?:and\s+)?${MAKE_IT_ANY}\b[^.!?]{0,60}$`, 'iu'),
  /^(?:audience|style|voice|length|language|platforms?|format|goal|objective|mood|vibe|keywords?|context)\s*[:=]\s*[^.!?]*$/iu,
  new RegExp(String.raw`^(?:please\s+)?${MOOD}(?:,? (?:and|but) ${MOOD})*(?: please)?$`, 'iu'),
  /^(?:thanks|thank you|thx|cheers)(?: (?:so much|a lot|in advance))?$/iu,
  /^(?:please )?use [^.!?]*\b(?:tone|style|voice|language)\b[^.!?]*$/iu,
]
// What stands behind a comma, a dash or in brackets at the end of a sentence.
const TAILS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:\s*[,;(–—-]\s*|\s+)(?:(?:and|but)\s+)?(?:please\s+)?(?:with no|no|without|zero|don['’]?t use|do not use|(?:with|use|using|add|include)(?=\s+(?:some|a few|lots of|plenty of|relevant|\d+)\s))${SOME}\s+(?:emojis?|hash-?tags?)(?:\s*(?:,|and|or|nor|&)\s*(?:no |any )?(?:emojis?|hash-?tags?))?(?:,? (?:please|pls|thanks))?\)?$`,
    'iu',
  ),
  new RegExp(
    String.raw`\s*[,;(–—-]\s*(?:and\s+)?(?:please\s+)?${MAKE_IT}(?:,? (?:and|but) ${MOOD})*(?: please)?\)?$`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:\s*[,;(–—-]\s*|\s+)(?:in\s+)?(?:under|max(?:imum)?|at most|less than|no more than|within) \d+ (?:words|characters|chars)(?: max)?\)?$`,
    'iu',
  ),
  /(?:\s*[,;(–—-]\s*|\s+)tone\s*[:=]\s*[\p{L} ,-]{3,40}\)?$/iu,
]
const OTHER_LANGUAGES =
  /(?:^|[\s,;(–—-]+)(?:(?:y|und|et|e|i|en|och|bitte|por favor)\s+)?(?:sin|ohne|keine|sans|pas de|sem|senza|zonder|geen|bez|utan|inga|uden|uten|ingen|fără|tanpa|ilman|без|χωρίς|בלי|ללא)\s+(?:hash-?tag\p{L}*|х[еэ]ште[гґ]\p{L}*|האשטאגים?|האשטגים?)\)?[.!]?(?=\s|$)/giu
const NOT = String.raw`\b(?:no|zero|without|avoid(?:ing)?|skip(?:ping)?|leave out|(?:don['’]?t|do not) (?:use|add|include|put|want))\s+(?:(?:any|the|using)\s+)*`
const NO_EMOJI = new RegExp(
  String.raw`${NOT}(?:hash-?tags?\s*(?:,|and|or|nor|&)\s*(?:no |any )?)?emojis?\b|\bemojis?\s*[:=]\s*(?:no|none|0|off)\b`,
  'iu',
)
const NO_HASHTAGS = new RegExp(
  String.raw`${NOT}(?:emojis?\s*(?:,|and|or|nor|&)\s*(?:no |any )?)?hash-?tags?\b|\bhash-?tags?\s*[:=]\s*(?:no|none|0|off)\b`,
  'iu',
)
const TAGS_TO_ADD =
  /^(?:please\s+)?(?:also\s+)?(?:use|add|include|with)?\s*(?:the |these |my )?hash-?tags?\s*[:=–-]?\s*((?:[#＃][\p{L}\p{M}\p{N}_]+[\s,;]*(?:and\s+)?)+)$/iu
// Content that is asked for: `Mention bottomless mimosas for $20`.
const TO_MENTION =
  /^(?:please\s+)?(?:also\s+)?(?:(?:be|make) sure (?:to|you)\s+|don['’]?t forget to\s+)?(?:mention|point out|emphasi[sz]e|highlight|say|note|include)\s+(?:(?:the fact )?that\s+|how\s+)?(?=\S{2})/iu
const AND_MENTION =
  /,?\s+and (?:please )?(?:(?:don['’]?t forget|make sure|be sure|remember) to |also )?(?:mention|include|highlight)\s+(?:that\s+)?/iu
const SENTENCE = /(?<=[.!?…])\s+(?=\S)|\n+/u

/** Takes the wishes for tone, length, emoji and hashtags out of a prompt. Hashtags that are asked for by name stay. */
export function takeDirectives(text: string, isRequest: boolean): Directed {
  const style = {
    wantsEmoji: !NO_EMOJI.test(text),
    wantsHashtags: !NO_HASHTAGS.test(text) && text.search(OTHER_LANGUAGES) === -1,
  }
  let said = text.replace(OTHER_LANGUAGES, (_, at: number) => (at === 0 ? '' : ' '))
  const tags: string[] = []
  for (const sentence of said.split(SENTENCE)) {
    const bare = sentence.trim().replace(/[.!?…]+$/u, '')
    const named = TAGS_TO_ADD.exec(bare)?.[1]
    if (named) tags.push(...named.split(/[\s,;]+|and/u).filter((word) => /^[#＃]/u.test(word)))
    const isDropped =
      named !== undefined ||
      DIRECTIVES.some((one) => one.test(bare)) ||
      (isRequest && WHEN_ASKED.some((one) => one.test(bare)))
    said = said.replace(sentence, () => (isDropped ? '' : withoutWishes(sentence, bare, isRequest)))
  }
  said = said
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
  // Nothing but wishes: then they are what there is to say.
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(said)) return { said: text, ...style }
  return { said: tags.length > 0 ? `${said} ${tags.join(' ')}` : said, ...style }
}

function withoutWishes(sentence: string, bare: string, isRequest: boolean): string {
  const end = sentence.trim().slice(bare.length)
  let kept = bare
  for (const tail of [...TAILS, ...TAILS]) kept = kept.replace(tail, '')
  if (isRequest && TO_MENTION.test(kept)) {
    const content = kept.replace(TO_MENTION, '')
    kept = content.slice(0, 1).toUpperCase() + content.slice(1)
  }
  if (isRequest) kept = kept.replace(AND_MENTION, ' and ')
  return kept === bare ? sentence : kept + end
}
