import { writeFile } from 'node:fs/promises'
import type { UserConfig } from 'tsdown'
import { defineConfig } from 'tsdown'

const common: UserConfig = {
  entry: { index: 'src/index.ts', webhooks: 'src/webhooks/index.ts' },
  platform: 'neutral',
  target: 'es2022',
  fixedExtension: true,
  // What is said of a type is said in its declaration: editors look there.
  outputOptions: { comments: { jsdoc: false } },
}

export default defineConfig([
  // No source maps: they are a third of the package, and would break its budget.
  { ...common, format: 'esm', dts: false },
  {
    ...common,
    format: 'cjs',
    dts: true,
    // The same types for both: written twice they were two thirds of the package.
    onSuccess: async ({ outDir }) => {
      for (const name of ['index', 'webhooks'])
        await writeFile(`${outDir}/${name}.d.mts`, `export * from './${name}.cjs'\n`)
    },
  },
])
