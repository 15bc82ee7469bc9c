import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: ['esm'],
  platform: 'node',
  target: 'node22.12',
  fixedExtension: true,
  // Found beside a server, and nowhere else.
  deps: { neverBundle: [/^@powerpost\/api/] },
})
