import { APIConnectionError } from '../errors/connection-errors.ts'
import { PowerPostError } from '../errors/powerpost-error.ts'
import type { Answer } from './api-promise.ts'

/** Reads an answer to its end. One that was cut short is a lost connection; one that is no JSON is not PowerPost's. */
export async function readResponse<Data>(response: Response): Promise<Answer<Data>> {
  const text = await response.text()
  const requestId = response.headers.get('x-request-id') ?? undefined
  if (!/\bjson\b/i.test(response.headers.get('content-type') ?? '')) {
    throw new PowerPostError({
      code: 'UNEXPECTED_ANSWER',
      message: `${response.url} answered something that is not JSON: is \`baseUrl\` a PowerPost server?`,
      status: response.status,
      requestId,
    })
  }
  try {
    return { data: JSON.parse(text) as Data, response, requestId }
  } catch (cause) {
    throw new APIConnectionError('The answer was cut short.', cause)
  }
}
