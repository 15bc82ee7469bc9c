import type { WritingRules } from '#reading/rules/writing-rules.ts'
import { splitSentences } from '#reading/text/sentences.ts'
import { countEmoji } from './marks.ts'
import { measure } from './size.ts'
import type { UnmetRule } from './unmet-rule.ts'

/** Lays words out as a rule wants: a line for each sentence, or all in one paragraph. */
export function layOut(body: string, layout: WritingRules['layout']): string {
  if (layout === 'paragraph') return body.replace(/\s*\n\s*/gu, ' ')
  if (layout !== 'lines') return body
  return body
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [line] : splitSentences(line, 'und').map((sentence) => sentence.trim())))
    .join('\n')
}

const QUESTION = /[?？؟]["'”’»)]*$/u

/** The rules of form that a caption does not keep and that code cannot make it keep, of its words without hashtags. */
export function findUnmetForm(body: string, text: string, rules: WritingRules): UnmetRule[] {
  const { beginsWith, endsWith, minLength, emojiCount, bannedSigns = [], layout } = rules
  const sentences = body.split('\n').flatMap((line) => splitSentences(line, 'und'))
  const first = sentences.find((sentence) => sentence.trim() !== '')?.trim() ?? ''
  const last = sentences.findLast((sentence) => /[\p{L}\p{N}?？؟]/u.test(sentence))?.trim() ?? ''
  const left = bannedSigns.filter((sign) => body.includes(sign))
  const unmet = (rule: keyof WritingRules, isBroken: boolean, message: string) => (isBroken ? [{ rule, message }] : [])
  return [
    ...unmet('endsWith', endsWith === 'question' && !QUESTION.test(last), 'It must end with a question.'),
    ...unmet('beginsWith', beginsWith === 'question' && !QUESTION.test(first), 'It must begin with a question.'),
    ...unmet(
      'beginsWith',
      beginsWith === 'emoji' && !/^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})/u.test(text.trim()),
      'It must begin with an emoji.',
    ),
    ...unmet(
      'minLength',
      minLength !== undefined && measure(body, minLength.unit) < minLength.min,
      `It must have at least ${minLength?.min} ${minLength?.unit}.`,
    ),
    ...unmet(
      'emojiCount',
      countEmoji(text) < (emojiCount?.min ?? 0),
      `It must have at least ${emojiCount?.min} emoji.`,
    ),
    ...unmet('bannedSigns', left.length > 0, `It must not have the signs ${left.join(' ')}.`),
    ...unmet(
      'layout',
      layout === 'list' && body.split('\n').filter((line) => /^\s*(?:[-•–*✓✔▪]|\d+[.)])\s/u.test(line)).length < 2,
      'It must be a list.',
    ),
  ]
}
