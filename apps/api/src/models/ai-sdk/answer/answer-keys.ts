import type { Extra } from '#models/port.ts'
import type { Platform } from '@powerpost/contract'
import { z } from 'zod'
import { captionExample, captionSchema } from './to-caption.ts'

export type { Extra }

/** What an answer holds: captions by platform, what was asked for besides them, and what could not be done. */
export type AnswerKey = Platform | Extra | typeof NOT_DONE

export const NOT_DONE = 'not_done'

const EXTRA_FORMS: Record<Extra, { readonly schema: z.ZodType; readonly example: string }> = {
  alt_text: { schema: z.array(z.string()), example: '["…"]' },
  first_comment: { schema: z.string(), example: '"…"' },
  thread: { schema: z.array(z.string()), example: '["…", "…"]' },
}

/**
 * The schema that an answer is asked for in. Everything in it is required, and nothing else is said.
 *
 * @param extras absent: captions alone, as in a repair
 */
export function answerSchema(platforms: readonly Platform[], extras?: readonly Extra[]): z.ZodType {
  const captions = platforms.map((platform) => [platform, captionSchema(platform)] as const)
  const more = (extras ?? []).map((extra) => [extra, EXTRA_FORMS[extra].schema] as const)
  return z.strictObject({
    ...Object.fromEntries([...captions, ...more]),
    ...(extras && { [NOT_DONE]: z.array(z.string()) }),
  })
}

/** The same in words, for servers that know no schema. */
export function describeAnswer(platforms: readonly Platform[], extras?: readonly Extra[]): string {
  const captions = platforms.map((platform) => `"${platform}": ${captionExample(platform)}`)
  const more = (extras ?? []).map((extra) => `"${extra}": ${EXTRA_FORMS[extra].example}`)
  return `{ ${[...captions, ...more, ...(extras ? [`"${NOT_DONE}": []`] : [])].join(', ')} }`
}

/** The keys of an answer, in the order asked for. */
export function answerKeys(platforms: readonly Platform[], extras?: readonly Extra[]): AnswerKey[] {
  return [...platforms, ...(extras ?? []), ...(extras ? [NOT_DONE as typeof NOT_DONE] : [])]
}
