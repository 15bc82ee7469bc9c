/** What a text in square brackets makes the sandbox do, e.g. `[sandbox:unknown]`: see docs/sandbox.md. */
const DIRECTIVES = [
  'refused',
  'reconnect',
  'rate_limited',
  'busy',
  'slow',
  'failed_processing',
  'lost_answer',
  'unknown',
] as const

export type Directive = (typeof DIRECTIVES)[number]

const PATTERN = new RegExp(`\\[sandbox:(${DIRECTIVES.join('|')})\\]`)

/** What a text asks for. */
export function readDirective(text: string): Directive | undefined {
  return DIRECTIVES.find((directive) => directive === PATTERN.exec(text)?.[1])
}
