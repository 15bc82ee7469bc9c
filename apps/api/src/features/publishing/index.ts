export { createPublishing } from './feature.ts'
export { createEndPublishing } from './end-publishing.ts'
