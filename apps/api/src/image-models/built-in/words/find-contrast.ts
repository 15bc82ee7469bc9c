import { capitalizeFirst } from '#reading/text/casing.ts'

/** Two states set against each other, each with the caller's own label. */
export interface Contrast {
  readonly sides: readonly [ContrastSide, ContrastSide]
  /** What stands before them. */
  readonly title?: string
}

export interface ContrastSide {
  readonly label: string
  readonly text: string
}

// Labels that come in pairs, as people write them before a colon.
const PAIRS: readonly (readonly [string, string])[] = [
  ['before', 'after|now'],
  ['then', 'now'],
  ['myth', 'facts?|truth|reality'],
  ['old', 'new'],
  ['without(?: us)?', 'with(?: us)?'],
  ['yesterday', 'today'],
  ['expectation', 'reality'],
  ["do(?:['’]s)?", "don['’]?ts?|do not"],
  ['pros', 'cons'],
  ['problem', 'solution'],
  ['vorher', 'nachher|jetzt'],
  ['früher', 'heute|jetzt'],
  ['avant', 'après|maintenant'],
  ['antes', 'después|depois|ahora|agora'],
  ['prima', 'dopo|adesso|ora'],
  ['voor(?:heen)?', 'na|nu'],
  ['przed(?:tem)?', 'po(?:tem)?|teraz'],
  ['före', 'efter'],
  ['før', 'etter|efter|nå|nu'],
  ['до|было|раньше', 'после|стало|теперь|сейчас'],
  ['було|до', 'стало|після'],
  ['πριν', 'μετά|τώρα'],
  ['önce(?:si)?', 'sonra(?:sı)?'],
  ['sebelum(?:nya)?', 'sesudah(?:nya)?|setelah|sekarang'],
  ['trước(?: đây)?', 'sau|bây giờ'],
  ['before|以前|使用前|前|ビフォー', 'after|今|現在|使用後|後|アフター'],
  ['之前|以前|过去|過去', '之后|之後|现在|現在'],
  ['이전|전|예전', '이후|후|지금'],
  ['قبل|سابقًا', 'بعد|الآن'],
  ['לפני', 'אחרי|עכשיו'],
  ['पहले', 'बाद में|अब'],
  ['ก่อน', 'หลัง|ตอนนี้'],
]
const COLON = String.raw`\s*[:：]\s*`
const LONGEST_SIDE = 110

const PATTERNS = PAIRS.map(
  ([one, other]) =>
    new RegExp(
      String.raw`^(?:(?<title>[^\n]{3,80}?)[.:!\n]\s*)??(?<!\p{L})(?<first>${one})${COLON}(?<was>.{1,${LONGEST_SIDE}}?)[\s.;,。|/–—-]*(?<!\p{L})(?<second>${other})${COLON}(?<is>.{1,${LONGEST_SIDE}})$`,
      'isu',
    ),
)

/** Reads a before and after, a myth and its fact: two labelled halves. */
export function findContrast(text: string): Contrast | undefined {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text.trim())?.groups
    if (!found) continue
    const { title, first = '', was = '', second = '', is = '' } = found
    const side = (label: string, said: string) => ({ label: label.trim(), text: capitalizeFirst(bare(said)) })
    const sides = [side(first, was), side(second, is)] as const
    if (sides.some((one) => !/[\p{L}\p{N}]/u.test(one.text) || /\n.*\n/su.test(one.text))) continue
    return { sides, ...(title === undefined ? {} : { title: bare(title) }) }
  }
  return undefined
}

function bare(text: string): string {
  return text
    .replace(/\s*\n\s*/gu, ' ')
    .trim()
    .replace(/[.。;,]$/u, '')
}
