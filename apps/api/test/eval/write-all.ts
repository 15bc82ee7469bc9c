import type { ModelUsage, PlatformCaption, TextModel } from '#models/port.ts'
import { keepRules } from '#models/rules/index.ts'
import type { Warning } from '@powerpost/contract'
import type { EvalBrief } from './briefs.ts'
import { toBrief } from './briefs.ts'
import type { Written } from './checks.ts'

/** What all calls together came to. */
export interface Costs {
  calls: number
  inputTokens: number
  outputTokens: number
}

/** Milliseconds that a model has for one brief, as the server gives it by default. */
const LONGEST_MS = 300_000

/** Has a model write the captions of a brief, as a generation does: rules are kept by code afterwards. */
export async function writeAll(model: TextModel, brief: EvalBrief, costs: Costs): Promise<Written> {
  const given = toBrief(brief)
  const captions: PlatformCaption[] = []
  const warnings: Warning[] = []
  const onWarning = (warning: Warning) => void warnings.push(warning)
  const onUsage = ({ inputTokens, outputTokens }: ModelUsage) => {
    costs.calls += 1
    costs.inputTokens += inputTokens
    costs.outputTokens += outputTokens
  }
  try {
    const options = { signal: AbortSignal.timeout(LONGEST_MS), onWarning, onUsage }
    for await (const caption of model.write(given, options)) captions.push(keepRules(caption, given, onWarning))
  } catch (error) {
    return { brief, captions, warnings, error: error instanceof Error ? error.message : String(error) }
  }
  return { brief, captions, warnings }
}
