import { describe, expect, it } from 'vitest'
import { errorBodySchema, errorCodesOf, errorResponses, publicErrorResponses } from './envelope.ts'
import { ERROR_CODES, ERRORS } from './table.ts'

describe('the error answers of an operation', () => {
  it('hold what every operation can answer', () => {
    expect(Object.keys(errorResponses()).map(Number)).toEqual([401, 403, 429, 500, 503])
  })

  it('hold the statuses of the codes it names besides', () => {
    expect(Object.keys(errorResponses('NOT_FOUND', 'FILE_TOO_LARGE', 'PAYLOAD_TOO_LARGE')).map(Number)).toEqual([
      401, 403, 404, 413, 429, 500, 503,
    ])
  })

  it('of a public operation know of no key', () => {
    expect(Object.keys(publicErrorResponses('NOT_FOUND')).map(Number)).toEqual([404, 429, 500, 503])
  })

  it('have no code that the operation does not name', () => {
    const responses = errorResponses('FILE_TOO_LARGE', 'FORBIDDEN')
    expect(errorCodesOf(responses[403])).toEqual(['FORBIDDEN', 'INSUFFICIENT_SCOPE'])
    expect(errorCodesOf(responses[413])).toEqual(['FILE_TOO_LARGE'])
    expect(responses[413].safeParse(bodyOf('FILE_TOO_LARGE')).success).toBe(true)
    expect(responses[413].safeParse(bodyOf('PAYLOAD_TOO_LARGE')).success).toBe(false)
  })
})

describe('the error table', () => {
  it.each(ERROR_CODES)('%s has an error status, a title and a fix', (code) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
    expect(ERRORS[code].status).toBeGreaterThanOrEqual(400)
    expect(ERRORS[code].title).toMatch(/[^.]$/)
    expect(ERRORS[code].hint).toMatch(/\.$/)
  })

  it('says retryable of faults and of what passes by itself, not of refusals', () => {
    const passing = ['IDEMPOTENCY_IN_PROGRESS', 'RATE_LIMIT_EXCEEDED']
    for (const code of ERROR_CODES) {
      expect(ERRORS[code].retryable, code).toBe(ERRORS[code].status >= 500 || passing.includes(code))
    }
  })

  it('codes are all that an error body can hold', () => {
    expect(errorBodySchema.safeParse(bodyOf('NO_SUCH_CODE')).success).toBe(false)
    expect(errorBodySchema.safeParse(bodyOf('NOT_FOUND')).success).toBe(true)
    expect(errorCodesOf(errorBodySchema)).toEqual(ERROR_CODES)
  })
})

function bodyOf(code: string) {
  return { error: { message: 'No', code, request_id: 'r', doc_url: 'http://localhost:3000/docs/errors' } }
}
