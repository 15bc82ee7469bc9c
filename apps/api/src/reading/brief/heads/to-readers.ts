import { capitalizeFirst } from '../../text/casing.ts'
import { headLexicon } from './lexicon.ts'

/** What readers are asked to do: `their` is theirs. */
export function toYou(content: string): string {
  return content
    .replace(/,? and that (?=\p{L})/giu, ', and ')
    .replace(/\btheirs\b/giu, 'yours')
    .replace(/\btheir\b/giu, 'your')
    .replace(/\bthemselves\b/giu, 'yourself')
    .replace(/\b(?:they are|they['’]re)\b/giu, "you're")
    .replace(/\bthey\b/giu, 'you')
}

const SOME_PEOPLE = /^(?:(?:all|our|the|my) )?(?:\p{L}+ )?\p{L}{3,}s(?= (?:that|to|about|not to)\b)/iu

/** What an order says behind the readers it names: `all our customers that ...`. */
export function withoutAudience(content: string): string {
  const audience = headLexicon('en')?.audience
  if (audience === undefined) return content
  audience.lastIndex = 0
  const found = audience.exec(content)?.[0] ?? SOME_PEOPLE.exec(content)?.[0] ?? ''
  return content
    .slice(found.length)
    .trim()
    .replace(/^[:,]\s*/u, '')
}

/** `which topic they want next`, `if they like it` as a question to readers. */
export function toQuestion(asked: string): string | undefined {
  const bare = asked.replace(/[.?!]+$/u, '')
  const {
    word,
    what = '',
    does,
  } = /^(?<word>which|what|how|where|when|who|why)(?<what>(?: (?!they\b)\p{L}+){0,4}?) (?:they|people|everyone|readers|you)(?: would|['’]d)? (?<does>.+)$/iu.exec(
    bare,
  )?.groups ?? {}
  if (word !== undefined && does !== undefined) {
    if (/^are\b/iu.test(does)) return `${capitalizeFirst(word)}${what} are you${toYou(does.slice(3))}?`
    return `${capitalizeFirst(word)}${what} ${/(?: would|['’]d) /u.test(bare) ? 'would' : 'do'} you ${toYou(does)}?`
  }
  const whether = /^(?:if|whether) (?:they|people|anyone|you) (?<does>.+)$/iu.exec(bare)?.groups?.['does']
  if (whether !== undefined)
    return /^(?:would|can|have|are)\b/iu.test(whether)
      ? `${capitalizeFirst(whether.replace(/^(\p{L}+) ?(.*)$/u, '$1 you $2').trim())}?`
      : `Do you ${toYou(whether)}?`
  return /^(?:who|what|which)(?:['’]s)? (?:is|are|was|will|wants|comes|knows)?\b/iu.test(bare) &&
    /^(?:who|what|which)/iu.test(bare)
    ? `${capitalizeFirst(toYou(bare))}?`
    : undefined
}
