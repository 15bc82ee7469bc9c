import type { Fit, PreflightProblem, PublishingRules } from '@powerpost/contract'
import { checkMedia } from './check-media.ts'
import type { Finding, ItemToCheck } from './finding.ts'
import { fitMedia } from './fit-media.ts'

/** What changes least comes first. */
const FITS = ['auto', 'pad', 'crop'] as const satisfies readonly Fit[]

/** Finds the `fit` of an item with which a problem of its files is gone. */
export function createFixFinder(item: ItemToCheck, rules: PublishingRules) {
  const remaining = new Map<Fit, readonly Finding[]>()
  const findRemaining = (fit: Fit) => {
    const known = remaining.get(fit) ?? checkMedia(fitMedia(item, fit).item, rules)
    remaining.set(fit, known)
    return known
  }
  return ({ rule, field }: Finding): Pick<PreflightProblem, 'fix'> => {
    if (!field.startsWith('media_ids[') || rule === 'media_deleted') return {}
    const fit = FITS.find((each) => {
      return each !== item.fit && !findRemaining(each).some((other) => other.rule === rule && other.field === field)
    })
    return fit ? { fix: { fit } } : {}
  }
}
