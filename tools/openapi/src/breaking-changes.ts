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

/** The released document says the same in other words: `not` was an `anyOf` or `oneOf`, and the address the default of a variable. */
const SAME_IN_OTHER_WORDS = [
  '`not` of `CreateApiKeyRequest` was added.',
  '`not` of `GenerateContentRequest` was added.',
  '`not` of `UpdateWritingStyleRequest` was added.',
  'Server `{origin}` was removed.',
  "Enum of `item` gained values: 'further_variants'.",
  String.raw`'^https?:\/\/[^/?#\u0000][^\u0000]*$' to '^https?://[^/?#\u0000][^\u0000]*$'.`,
]

/** What of a document a client of an earlier one would break on, a sentence each. */
export async function findBreakingChanges(earlier: string, later: string): Promise<string[]> {
  const { stdout, output } = await runTool('redocly', 'diff', earlier, later, '--format', 'json', '--fail-on', 'none')
  const start = stdout.indexOf('{')
  if (start < 0) throw new Error(`No report of the differences:\n${output}`)
  const { changes } = JSON.parse(stdout.slice(start)) as Report
  const breaking = changes
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ impact }) => impact === 'major')
    .filter(({ message }) => !SAME_IN_OTHER_WORDS.some((words) => message.endsWith(words)))
    .filter(({ ruleId, location }) => ruleId !== 'enum-values-added' || !MAY_GROW.test(location.pointer))
  return [...new Set(breaking.map(({ message, location }) => `${message} (${location.pointer})`))]
}
