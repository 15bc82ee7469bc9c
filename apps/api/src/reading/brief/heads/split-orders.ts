import type { Language } from '../../language/stop-words.ts'
import type { BriefPatterns } from '../patterns.ts'
import { readHead } from './read-head.ts'

const SEAM =
  /(?:\s*[,;](?=\s)|\s+[–—-](?=\s)|\s*[:：](?=\s))\s*(?:(?:and|but|so|und|aber|et|y|e|i|en|и|та)\s+)?|\s+(?:and|but|so|und|aber|et|mais|y|e|maar|en)\s+/giu
const VERB_LAST: ReadonlySet<Language> = new Set(['tr', 'ko', 'ja', 'hi'])
const STOPS: Readonly<Partial<Record<Language, string>>> = { ja: '。', hi: '।' }
const LEAST = 8

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
  if (readHead(sentence, language)) return [sentence]
  if (language === 'zh') return splitChinese(sentence)
  for (const { index, 0: seam } of sentence.matchAll(SEAM)) {
    const before = sentence.slice(0, index)
    const after = sentence.slice(index + seam.length)
    if (after.length < LEAST || before.length < LEAST || isQuoted(before)) continue
    const head = readHead(before, language)
    if (head?.isSure && head.content === '') return [`${before}.`, after]
    if (head !== undefined) continue
    const follows = readHead(after, language)
    if (follows?.isSure && follows.isPiece) return [before.length < LEAST ? '' : `${before}.`, after].filter(Boolean)
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
