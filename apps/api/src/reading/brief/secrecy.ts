import type { Language } from '../language/stop-words.ts'
import { bareOf, signsOf } from './writer-signs.ts'

/** Words that point at what was said. */
const ITSELF = String.raw`(?:it|this|that|them|das|dies|es|ihn|cela|ça|lo|la|isso|esto|eso|dit|dat|het|to|tego|это|об этом|це|про це|bunu|nó|này|điều này|ini|itu|这(?:个|件事)?|此事|これ|このこと|이거|이건|इसे|यह|هذا|ذلك|זה)`
const POINTS = new RegExp(
  String.raw`(?<![\p{L}\p{M}])${ITSELF}(?![\p{L}\p{M}])[\s,]*(?:\p{L}+[\s,]+){0,3}(?:secret|quiet|private|confidential|under wraps|to yourself|geheim|vertraulich|für dich|secreto|secret\p{L}*|segredo|segreto|секрет\p{L}*|тайн\p{L}+|gizli|bí mật|rahasia)|(?:mention|reveal|say|tell(?: \p{L}+)?|share|publish|announce|leak|verraten?|verrate?|erwähne?n?|erzähle?n?|sag|dis|dire|digas|contes|cuentes|diga|dire|dirlo|zeg|vertel|verklap|mów|zdradzaj|говори|сообщай|рассказывай|söyleme|anlatma|bilang)\s+(?:\p{L}+\s+){0,2}?${ITSELF}(?=\s*(?:$|[.,!?;)]|(?:until|till|yet|before|to|on|please|pls|for|anywhere|publicly|bitte|noch|bis|avant|antes|hasta|prima|fino|voor|tot|przed|до|пока)(?!\p{L})))`,
  'iu',
)

/** Whether a sentence says something and, in the same breath, that it is a secret: `Marco leaves, but keep it quiet`. */
export function speaksOfWhatWasSaid(sentence: string, language: Language): boolean {
  const { secrecy, seam } = signsOf(language)
  const clauses = sentence.split(seam).filter(Boolean)
  return clauses.slice(1).some((clause) => pointsBack(clause, secrecy))
}

/** Whether a sentence says of the one before that it is a secret: `Keep this to yourself until Friday.` */
export function keepsWhatWasSaid(sentence: string, language: Language): boolean {
  const { secrecy } = signsOf(language)
  const bare = bareOf(sentence)
  const isShort = bare.split(/\s+/u).length <= MOST_OF_A_POINTER
  return isShort && withoutSecrecy(bare, language) === '' && pointsBack(bare, secrecy)
}

const MOST_OF_A_POINTER = 10

function pointsBack(clause: string, secrecy: RegExp): boolean {
  const at = secrecy.exec(clause)?.index
  return at !== undefined && POINTS.test(clause.slice(at))
}

/** A sentence without the words that keep it secret. */
export function withoutSecrecy(sentence: string, language: Language): string {
  const { secrecy, seam } = signsOf(language)
  return sentence
    .split(seam)
    .filter((clause) => clause !== '' && !secrecy.test(clause))
    .join(' ')
}
