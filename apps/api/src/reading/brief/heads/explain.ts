import { capitalizeFirst } from '../../text/casing.ts'
import { withoutAudience } from './to-readers.ts'

const BEYOND = /^(?<word>what|how) (?<what>.+?) (?<be>is|are|works?|means?|do|does)(?![’'\p{L}])(?<rest>[^,.;]*)$/iu

/**
 * What a thing is, nobody wrote down: the question is all there is. Undefined where the sender explains something of their own,
 * or says it.
 */
export function explain(
  content: string,
): { readonly text: string; readonly isStatement: true; readonly isBeyond: true } | undefined {
  const found = BEYOND.exec(withoutExplaining(content))?.groups
  if (!found || /^(?:we|i|our|my)\b/iu.test(found['what'] ?? '')) return undefined
  const { word = '', what = '', be = '', rest = '' } = found
  const asked = /^(?:work|mean)/iu.test(be)
    ? `${capitalizeFirst(word)} ${be.endsWith('s') ? 'does' : 'do'} ${what} ${be.replace(/s$/u, '')}${rest}?`
    : `${capitalizeFirst(word)} ${be} ${what}${rest}?`
  return { text: asked, isStatement: true, isBeyond: true }
}

/** What is to be explained, without to whom and how: `to beginners, in plain words, what ...`. */
export function withoutExplaining(content: string): string {
  return withoutAudience(content.replace(/^to (?=\p{L})/iu, ''))
    .replace(/^in (?:plain|simple|easy) (?:words|terms|english|language),? /iu, '')
    .replace(/^that\s+/iu, '')
}
