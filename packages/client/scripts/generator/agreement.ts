import { HEADER } from './header.ts'
import type { Method } from './methods.ts'

/** A file that compiles as long as the client's types are those of the contract. */
export function renderAgreement(methods: readonly Method[]): string {
  const checks = methods.flatMap(({ route, answer, body, query, fileField, endEvents }) => {
    const key = `Contract${route.key.map((part) => `['${part}']`).join('')}`
    return [
      renderCheck(
        answer,
        `z.output<${key}${endEvents ? "['metadata']['otherAnswers'][200]['schema']" : "['responses'][200]"}>`,
      ),
      // Of a multipart body the contract's route has no schema.
      ...(body && fileField === undefined ? [renderCheck(body.type, `z.input<${key}['body']>`)] : []),
      ...(query ? [renderCheck(query.type, `z.input<${key}['query']>`)] : []),
    ]
  })
  const events = renderCheck('WebhookEvent', 'z.output<typeof webhookEventSchema>')
  return `${HEADER}import type { webhookEventSchema } from '@powerpost/contract'
import type { contract } from '@powerpost/contract/routes'
import type { z } from 'zod'
import type * as client from '../../src/generated/types.ts'
import type { Assert, Same } from '../harness/same.ts'

type Contract = typeof contract

/** Does not compile when the contract has changed and the client was not generated again. */
export type Agreement = [
${checks.join('')}${events}]
`
}

function renderCheck(type: string, contractType: string): string {
  return `  Assert<Same<client.${type}, ${contractType}>>,\n`
}
