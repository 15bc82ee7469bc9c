export { findBrand } from './brand.repository.ts'
export { createBrand } from './feature.ts'
export { findVisualBrand } from './find-visual-brand.ts'
export type { VisualBrandDependencies } from './find-visual-brand.ts'
