import { redactApiKeys } from './api-key.ts'
import { pino } from 'pino'
import type { Logger } from 'pino'

export type { Logger }

interface LoggerOptions {
  readonly level: string
  /** Lines for a person instead of JSON. */
  readonly pretty: boolean
}

/** Headers and fields that hold secrets: replaced wherever they turn up in a logged object. */
const SECRET_PATHS = [
  'req.headers["x-api-key"]',
  'req.headers.authorization',
  'req.headers.cookie',
  '*.apiKey',
  '*.api_key',
  '*.password',
  '*.connectionString',
]

/**
 * The server's log. It goes to standard error, so that standard output holds what a person was shown at start: the
 * one place where a key is ever printed.
 */
export function createLogger({ level, pretty }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    hooks: { streamWrite: redactApiKeys },
    redact: { paths: SECRET_PATHS, censor: '[redacted]' },
  }
  if (!pretty) return pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
  const transport = pino.transport({
    target: 'pino-pretty',
    options: { destination: 2, colorize: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' },
  })
  return pino(options, transport)
}
