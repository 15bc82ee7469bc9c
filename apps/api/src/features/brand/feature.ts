import type { Feature } from '#features/feature.ts'
import { removeBrands } from './brand.repository.ts'
import type { BrandDependencies } from './routes.ts'
import { createBrandRoutes } from './routes.ts'

/** Who a workspace speaks for. */
export function createBrand(parts: BrandDependencies) {
  return {
    routes: { brand: createBrandRoutes(parts) },
    purgeRows: removeBrands,
  } satisfies Feature
}
