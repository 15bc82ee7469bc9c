import type { OutboundAnswer } from '#outbound/index.ts'

/** The body of an answer; undefined when it is no JSON: gateways answer HTML, and a cut body is anything. */
export function readJson({ body }: Pick<OutboundAnswer, 'body'>): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
