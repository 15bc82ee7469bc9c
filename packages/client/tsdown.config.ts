import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts', webhooks: 'src/webhooks/index.ts' },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  fixedExtension: true,
  // What is said of a type is said in its declaration: editors look there.
  outputOptions: { comments: { jsdoc: false } },
})
