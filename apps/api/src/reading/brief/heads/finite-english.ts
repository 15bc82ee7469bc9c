import { capitalizeFirst } from '../../text/casing.ts'

const AUXILIARY = String.raw`is|are|was|were|has|have|had|will|can|could|would|won['’]t|isn['’]t|aren['’]t|doesn['’]t|don['’]t|can['’]t|must|should|might|does|do|did|didn['’]t|wasn['’]t|weren['’]t`
/** Verbs as they stand behind a subject; nouns among them only where the next word tells. */
const VERBS = String.raw`go(?= (?:on|live|up|out|to|for|back))|run(?= (?:from|until|on|every))|sell out|opens?|starts?|begins?|closes?|closed|launche[sd]|turn(?:s|ed)|raised|won|joins?|joined|moves?|moved|fixes|returns?|returned|reopens?|goes|comes?|came|gets?|got|becomes?|became|celebrates?|hit|passed|arrived?|arrives|made|needs?|needed|lost|sold|found|ends?|ended|lasts?|lasted|takes place|costs?|left|leaves|retires?|retired|died|passed away|reached|finished|runs|makes|takes|gives|gave|plays|sells|serves|offers|keeps|kept|brings|brought|lives|loves|wants?|works|worked|helps|helped|seats|holds|stays|stops|stopped|drops?|dropped|lands?|landed|ships|shipped|earned|received|broke|completed|graduated|grew|reads|tastes|looks|feels|means|includes|contains|comprises|shows?|showed|says?|gives|means|starts|feels|smells|tastes|saves|beats|accepts|requires|(?:now|still|also|always|never|already|finally|only|just) \p{L}{2,}(?:s|ed)`
const FINITE = new RegExp(
  String.raw`^(?:(?:we|i|you|they|it|he|she|there|this|that|these|those|everyone|nobody|all)(?:['’](?:re|m|ve|ll|d|s)(?:\s|$)|\s(?!(?:for|of|from|in|on|at|the|our|about)\b))|(?!(?:how|why|what|when|where|who)\b)(?:(?!(?:who|which|that|where|because|for)\b)[^\s.!?:;]+\s+){1,9}?(?:${AUXILIARY}|${VERBS})(?![\p{L}’'-]))`,
  'iu',
)

/** Whether an English clause has a subject and its verb. */
export function isFinite(clause: string): boolean {
  const bare = clause
    .replace(/\b(Dr|Mr|Mrs|Ms|St|Prof)\./gu, '$1')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/\s{2,}/gu, ' ')
  return FINITE.test(bare)
}

const PAST: Readonly<Record<string, string>> = {
  winning: 'won',
  dying: 'died',
  getting: 'got',
  receiving: 'received',
  reaching: 'reached',
  finishing: 'finished',
  breaking: 'broke',
  passing: 'passed',
  hitting: 'hit',
  earning: 'earned',
  completing: 'completed',
  beating: 'beat',
  raising: 'raised',
  selling: 'sold',
  surviving: 'survived',
}
const NOW =
  /^(?:opening|closing|moving|joining|leaving|coming|turning|celebrating|hosting|launching|starting|retiring|returning|expanding|hiring|looking|offering|going|running|playing|introducing|organi[sz]ing|holding|giving|teaching|changing|switching|switched|doing|having|taking|adding|extending|reopening|relocating|visiting)$/iu
const GERUND = /^(?<who>(?:(?:my|our|the|we|i|me)\b|\p{Lu})[^,.:;]{0,60}?) (?<verb>\p{L}+ing) (?<rest>.+)$/iu
const RELATIVE =
  /^(?<who>(?:my|our|the|\p{Lu})[^,.:;]{0,60}?),? (?:who|which|that)(?:['’]s| (?<verb>is|are|has|have|was|were|will|can|starts?|joins?|turns?|opens?|won|just \p{L}+|retire[sd]?|died|passed away|left|leaves|comes|runs|makes|turned|joined|started|helped|gave|made|built|founded|taught|plays|played|sings|works|worked|lost|found|got|took|takes)) (?<rest>.+)$/iu
const HOW_IS =
  /^how (?<how>[\p{L} ,]{3,40}?) (?<who>we|i|they|everyone|our \p{L}+|my \p{L}+|the \p{L}+) (?<verb>am|are|is|was|were) (?<rest>.+)$/iu
const OUT =
  /^(?<who>(?:my|our|the|\p{Lu})[^,]{2,60}?),? (?<when>(?:out|available|live|in stores?|back|open|closed) (?:now|on|from|today|tomorrow|next|this|in|since|every|until|till|again|\d).*)$/iu
const HOW_WE =
  /^how (?<who>we|i|our \p{L}+|my \p{L}+) (?<rest>(?:\p{L}+ly )?(?:\p{L}{2,}ed|made|built|won|grew|cut|sold|found|got|went|lost|taught|came|met)\b.+)$/iu

/** What an order is about as a whole sentence, where it holds one: `our band's album out 3 May`, `how we cut our waste`. */
export function toStatement(content: string): string | undefined {
  const how = HOW_WE.exec(content)?.groups
  if (how) return `${how['who'] ?? ''} ${how['rest'] ?? ''}`
  const is = HOW_IS.exec(content)?.groups
  if (is) return `${is['who'] ?? ''} ${is['verb'] ?? ''} ${is['how'] ?? ''} ${is['rest'] ?? ''}`
  if (isFinite(content)) return content
  if (/\b(?:is|are|was|were|will|has|have)\b/iu.test(content) && !/\b(?:who|which|that)\b/iu.test(content))
    return undefined
  const relative = RELATIVE.exec(content)?.groups
  if (relative) return `${relative['who'] ?? ''} ${relative['verb'] ?? 'is'} ${relative['rest'] ?? ''}`
  const out = OUT.exec(content)?.groups
  if (out) return `${out['who'] ?? ''} ${isPlural(out['who'] ?? '') ? 'are' : 'is'} ${out['when'] ?? ''}`
  const gerund = GERUND.exec(content)?.groups
  const verb = gerund?.['verb']?.toLowerCase() ?? ''
  const who = (gerund?.['who'] ?? '').replace(/^me$/iu, 'I')
  // `our opening`, `the winning team`: no verb behind a determiner alone.
  if (
    !gerund ||
    /^(?:my|our|the|a|an)$|^how\b|(?:^|\s)(?:for|of|with|about|on|in|and|after|before|by|from|to|at|while|when|are|is|was|without|than|like|all|every|each)$/iu.test(
      who,
    )
  )
    return undefined
  const past = PAST[verb]
  if (past) return `${who} ${past} ${gerund['rest'] ?? ''}`
  if (!NOW.test(verb) || !GOES_ON.test(gerund['rest'] ?? '')) return undefined
  const be = /^i$/iu.test(who) ? 'am' : isPlural(who) ? 'are' : 'is'
  return `${who} ${be} ${verb} ${gerund['rest'] ?? ''}`
}

// `opening hours`, `running shoes` are things.
const GOES_ON =
  /^(?:in|on|at|to|from|for|after|the|an?|our|my|her|his|its|their|this|next|up|out|off|with|back|into|new|soon|today|tomorrow|over|across|\d|two|three|four|five|six|seven|eight|nine|ten|\p{Lu})/u

function isPlural(who: string): boolean {
  const words = who.replace(/["'“”‘’].*$/u, '').trim()
  return (
    /^(?:we|they|you)$|\band\b/iu.test(words) ||
    /[^s’']s$/iu.test(words.split(/\s(?:of|in|for|from|with|at)\s/u)[0] ?? '')
  )
}

/** Behind a comma where a new subject has its verb, or an order to readers begins, a sentence begins. */
const RUN_ON =
  /,\s+(?:and\s+)?(?=(?:it|we|i|he|she|they|all \p{L}+|everyone|everything|there|our \p{L}+|my \p{L}+|the \p{L}+|you|\p{Ll}+s(?= (?:are|were|will|have)\b)|(?:tickets|entry|admission|parking|delivery|registration)(?= (?:is|are|was)\b))(?:['’](?:s|re|ve|ll|m|d))?\s+(?:(?:will|has|have|is|are|was|were|can|starts?|comes?|loves?|lasted|opens?|reopens?|turns?|need|sells?|got|won|made|moved|work|works|offer|had|take|never|only|also|still|always|do|did|don['’]t)\b))|,\s+(?:and\s+)?(?=(?:it|we|he|she|they|there|i)['’](?:s|re|ve|ll|m|d)\s)/giu

/** Parts a line of several thoughts: `We hired Anna, she comes from Figma`. */
export function splitRunOns(text: string): string {
  if (/["“”«»]/u.test(text)) return text
  const parts = text.split(RUN_ON)
  // `If it rains, we are inside` is one thought.
  if (
    parts.length === 1 ||
    /^(?:if|when|while|as|since|because|once|after|before|although|though|unless|until)\b/iu.test(parts[0] ?? '')
  )
    return text
  return parts.map((part, index) => (index === 0 ? part : capitalizeFirst(part))).join('. ')
}
