import { APIConnectionError } from '../errors/connection-errors.ts'
import { PowerPostError } from '../errors/powerpost-error.ts'
import type { Answer } from './api-promise.ts'

/**
 * Reads an answer to its end. One that was cut short is a lost connection; one that is no JSON is not PowerPost's.
 *
 * @param once the field that only the first answer has: without it, this one is the answer to a retry.
 */
export async function readResponse<Data>(response: Response, once?: string): Promise<Answer<Data>> {
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
  const data = parse<Data>(text)
  if (once !== undefined && !(once in Object(data))) {
    throw new PowerPostError({
      code: 'SECRET_LOST',
      message: `The answer with the \`${once}\` was lost, and it is shown only once: replace ${String(Object.values(Object(data))[0])}.`,
      status: response.status,
      requestId,
    })
  }
  return { data, response, requestId }
}

function parse<Data>(text: string): Data {
  try {
    return JSON.parse(text) as Data
  } catch (cause) {
    throw new APIConnectionError('The answer was cut short.', cause)
  }
}
