import type { IncomingHttpHeaders } from 'node:http'
import type { Warning } from '@powerpost/contract'
import { STRICT_HEADER, strictSchema } from '@powerpost/contract'
import { AppError, invalidField } from './app-error.ts'
import type { PrincipalLocals } from './principal.ts'
import { principalOf } from './principal.ts'

/** A body can have 10,000 fields: this many are named, the others are counted. */
const MAX_NAMED = 20
/** A name can have a mebibyte. In characters. */
const MAX_NAME_LENGTH = 100

/** The fields of a body that its operation does not know. */
export interface UnknownFields {
  /** Their paths, as in code: `items[0].captoin`. At most 20. */
  readonly named: readonly string[]
  /** How many more there are. */
  readonly more: number
}

export const NO_UNKNOWN_FIELDS: UnknownFields = { named: [], more: 0 }

interface StrictExchange {
  readonly req: { readonly headers: IncomingHttpHeaders }
  readonly res: { readonly locals: PrincipalLocals }
}

/** Finds what a schema did not take over: schemas drop what they do not know, and no schema of a body renames a field. */
export function findUnknownFields(given: unknown, parsed: unknown): UnknownFields {
  const named: string[] = []
  let more = 0
  const add = (path: string) => void (named.length < MAX_NAMED ? named.push(path) : (more += 1))
  walk(given, parsed, '', add)
  return { named, more }
}

function walk(given: unknown, parsed: unknown, path: string, add: (path: string) => void): void {
  if (Array.isArray(given) && Array.isArray(parsed)) {
    for (const [index, item] of given.entries()) walk(item, parsed[index], `${path}[${index}]`, add)
  } else if (isObject(given) && isObject(parsed)) {
    for (const [name, value] of Object.entries(given)) {
      const inside = `${path}${path && '.'}${name.slice(0, MAX_NAME_LENGTH)}`
      if (Object.hasOwn(parsed, name)) walk(value, parsed[name], inside, add)
      else add(inside)
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Refuses unknown fields where a sandbox key asks for it by `X-Strict: true`. */
export function refuseInStrict({ named, more }: UnknownFields, { req, res }: StrictExchange): void {
  const strict = strictSchema.optional().safeParse(req.headers[STRICT_HEADER])
  if (!strict.success) throw invalidField('X-Strict', 'must be true or false')
  const [first] = named
  if (strict.data !== 'true' || principalOf(res).livemode || first === undefined) return
  const others = named.length - 1 + more
  throw new AppError(
    'VALIDATION_ERROR',
    `${first} is not a field of this operation${others > 0 ? ` (and ${others} more, see details)` : ''}`,
    { details: named.map((path) => ({ path, message: 'is not a field of this operation' })) },
  )
}

/** A response with the unknown fields of its request named behind its own warnings. */
export function addWarnings<Body extends object>(body: Body, { named, more }: UnknownFields): Body {
  if (named.length === 0) return body
  const { warnings = [] } = body as { readonly warnings?: readonly Warning[] }
  const unknown: Warning[] = named.map((field) => ({
    code: 'unknown_field',
    message: `\`${field}\` is not a field of this operation, and was ignored.`,
    field,
  }))
  const rest: Warning[] =
    more > 0 ? [{ code: 'unknown_field', message: `${more} more fields are not known, and were ignored.` }] : []
  return { ...body, warnings: [...warnings, ...unknown, ...rest] }
}
