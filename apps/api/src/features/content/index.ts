export { purgeGenerations } from './purge-generations.ts'
export { giveUpGeneration } from './give-up-generation.ts'
export { createContentRoutes } from './routes.ts'
export { runGeneration } from './run-generation.ts'
