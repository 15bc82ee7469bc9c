import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    schemas: 'src/schemas.ts',
    errors: 'src/errors/index.ts',
    events: 'src/events/index.ts',
    platforms: 'src/platforms/index.ts',
    pricing: 'src/pricing/index.ts',
    routes: 'src/routes.ts',
  },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  sourcemap: true,
  fixedExtension: true,
})
