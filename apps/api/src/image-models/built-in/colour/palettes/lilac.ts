import type { PaletteSource } from '../palette.ts'

/** Lilac and ultraviolet. */
export const LILAC: PaletteSource = {
  name: 'lilac',
  moods: ['playful', 'calm', 'fresh'],
  ground: '#e4dcfb',
  ink: '#23124d',
  accent: '#5b35d5',
  second: '#c3b1f5',
}
