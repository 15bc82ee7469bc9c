export type { LocalModels } from './local-models.ts'
export { createLocalModels } from './local-models.ts'
