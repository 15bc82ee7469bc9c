import { runTool } from './run-tool.ts'

interface Verdict {
  readonly ruleId: string
  readonly impact: string
  readonly message: string
  readonly location: { readonly pointer: string }
}

interface Report {
  readonly changes: readonly { readonly verdicts: readonly Verdict[] }[]
}

/**
 * Lists that grow, as their descriptions say: codes of errors and warnings, kinds of events, resources and files. A caller has to do something
 * about what it does not know anyway.
 */
const MAY_GROW =
  /^#\/components\/schemas\/(?:(?:ErrorBody\/properties\/error|JobError|PostError|Warning)\/properties\/code|WebhookEventName|ResourceType|MediaType|Media\/properties\/mime_type|FileRules\/properties\/formats)/

/** `maxItems` of `tags` changed from '100' to '250'. */
const RAISED = /^`max(?:Items|Length|imum)` of .* changed from '(?<from>\d+)' to '(?<to>\d+)'/

/** What of a document a client of an earlier one would break on, a sentence each. */
export async function findBreakingChanges(earlier: string, later: string): Promise<string[]> {
  const { stdout, output } = await runTool('redocly', 'diff', earlier, later, '--format', 'json', '--fail-on', 'none')
  const start = stdout.indexOf('{')
  if (start < 0) throw new Error(`No report of the differences:\n${output}`)
  const { changes } = JSON.parse(stdout.slice(start)) as Report
  const breaking = changes
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ impact }) => impact === 'major')
    .filter(({ ruleId, location }) => ruleId !== 'enum-values-added' || !MAY_GROW.test(location.pointer))
    .filter(({ message }) => !isRaised(message))
  return [...new Set(breaking.map(({ message, location }) => `${message} (${location.pointer})`))]
}

/** A bound that became larger keeps nobody from sending or reading what they did before. */
function isRaised(message: string): boolean {
  const { from, to } = RAISED.exec(message)?.groups ?? {}
  return from !== undefined && Number(to) > Number(from)
}
