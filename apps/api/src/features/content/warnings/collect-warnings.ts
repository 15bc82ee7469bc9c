import type { Warning } from '@powerpost/contract'

/** The most warnings that are kept of a run: each says something that a person should read. */
const MAX_WARNINGS = 50

/** Collects the warnings of one attempt, each once, in the order they come. */
export function collectWarnings(): {
  readonly warnings: readonly Warning[]
  readonly onWarning: (warning: Warning) => void
} {
  const warnings: Warning[] = []
  const seen = new Set<string>()
  return {
    warnings,
    onWarning(warning) {
      const { code, platform = '', field = '', message } = warning
      const key = [code, platform, field, message].join('\n')
      if (seen.has(key) || warnings.length === MAX_WARNINGS) return
      seen.add(key)
      warnings.push(warning)
    },
  }
}
