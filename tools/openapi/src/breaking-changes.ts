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

/** A caller has to do something about codes it does not know anyway: new ones are reported as any other failure is. */
const MAY_GROW = /^#\/components\/schemas\/(?:ErrorBody\/properties\/error|JobError)\/properties\/code/

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
  return [...new Set(breaking.map(({ message, location }) => `${message} (${location.pointer})`))]
}
