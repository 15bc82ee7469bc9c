import { z } from 'zod'
import { ERROR_CODES, ERRORS } from './table.ts'
import type { ErrorCode, JobErrorCode } from './table.ts'

export const errorDetailSchema = z
  .object({
    path: z.string().meta({ description: 'The path of the field, as in code.', examples: ['post_types[1]', 'prompt'] }),
    message: z
      .string()
      .meta({ description: 'What is wrong with the field.', examples: ['must have at least 3 characters'] }),
  })
  .meta({ id: 'ErrorDetail', description: 'What is wrong with one field of a request.' })

export type ErrorDetail = z.output<typeof errorDetailSchema>

/** The body of an answer that is not 200 and that has one of these codes. */
function errorBodyOf(codes: readonly ErrorCode[]) {
  return z.object({
    error: z.object({
      message: z.string().meta({ description: 'What went wrong, as text.' }),
      code: z.enum(codes).meta({ description: 'What went wrong, as a code.' }),
      details: z
        .array(errorDetailSchema)
        .optional()
        .meta({ description: 'With VALIDATION_ERROR and POST_NOT_PUBLISHABLE: every field that is wrong.' }),
      retryAfter: z
        .int()
        .positive()
        .optional()
        .meta({ description: 'With RATE_LIMIT_EXCEEDED: the seconds to wait before trying again.' }),
      request_id: z
        .string()
        .meta({ description: 'The same as the `X-Request-Id` header. Include it in a bug report.' }),
      doc_url: z.url().meta({ description: 'A page of this server that explains the error.' }),
    }),
  })
}

/** The body of every answer that is not 200. */
export const errorBodySchema = errorBodyOf(ERROR_CODES).meta({
  id: 'ErrorBody',
  description: 'The body of every response that is not 200.',
})

export type ErrorBody = z.output<typeof errorBodySchema>

/** Why a job that can end with these codes ended `failed`. */
export function jobErrorOf<const Codes extends readonly JobErrorCode[]>(codes: Codes) {
  return z.object({
    code: z.enum(codes).meta({ description: 'Why it failed, as a code.' }),
    message: z.string().meta({ description: 'Why it failed, as text.' }),
  })
}

/** Why a generation, or a rewriting of its captions, ended `failed`. */
export const jobErrorSchema = jobErrorOf(['GENERATION_FAILED']).meta({
  id: 'JobError',
  description: 'Why it failed. The credits were refunded.',
})

/**
 * The responses of an operation for the errors it can give, for a ts-rest route: by status, a body that has no other code
 * than the ones given here and those that every operation can give.
 */
export function errorResponses<const Codes extends readonly ErrorCode[]>(...codes: Codes) {
  return toResponses([...ALWAYS, ...codes]) as ErrorResponses<Codes[number] | Always>
}

/** The same for a public operation: it is called without a key, so no scope can be missing. It is limited per address. */
export function publicErrorResponses<const Codes extends readonly ErrorCode[]>(...codes: Codes) {
  return toResponses([...ALWAYS_IN_PUBLIC, ...codes]) as ErrorResponses<Codes[number] | AlwaysInPublic>
}

type ErrorResponses<Codes extends ErrorCode> = Record<(typeof ERRORS)[Codes]['status'], typeof errorBodySchema>

function toResponses(codes: readonly ErrorCode[]) {
  const possible = [...new Set(codes)]
  const statuses = new Set(possible.map((code) => ERRORS[code].status))
  return Object.fromEntries(
    [...statuses].map((status) => [status, errorBodyOf(possible.filter((code) => ERRORS[code].status === status))]),
  )
}

/** The codes that an error answer of an operation can have, in the order of the error table. */
export function errorCodesOf(body: typeof errorBodySchema): ErrorCode[] {
  const codes: readonly ErrorCode[] = body.shape.error.shape.code.options
  return ERROR_CODES.filter((code) => codes.includes(code))
}

/** The errors of a request with a JSON body. */
export const JSON_BODY_ERRORS = ['VALIDATION_ERROR', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const

/** The errors of a POST: its `Idempotency-Key` may be another request's. */
export const IDEMPOTENCY_ERRORS = ['IDEMPOTENCY_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED'] as const

const ALWAYS_IN_PUBLIC = ['RATE_LIMIT_EXCEEDED', 'INTERNAL_ERROR', 'UNAVAILABLE'] as const
type AlwaysInPublic = (typeof ALWAYS_IN_PUBLIC)[number]

const ALWAYS = ['INVALID_API_KEY', 'INSUFFICIENT_SCOPE', ...ALWAYS_IN_PUBLIC] as const
type Always = (typeof ALWAYS)[number]
