export { createWritingStyleRoutes } from './routes.ts'
export { findStyleForGeneration } from './writing-styles.repository.ts'
