export { createVideos } from './feature.ts'
