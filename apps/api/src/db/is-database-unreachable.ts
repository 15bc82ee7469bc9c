import { DatabaseError } from 'pg'

// https://www.postgresql.org/docs/current/errcodes-appendix.html: connections, shutting down, resources, time-outs.
const AWAY_SQL_STATES = [/^08/, /^57P0[1-3]$/, /^53/, /^55P03$/, /^57014$/, /^25P0[34]$/]
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'])
// node-postgres and its pool say these in words only.
const AWAY_MESSAGES =
  /^(Query read timeout|Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

/** Whether a query failed because the database cannot be reached or used now, and not for what was asked. */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error instanceof DatabaseError) return AWAY_SQL_STATES.some((state) => state.test(code))
  return AWAY_CODES.has(code) || AWAY_MESSAGES.test(error.message)
}
