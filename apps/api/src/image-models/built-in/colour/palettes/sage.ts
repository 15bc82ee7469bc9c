import type { PaletteSource } from '../palette.ts'

/** Leaves and fog. */
export const SAGE: PaletteSource = {
  name: 'sage',
  moods: ['calm', 'natural', 'sober'],
  ground: '#dfe6da',
  ink: '#1e2b22',
  accent: '#4c7a5c',
  second: '#b7c8b1',
}
