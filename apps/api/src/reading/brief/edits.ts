import type { WritingRules } from '../rules/writing-rules.ts'

/** An order to change a text that stands behind it. */
export interface Edit {
  readonly order: string
  readonly text: string
  /** What of it code can do. */
  readonly rules: WritingRules
  /** Whether it is done so. */
  readonly isDone: boolean
}

const POLITE = String.raw`(?:please|pls|plz|hi|hey|hello|can you|could you|can u|would you|i need you to|bitte|kannst du|könntest du|s['’]il te plaît|peux-tu|por favor|puedes|podrías|pode|per favore|puoi|kun je|wil je)`
const VERBS = String.raw`(?:re-?write|re-?word|re-?phrase|paraphrase|shorten|condense|summari[sz]e|trim|cut down|fix|improve|polish|correct|proof-?read|translate|edit|clean up|tidy up|spell-?check|use|take|turn|make|post|überarbeite\p{L}*|kürze?|verbesser\p{L}*|korrigier\p{L}*|übersetz\p{L}*|formulier\p{L}* (?:um)?|schreib\p{L}* (?=.*\bum\b)|nimm|réécris|reformule\p{L}*|raccourcis|corrige\p{L}*|améliore\p{L}*|traduis|utilise\p{L}*|reescrib\p{L}+|reformula|acorta|corrige|mejora|traduce|usa|reescrev\p{L}+|encurt\p{L}+|corrij\p{L}+|melhor\p{L}+|traduz\p{L}*|use|riscrivi|accorcia|correggi|migliora|traduci|herschrijf|verkort|verbeter|vertaal|corrigeer|gebruik|przeredaguj|skróć|popraw|przetłumacz|перепиши|сократи|исправь|улучши|переведи|скороти|виправ|перепиши)`
const THIS = String.raw`(?:this|it|that|these|the (?:following|text|below|post|caption)|my (?:text|notes|draft|post|caption)|below|das|dies\p{L}*|den (?:text|folgenden)|folgende\p{L}*|mein\p{L}* text|ce|cet|cette|le texte|ceci|este|esto|el texto|o texto|isto|isso|il testo|questo|de(?:ze)? tekst|dit|ten|to|tekst|этот|это|текст|цей|це)`
const EDIT = new RegExp(
  String.raw`^(?<order>(?:${POLITE}[\s,]+)*${VERBS}\s+(?:\p{L}+\s+){0,1}?${THIS}(?!\p{L})[^:\n"“„«]{0,90}?)\s*(?:[:：?]\s*|\n+)(?<text>.+)$`,
  'isu',
)
const SHORTENS =
  /shorten|condense|summari[sz]e|trim|cut down|shorter|kürz|raccourci|plus court|acorta|más cort|encurt|mais curt|accorcia|più brev|verkort|korter|skróć|сократи|короче|скороти/iu

/** A text that is to be changed, apart from the order to do so; undefined where there is no such order. */
export function readEdit(prompt: string): Edit | undefined {
  const { order, text } = EDIT.exec(prompt)?.groups ?? {}
  if (order === undefined || text === undefined || !/\p{L}{2}/u.test(text)) return undefined
  const quoted = /^["“„«](?<words>[^"“”„«»]+)["”“»](?<rest>.*)$/su.exec(text)?.groups
  const words = quoted?.['words'] ?? ''
  const spoken = quoted ? `${words}${/[.!?…]$/u.test(words) ? '' : '.'}${quoted['rest'] ?? ''}` : text
  const plain = asList(text) ?? spoken
  const isShort = SHORTENS.test(order)
  const isOnlyUse =
    /^(?:\p{L}+[\s,]+)*?(?:use|take|post|nimm|utilise\p{L}*|usa|gebruik)\s/iu.test(order) &&
    order.split(/\s+/u).length <= 8 &&
    !/[,;]| and /iu.test(order)
  return { order, text: plain.trim(), rules: isShort ? { length: 'short' } : {}, isDone: isShort || isOnlyUse }
}

/** Notes in one line, `- a - b - c`, as lines; undefined where they are none. */
function asList(text: string): string | undefined {
  const items = text.replace(/^[-–—•*]\s+/u, '').split(/\s+[-–—•*]\s+/u)
  const isList = items.length >= 3 && /^[-–—•*]\s/u.test(text)
  return isList ? items.map((item) => `- ${item.replace(/[.;]$/u, '')}`).join('\n') : undefined
}
