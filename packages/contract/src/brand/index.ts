export { BRAND_LIMITS, brandSchema, putBrandRequestSchema } from './schemas.ts'
export type { Brand, PutBrandRequest } from './schemas.ts'
