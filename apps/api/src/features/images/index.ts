export { createImages } from './feature.ts'
