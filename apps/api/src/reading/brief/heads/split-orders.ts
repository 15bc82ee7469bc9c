import type { Language } from '../../language/stop-words.ts'
import type { BriefPatterns } from '../patterns.ts'
import { readHead } from './read-head.ts'

const SEAM =
  /(?:\s*[,;](?=\s)|\s+[–—-](?=\s)|\s*[:：](?=\s))\s*(?:(?:and|but|so|und|aber|et|y|e|en|и|та)\s+)?|\s+(?:and|but|so|und|aber|et|mais|y|e|maar|en)\s+/giu
const VERB_LAST: ReadonlySet<Language> = new Set(['tr', 'ko', 'ja', 'hi'])
const STOPS: Readonly<Partial<Record<Language, string>>> = { ja: '。', hi: '।' }
const LEAST = 8
/** Each is read on both sides to its ends: of hundreds of commas only the first are tried. */
const MOST_SEAMS = 20

/**
 * A sentence that holds an order for a piece next to something else, as its parts: `Max 20 people, write a post so ...`,
 * `write something for insta, we open on Saturday`. One that holds none comes back whole.
 */
export function splitOrders(
  sentence: string,
  language: Language,
  { frameEnds }: Pick<BriefPatterns, 'frameEnds'>,
): string[] {
  // Where the verb comes last, facts may be hung on behind it.
  if (VERB_LAST.has(language)) {
    const { before = '', after = '' } =
      /^(?<before>[^、，,]{6,}?)[、，,]\s*(?<after>.{3,})$/su.exec(sentence)?.groups ?? {}
    const isOrder =
      before !== '' &&
      frameEnds.some((end) => end.test(before)) &&
      !frameEnds.some((end) => end.test(after.replace(/[.。]$/u, '')))
    return isOrder ? [`${before}${STOPS[language] ?? '.'}`, after] : [sentence]
  }
  const asked = splitAsks(sentence, language)
  if (asked) return asked
  if (readHead(sentence, language)) return [sentence]
  if (language === 'zh') return splitChinese(sentence)
  for (const { index, 0: seam } of [...sentence.matchAll(SEAM)].slice(0, MOST_SEAMS)) {
    const before = sentence.slice(0, index)
    const after = sentence.slice(index + seam.length)
    if (after.length < LEAST || before.length < LEAST || isQuoted(before)) continue
    const head = readHead(before, language)
    if (head?.isSure && head.content === '') return [`${before}.`, after]
    if (head !== undefined) continue
    const follows = readHead(after, language)
    if (follows?.isSure && follows.isPiece) return [...(WHEN_ONLY.test(before) ? [] : [`${before}.`]), after]
  }
  return [sentence]
}

function isQuoted(before: string): boolean {
  return (before.match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1
}

const CHINESE =
  /^(?:请|麻烦|帮忙|帮我|帮我们)*(?:(?:给|为|帮)(?<who>[^，。：:写发做来想]{2,14}))?(?:写|发|做|来|创作|生成|想)(?:一?[篇条个则段份])?(?:(?!关于|介绍|宣布|宣传)[^，。：:]){0,8}?(?:文案|帖子|推文|朋友圈|小红书|微博|动态|文章|贴文)[，,：:]\s*(?<after>.{4,})$/su

/** `给我们的咖啡馆写一条文案，…`: for whom it is stays. */
function splitChinese(sentence: string): string[] {
  const { who, after } = CHINESE.exec(sentence)?.groups ?? {}
  if (after === undefined) return [sentence]
  return [...(who === undefined || /^[我咱]们?$/u.test(who) ? [] : [`${who}。`]), after]
}

/** `For tomorrow: a post about ...` */
const WHEN_ONLY =
  /^(?:(?:for|by|on|until|für|pour|para|per|voor) )?(?:today|tomorrow|tonight|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next week|this week|the weekend|need(?:ed)?|wanted|request|heute|morgen|demain|mañana|amanhã|domani|morgen)$/iu
const ASKS: ReadonlySet<string> = new Set([
  'ask',
  'thank',
  'thankbei',
  'remind',
  'invite',
  'warn',
  'sorry',
  'congratulate',
  'request',
])
const AND =
  /(?:[,;]?\s+(?:and|und|et|y|e|en)\s+|,\s+)(?:(?:also|then|bitte|auch|aussi|también|também|anche|ook)\s+)?/giu

/** `Promote our open day, and ask who comes` as two orders. */
function splitAsks(sentence: string, language: Language): string[] | undefined {
  for (const { index, 0: seam } of sentence.matchAll(AND)) {
    const before = sentence.slice(0, index)
    const after = sentence.slice(index + seam.length)
    const head = before.length < LEAST || isQuoted(before) ? undefined : readHead(after, language)
    const isSure = seam.trim() !== ',' || head?.isSure === true || head?.relation === 'thank'
    if (head && isSure && !head.isPiece && ASKS.has(head.relation) && (head.isSure || readHead(before, language)))
      return [`${before}.`, after]
  }
  return undefined
}
