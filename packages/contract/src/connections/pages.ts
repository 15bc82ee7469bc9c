import { z } from 'zod'
import type { OtherAnswer } from '../common/operation.ts'

const page = z.string().meta({ description: 'An HTML page.' })

/** A field of a page that people open. Whatever else stands there is read as nothing: a person gets a page, not an error of a field. */
function lenient(max: number, description: string) {
  return z.string().max(max).optional().catch(undefined).meta({ description })
}

/** What a platform sends a person back with. */
export const completeConnectionQuerySchema = z.object({
  state: lenient(500, 'The `state` that `authorize_url` passed to the platform.'),
  code: lenient(4096, 'The authorization code: the person agreed.'),
  error: lenient(4096, 'Why there is no `code`, e.g. `access_denied`.'),
})

export const sandboxSignInQuerySchema = z.object({ state: lenient(500, 'The `state` of the link.') })

export const sandboxSignInFormSchema = z.object({
  state: lenient(500, 'The `state` of the link.'),
  answer: lenient(10, '`allow` or `deny`.'),
})

export const chooseAccountsPageQuerySchema = z.object({ token: lenient(100, 'The token of the link.') })

export const chooseAccountsFormSchema = z.object({
  token: lenient(100, 'The token of the page.'),
  choice_ids: z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.string().max(100)).max(1000))
    .optional()
    .catch(undefined)
    .meta({ description: 'The accounts that are chosen, one field each.' }),
})

/** An answer that is a page. */
export function htmlPage(description: string): OtherAnswer {
  return { description, contentTypes: ['text/html'], schema: page }
}

export const redirect: OtherAnswer = {
  description: 'The browser goes on to another page.',
  headers: { Location: 'Where it goes: another page of this server, or the `return_url`.' },
}
