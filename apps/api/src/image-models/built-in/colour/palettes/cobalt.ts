import type { PaletteSource } from '../palette.ts'

/** A field of blue with a yellow that shouts. */
export const COBALT: PaletteSource = {
  name: 'cobalt',
  moods: ['bold', 'technical', 'fresh'],
  ground: '#1f3fd6',
  ink: '#ffffff',
  accent: '#ffd84d',
  second: '#0f1f75',
}
