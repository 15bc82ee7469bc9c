import { invalidField } from '#shared/app-error.ts'
import type { RequestHandler } from 'express'

/** Refuses a query that is not percent-encoded UTF-8: the parser would put other characters in its place. */
export function refuseUnreadableQuery(): RequestHandler {
  return ({ originalUrl }, _response, next) => {
    const start = originalUrl.indexOf('?')
    if (start >= 0) for (const pair of originalUrl.slice(start + 1).split('&')) refusePair(pair)
    next()
  }
}

function refusePair(pair: string): void {
  const [name = '', ...value] = pair.split('=')
  const readableName = decode(name)
  if (readableName === undefined || decode(value.join('=')) === undefined) {
    throw invalidField(readableName ?? 'query', 'must be UTF-8, percent-encoded')
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
