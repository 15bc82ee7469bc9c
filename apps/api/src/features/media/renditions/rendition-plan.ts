import type { RenditionChange } from '@powerpost/contract'
import type { MediumToPost } from '../post-media.repository.ts'
import type { Recipe } from './recipe.ts'

/** A version of a medium that is posted in its place. */
export interface RenditionPlan {
  readonly recipe: Recipe
  readonly changes: readonly RenditionChange[]
  /** What is known of it before it is made. Its size is the largest that it can have. */
  readonly result: MediumToPost
}
