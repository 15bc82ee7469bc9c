export { findBrand } from './brand.repository.ts'
export { createBrand } from './feature.ts'
