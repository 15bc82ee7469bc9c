import type { FileRules, Fit, PostType } from '@powerpost/contract'
import { PUBLISHING_RULES } from '@powerpost/contract'
import type { MediumToPost } from '../post-media.repository.ts'
import { planImage } from './plan-image.ts'
import { planVideo } from './plan-video.ts'
import type { RenditionPlan } from './rendition-plan.ts'

interface PlanOptions {
  readonly postType: PostType
  readonly fit: Fit
  /** The point that stays visible where it is cropped. */
  readonly focus?: { readonly x: number; readonly y: number } | undefined
}

/** What is to be made of a medium so that a platform takes it. Undefined: nothing has to be, or nothing may be. */
export function planRendition(medium: MediumToPost, { postType, fit, focus }: PlanOptions): RenditionPlan | undefined {
  // Documents are posted as they are.
  if (medium.type === 'document') return undefined
  const rules: FileRules | undefined = PUBLISHING_RULES[postType][medium.type === 'image' ? 'images' : 'videos']
  if (fit === 'none' || !rules || !medium.isThere) return undefined
  return (medium.type === 'image' ? planImage : planVideo)(medium, { rules, fit, focus })
}
