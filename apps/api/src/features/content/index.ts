export { failGeneration } from './fail-generation.ts'
export { createContentRoutes } from './routes.ts'
export { runGeneration } from './run-generation.ts'
