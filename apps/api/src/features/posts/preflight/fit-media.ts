import { planRendition } from '#features/media/index.ts'
import type { Fit, PreflightChange } from '@powerpost/contract'
import type { ItemToCheck } from './finding.ts'

type FittedChange = Pick<PreflightChange, 'change' | 'message'> & { readonly field: string }

export interface FittedItem {
  /** With the media that will be posted. */
  readonly item: ItemToCheck
  readonly changes: readonly FittedChange[]
}

/**
 * An item as it will be posted: with the renditions of its media.
 *
 * @param fit another one than its own
 */
export function fitMedia(item: ItemToCheck, fit: Fit = item.fit): FittedItem {
  const changes: FittedChange[] = []
  const media = item.media.map((medium, index) => {
    const plan = planRendition(medium, { postType: item.postType, fit, focus: medium.focus })
    if (!plan) return medium
    changes.push(...plan.changes.map((change) => ({ ...change, field: `media_ids[${index}]` })))
    return { ...medium, ...plan.result }
  })
  return { item: { ...item, media }, changes }
}
