import type { Extras } from '#models/port.ts'
import { z } from 'zod'
import type { AnswerKey } from './answer-keys.ts'

/** Of what a model says that it did not do: so many sentences, and so much of each. */
const MOST_NOT_DONE = 5
const LONGEST_NOT_DONE = 300

/** More is no description of a picture, no comment and no part of a thread. In UTF-16 units. */
const LONGEST = { alt_text: 1000, first_comment: 2200, thread: 1000 } as const

const textSchema = z.string().transform(clean)

const textsSchema = z.union([z.array(textSchema), textSchema.transform((text) => [text])])

/** What an answer says besides its captions; what is not in the form that was asked for is as good as absent. */
export function readExtra(key: AnswerKey, value: unknown): Partial<Extras> {
  if (key === 'first_comment') {
    const comment = textSchema.safeParse(value).data
    return comment && comment.length <= LONGEST.first_comment ? { firstComment: comment } : {}
  }
  if (key !== 'alt_text' && key !== 'thread') return {}
  const texts = textsSchema.safeParse(value).data ?? []
  if (texts.length === 0 || texts.some((text) => text === '' || text.length > LONGEST[key])) return {}
  return key === 'thread' ? { thread: texts } : { altTexts: texts }
}

/** What a model says it could not do, as sentences for the caller. */
export function readNotDone(value: unknown): string[] {
  const said = textsSchema.safeParse(value).data ?? []
  return said
    .filter((text) => /\p{L}/u.test(text))
    .slice(0, MOST_NOT_DONE)
    .map((text) => {
      const line = text.replace(/\s+/gu, ' ')
      return line.length > LONGEST_NOT_DONE ? `${line.slice(0, LONGEST_NOT_DONE - 1).toWellFormed()}…` : line
    })
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/gu, '')
    .trim()
}
