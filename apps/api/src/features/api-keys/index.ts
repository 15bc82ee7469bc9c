export { createApiKeys } from './feature.ts'
