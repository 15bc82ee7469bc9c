export { startCollecting } from './collect/start-collecting.ts'
export { createAnalytics } from './feature.ts'
