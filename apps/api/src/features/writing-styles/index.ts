export { createWritingStyles } from './feature.ts'
export { findStyleForGeneration } from './writing-styles.repository.ts'
