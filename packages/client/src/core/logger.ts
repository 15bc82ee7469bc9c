/** Where the client tells what it does. `console` is one. */
export interface Logger {
  debug(message: string, fields: Record<string, unknown>): void
  warn(message: string, fields: Record<string, unknown>): void
}

const SECRET_HEADER = /^(?:authorization|x-api-key|cookie|set-cookie|proxy-authorization)$|secret|token/i

/** Headers as they may be logged: what lets someone in is left out. */
export function redactHeaders(headers: Headers): Record<string, string> {
  const redacted: Record<string, string> = {}
  headers.forEach((value, name) => {
    redacted[name] = SECRET_HEADER.test(name) ? '[redacted]' : value
  })
  return redacted
}
