/** In UTF-16 code units, of the JSON. */
const MAX_LENGTH = 4_000
/** In UTF-16 code units: a caption is recognised by its beginning. */
const MAX_TEXT = 200
const MAX_ITEMS = 10
const MAX_DEPTH = 4

/** Fields that are never kept, wherever they stand. */
const SECRET = new Set(['key', 'secret', 'token', 'access_token', 'refresh_token', 'password', 'authorize_url'])

/** The JSON of a resource for the audit log: without secrets, and short. */
export function summarize(resource: object): string {
  const json = JSON.stringify(shorten(resource, 0))
  if (json.length <= MAX_LENGTH) return json
  const scalars = Object.entries(resource).filter(([, value]) => typeof value !== 'object')
  return JSON.stringify({ ...withoutSecrets(scalars, 0), truncated: true })
}

function shorten(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return shortenText(withoutQuery(value))
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '…'
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => shorten(item, depth + 1))
  return withoutSecrets(Object.entries(value), depth)
}

function withoutSecrets(entries: readonly (readonly [string, unknown])[], depth: number): Record<string, unknown> {
  const kept = entries.filter(([name]) => !SECRET.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, shorten(value, depth + 1)]))
}

/** Links are signed by their query, and receivers take secrets in theirs. */
function withoutQuery(text: string): string {
  return /^https?:\/\/\S+$/i.test(text) ? text.replace(/[?#].*$/, '?…').replace(/\/\/[^/?]*@/, '//…@') : text
}

function shortenText(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT).toWellFormed()}…`
}
