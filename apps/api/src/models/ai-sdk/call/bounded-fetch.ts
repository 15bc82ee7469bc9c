import { AnswerTooLargeError, WebPageError } from '../failures/faults.ts'

/**
 * The fetch that vendors' packages are given: it reads no more than `maxBytes` of an answer, follows no redirect and
 * takes no web page for an answer.
 *
 * Redirects are not followed because a key travels in headers that fetch does not drop for another host (`x-api-key`,
 * `x-goog-api-key`): https://fetch.spec.whatwg.org/#http-redirect-fetch names only `Authorization`.
 */
export function createBoundedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' })
    const type = response.headers.get('content-type') ?? ''
    if (response.ok && /^\s*text\/html\b/iu.test(type)) {
      await response.body?.cancel()
      throw new WebPageError('A web page came instead of an answer')
    }
    if (!response.body) return response
    return new Response(response.body.pipeThrough(limitBytes(maxBytes)), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    })
  }
}

function limitBytes(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let read = 0
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength
      // Erring the stream cancels its source, which closes the connection: the rest is never received.
      if (read > maxBytes) controller.error(new AnswerTooLargeError(`More than ${maxBytes} bytes came`))
      else controller.enqueue(chunk)
    },
  })
}
