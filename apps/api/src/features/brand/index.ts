export { findBrand } from './brand.repository.ts'
export { findTimeZone } from './find-time-zone.ts'
export { createBrand } from './feature.ts'
