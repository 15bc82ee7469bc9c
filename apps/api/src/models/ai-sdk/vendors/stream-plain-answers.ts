import { z } from 'zod'

/**
 * Some servers ignore `stream: true` and answer the whole completion as JSON, which the vendor's package cannot read as a stream.
 * This makes the stream of it: one chunk with all that was said, and its end. Anything else passes as it came.
 *
 * The formats: https://platform.openai.com/docs/api-reference/chat/object and .../chat/streaming.
 */
export function streamPlainAnswers(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !/^\s*application\/(?:[\w.+-]*\+)?json\b/iu.test(type) || !asksForStream(init?.body))
      return response
    const body = await response.text()
    const headers = new Headers(response.headers)
    headers.delete('content-length')
    headers.delete('content-encoding')
    headers.set('content-type', 'text/event-stream')
    return new Response(toEvents(body), { status: response.status, headers })
  }
}

function asksForStream(body: unknown): boolean {
  return typeof body === 'string' && /"stream"\s*:\s*true/u.test(body)
}

const completionSchema = z.looseObject({
  choices: z.array(
    z.looseObject({
      index: z.int().default(0),
      message: z.looseObject({}),
      finish_reason: z.string().nullish(),
    }),
  ),
})

/** What is no completion, an error for one, is passed on as one event: whoever reads the stream says what is wrong. */
function toEvents(body: string): string {
  const completion = completionSchema.safeParse(tryParse(body)).data
  if (!completion) return frame(body.replaceAll(/\s*\n\s*/gu, ' '))
  const { choices, ...rest } = completion
  const deltas = choices.map(({ message, finish_reason, index }) => ({
    index,
    delta: message,
    finish_reason: finish_reason ?? 'stop',
  }))
  return `${frame(JSON.stringify({ ...rest, object: 'chat.completion.chunk', choices: deltas }))}${frame('[DONE]')}`
}

function frame(data: string): string {
  return `data: ${data}\n\n`
}

function tryParse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
