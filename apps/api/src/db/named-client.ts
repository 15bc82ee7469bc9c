import { createHash } from 'node:crypto'
import { Client } from 'pg'

/** What a connection keeps prepared at the most: a statement whose text varies must not fill the server's memory. */
const MOST_NAMES = 500

const names = new Map<string, string>()

/**
 * A name for a statement that is sent with values, by its text; undefined: it is not worth one. Not for a statement that answers
 * with all columns of a table: prepared, it fails once a column is added, as a newer version does while this one still runs.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  if (/(?:^|[\s.])\*/.test(text)) return undefined
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** A connection that has each statement parsed and planned once, and sends only the values from then on. */
export class NamedClient extends Client {
  // All of node-postgres' overloads come down to this one.
  override query(text: unknown, values?: unknown, callback?: unknown): never {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    const query = super.query as (...args: readonly unknown[]) => never
    return query.call(this, name === undefined ? text : { name, text }, values, callback)
  }
}
