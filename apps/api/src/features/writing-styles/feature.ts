import type { Feature } from '#features/feature.ts'
import type { WritingStyleDependencies } from './routes.ts'
import { createWritingStyleRoutes } from './routes.ts'
import { removeWritingStyles } from './writing-styles.repository.ts'

/** How captions of a workspace are to be written. */
export function createWritingStyles(parts: WritingStyleDependencies) {
  return {
    routes: { writingStyles: createWritingStyleRoutes(parts) },
    purgeRows: removeWritingStyles,
  } satisfies Feature
}
