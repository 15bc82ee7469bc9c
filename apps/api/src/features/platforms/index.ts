export { createPlatforms } from './feature.ts'
