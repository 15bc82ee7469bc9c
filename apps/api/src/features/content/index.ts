export { findCaptions } from './find-captions.ts'
export { createContent } from './feature.ts'
