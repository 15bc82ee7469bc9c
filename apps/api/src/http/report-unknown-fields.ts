import type { Around } from '#shared/router.ts'
import { operationOf } from '#shared/router.ts'
import { addWarnings, findUnknownFields, refuseInStrict } from '#shared/unknown-fields.ts'

/**
 * Names the fields of a JSON body that its operation does not know, in the `warnings` of the response. Around the handler: what is
 * stored of a response, under an `Idempotency-Key` or in the audit log, has none of it, and each request is answered by its own fields.
 */
export const reportUnknownFields: Around = async ({ req, res, body }, answer) => {
  const { scope, multipartSchema } = operationOf(req)
  // A page reads its own form, an upload its own stream.
  if (scope === null || multipartSchema || req.method === 'GET') return answer()
  const unknown = findUnknownFields(req.body, body)
  refuseInStrict(unknown, { req, res })
  const answered = await answer()
  return typeof answered.body === 'object' && answered.body !== null
    ? { ...answered, body: addWarnings(answered.body, unknown) }
    : answered
}
