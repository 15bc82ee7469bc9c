/** What a word in square brackets makes the sandbox do, e.g. `[sandbox:unknown]`: see docs/sandbox.md. */
const DIRECTIVES = [
  'refused',
  'reconnect',
  'rate_limited',
  'busy',
  'slow',
  'failed_processing',
  'lost_answer',
  'unknown',
  'late_id',
  'refused_later',
] as const

/**
 * Those that name seconds, e.g. `[sandbox:account_limit=60]`: a quota is used up, and reset after so many. With `quota_reached` it is used
 * up by the post itself.
 */
const LIMITS = ['account_limit', 'app_limit', 'quota_reached'] as const

export type SandboxLimit = (typeof LIMITS)[number]

export interface Directive {
  readonly name: (typeof DIRECTIVES)[number] | SandboxLimit
  /** Of a limit. */
  readonly seconds?: number
}

const PATTERN = new RegExp(`\\[sandbox:(?:(${DIRECTIVES.join('|')})|(${LIMITS.join('|')})=(\\d{1,6}))\\]`)

/** What a text asks for. */
export function readDirective(text: string): Directive | undefined {
  const [, plain, limit, seconds] = PATTERN.exec(text) ?? []
  const name = DIRECTIVES.find((directive) => directive === plain) ?? LIMITS.find((directive) => directive === limit)
  return name && { name, ...(seconds !== undefined && { seconds: Number(seconds) }) }
}
