import type { RequestPart } from '#shared/router.ts'
import type { ErrorDetail } from '@powerpost/contract'
import { z } from 'zod'

const issueSchema = z.looseObject({
  code: z.string().optional(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number(), z.object({ key: z.union([z.string(), z.number()]) })])).optional(),
  expected: z.string().optional(),
  values: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})

type Issue = z.output<typeof issueSchema>

/** Says what a schema found wrong so that a person understands it: `post_types[1]` must be one of: ... */
export function describeIssues(part: RequestPart, issues: readonly unknown[], input: unknown): ErrorDetail[] {
  return issues.map((raw) => {
    const issue = issueSchema.parse(raw)
    const keys = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment))
    // An error handler does not see the parameters of the path: they are never absent.
    const isMissing = part !== 'path' && valueAt(input, keys) === undefined
    return { path: writePath(part, keys), message: describe(issue, isMissing) }
  })
}

/** `items[0].content`; the part itself where there are no keys. */
export function writePath(part: RequestPart, keys: readonly (string | number)[]): string {
  if (keys.length === 0) return part
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? key : `${path}.${key}`
  }, '')
}

function valueAt(input: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }, input)
}

function describe(issue: Issue, isMissing: boolean): string {
  if (isMissing && issue.code !== 'custom') return 'is required'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${NOUNS[issue.expected ?? ''] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of: ${(issue.values ?? []).join(', ')}`
    case 'too_small':
      return issue.message.startsWith('must') ? issue.message : `must be at least ${issue.minimum}`
    case 'too_big':
      return issue.message.startsWith('must') ? issue.message : `must be at most ${issue.maximum}`
    default:
      return issue.message
  }
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}
