import type { Warning } from '@powerpost/contract'
import { checkCaption, isTolerable } from '../check-caption.ts'
import { fitCaption } from '../fit-caption.ts'
import type { Brief, PlatformCaption } from '../port.ts'
import { enforceRules } from './enforce-rules.ts'
import { rulesOf } from './rules-of-brief.ts'

/** A finished caption as its brief's rules want it, whoever wrote it. What neither the model nor code followed is warned of. */
export function keepRules(
  written: PlatformCaption,
  brief: Brief,
  onWarning: (warning: Warning) => void,
): PlatformCaption {
  const { platform } = written
  const { caption, unmet } = enforceRules(written, rulesOf(brief), { ctaText: brief.ctaText, isLast: true })
  for (const { message } of unmet) onWarning({ code: 'rule_not_followed', message, platform })
  // A slogan that was added may be what is too much.
  return checkCaption(caption, brief.ctaText).every(isTolerable) ? caption : fitCaption(caption, brief.ctaText)
}
