import type { Language } from '../language/stop-words.ts'
import { LAUNCH_WORDS, OPENS_A_PLACE } from './launch-words.ts'
import { isNotice, isSad } from './sad-words.ts'

/**
 * What sort of thing a prompt says. It sets the tone.
 *
 * `sad` and `notice` (a warning, a recall, an outage, a closing) are sober: nothing is cheered and nothing left out. A
 * `release` is a work of art, a `welcome` a person. A `milestone` is ours, an `achievement` the speaker's own; a `topic` is a subject named by an instruction, without a
 * statement, an `own-topic` one that only the speaker knows about; `plain` gets no stock phrase at all.
 */
const PROMPT_KINDS = [
  'sad',
  'notice',
  'welcome',
  'hiring',
  'offer',
  'event',
  'milestone',
  'achievement',
  'launch',
  'release',
  'tips',
  'how-to',
  'behind-the-scenes',
  'question',
  'opinion',
  'gratitude',
  'topic',
  'own-topic',
  'plain',
] as const

export type PromptKind = (typeof PROMPT_KINDS)[number]

const WORK = String.raw`(?:single|song|album|ep|track|record|mixtape|novel|book|memoir|poem|poetry|film|short film|movie|documentary|music video|podcast|episode|zine|comic)`
const ENGLISH: readonly (readonly [PromptKind, RegExp])[] = [
  [
    'welcome',
    /^(?:please )?(?:meet|say hello to|welcome|give a warm welcome to) (?!us\b)[\p{L}' ,.-]{2,40}?,? (?:(?:is |as )?(?:our|the) (?:new(?:est)?|latest) |who (?:joins|joined|is joining)|to (?:the|our) team\b)|\b(?:joined|joins|is joining) our team\b/iu,
  ],
  ['behind-the-scenes', /\bbehind[- ]the[- ]scenes\b/iu],
  [
    'hiring',
    /\b(?:we(?:['’]re| are) (?:\w+ )?(?:hiring|recruiting)|now hiring|is hiring|^hiring\b|help wanted|join our team|job opening|open (?:position|role)s?|looking for an? (?:\w+ ){0,3}(?:engineer|developer|designer|manager|chef|barista|assistant|intern|nurse|teacher|driver|baker|writer|analyst|marketer))\b/iu,
  ],
  [
    'offer',
    /\d\s?% (?:off|discount)|\d\s?% cheaper|[$€£]\s?\d+(?:[.,]\d+)? off|\bbuy one\b.*\bget one\b|\b(?:half price|promo code|discount code|coupon|clearance|flash sale|deals|discounts?|free shipping|on sale|special offer)\b|\b(?:\w+ )?sale\b(?! to\b)(?=.*\b(?:\d|starts?|ends?|this|today|now|weekend|week|everything|off)\b)|\b(?:summer|winter|spring|autumn|fall|friday|monday|christmas|holiday|big|huge|annual) sale\b/iu,
  ],
  [
    'event',
    /\b(?:join us|you(?:['’]re| are) invited|save the date|happy hour|see you (?:there|at|on)|webinar|meetup|open house|open day|workshop|doors open|tickets|live at|livestream|we(?:['’]re| are) hosting|come (?:along|by|and|visit)|rsvp|concert|festival|conference|exhibition|fundraiser|bake sale|open mic|grand opening|doors open|now open|(?:we|i)(?:['’](?:re|m|ve)| are| am| have)? (?:opening|(?:just |finally |now )opened) (?:a|an|our|the|my|in)|(?:store|shop|café|cafe|restaurant|bakery|studio|office|gym|salon) opens)\b/iu,
  ],
  [
    'tips',
    /^(?:here are |my |our )?(?:the )?(?:top )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\p{L}+ ){0,3}?(?:tips|ways|steps|ideas|tricks|lessons|mistakes|habits|rules|reasons|hacks|things|insights|facts)\b|\b(?:tips|lessons|mistakes|hacks) (?:for|on|to|from|about|we|i)\b|\b(?:key )?(?:insights|takeaways|learnings) (?:about|on|from|into)\b|\bbenefits of\b/iu,
  ],
  ['own-topic', /^(?:how|why) (?:we|i|our|my)\b/iu],
  ['how-to', /^how to\b|\bhow-to\b|\bstep[- ]by[- ]step\b/iu],
  [
    'release',
    new RegExp(
      String.raw`\b(?:my|our|the)(?: \p{L}+['’]s)? (?:new(?:est)?|debut|first|second|third|latest)(?: \p{L}+)? ${WORK}\b(?=.*\b(?:out|here|live|available|published|released|streaming|drops?|dropped|dropping)\b)|^new (?:\p{L}+ )?(?:single|song|album|ep|track|mixtape|music video|episode|podcast)\b|\b(?:single|song|album|ep|track|novel|book|memoir|episode) (?:[“"][^”"]+[”"] )?(?:is|are) (?:finally |now )*(?:out|live|here)\b`,
      'iu',
    ),
  ],
  [
    'milestone',
    /\b(?:just|has|have) (?:reached|hit|passed|crossed|surpassed) [\d$€£]|\b(?:we|i)(?:['’]ve| have)?(?: just| finally| officially| now)? (?:(?:reached|hit|passed|crossed|surpassed|raised) (?:over |more than )?[\d$€£]|turned \d|(?:won|finished|completed|graduated|achieved)\b|closed our\b)|\b(?:milestone|anniversary|\d+ years (?:ago|old|of|since|in business)|\d[\d,.]*k?\+? (?:customers|users|followers|subscribers|downloads|orders|members))\b|\b(?:award|grew)\b/iu,
  ],
  [
    'launch',
    /\b(?:launch(?:ed|es|ing)?|ship(?:ped|ping)(?! (?:cost|fee|time))|releas(?:ed|es|ing)|introduc(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|unveil(?:ed|ing|s)?|roll(?:ed|ing) out|now (?:available|live|open)|is (?:now )?(?:live|here(?! to stay)|available|open)|(?:we|i)(?:['’]ve| have)? (?:just )?(?:added|published)|brand[- ]new|(?:our|my) new(?:est)?(?! (?:address|opening|hours|policy|policies|phone|number|rules?|price|prices|terms|normal))|partner(?:ed|ing) with|version \d)\b/iu,
  ],
  ['gratitude', /\b(?:thank you|thanks to|thankful|grateful|gratitude|shout-?out)\b/iu],
  [
    'opinion',
    /\b(?:i think|i believe|unpopular opinion|hot take|in my opinion|overrated|underrated|should (?:never|always|not|be|stop))\b/iu,
  ],
]

const MONEY_NEWS =
  /^(?:our|the) .*\b(?:funding|seed round|series [a-e]|acquisition|partnership|collaboration|rebrand(?:ing)?|expansion|merger)\b/iu

/** The kind of a prompt. Sadness is looked for first and in every language: to cheer at it is the worst mistake. */
export function detectKind(text: string, language: Language, isSubject: boolean): PromptKind {
  const kind = kindOf(text, language)
  const isOwn = kind === 'milestone' && /\b(?:i|my)\b/iu.test(text) && !/\b(?:we|our|us)\b/iu.test(text)
  if (isOwn) return 'achievement'
  if (kind !== 'plain' || !isSubject) return kind
  if (MONEY_NEWS.test(text)) return 'launch'
  // What is the speaker's own and private is no subject to ask about: `my latte art`.
  if (/^(?:my|me)\b/iu.test(text)) return 'plain'
  return /^(?:our|my|how|why|what)\b/iu.test(text) ? 'own-topic' : 'topic'
}

function kindOf(text: string, language: Language): PromptKind {
  if (isSad(text, language)) return 'sad'
  if (isNotice(text, language)) return 'notice'
  // Greek asks with what elsewhere is a semicolon.
  const endsAsking =
    language === 'el'
      ? /[;\u037e?]["'”’»)\s]*$/u.test(text)
      : /[?？؟]["'”’»)\s\p{Extended_Pictographic}#\w]*$/u.test(text)
  if (endsAsking) return 'question'
  if (language === 'en') return ENGLISH.find(([, pattern]) => pattern.test(text))?.[0] ?? 'plain'
  return LAUNCH_WORDS[language]?.test(text) && !OPENS_A_PLACE.test(text) ? 'launch' : 'plain'
}
