/** Where the client logs what it does. `console` is one. */
export interface Logger {
  debug(message: string, fields: Record<string, unknown>): void
  warn(message: string, fields: Record<string, unknown>): void
}

/** What `POWERPOST_LOG` asks for: lines on standard error. Undefined when it asks for none. */
export function createLogger(level: string | undefined): Logger | undefined {
  if (level !== 'debug' && level !== 'warn') return undefined
  // Asked for by a variable, in whatever runtime: this is the one place that all of them have.
  // oxlint-disable-next-line no-console
  const warn = (message: string, fields: object) => console.error(message, JSON.stringify(fields))
  return { debug: level === 'debug' ? warn : () => {}, warn }
}
