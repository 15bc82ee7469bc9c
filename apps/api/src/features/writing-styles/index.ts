export { createWritingStyleRoutes } from './routes.ts'
export { findStyleForGeneration } from './writing-styles.repository.ts'
export { removeWritingStyles } from './writing-styles.repository.ts'
