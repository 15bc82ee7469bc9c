import type { PaletteSource } from '../palette.ts'

/** Shallow water. */
export const LAGOON: PaletteSource = {
  name: 'lagoon',
  moods: ['fresh', 'calm', 'technical'],
  ground: '#d5f0ee',
  ink: '#06303a',
  accent: '#007c89',
  second: '#8fd3cf',
}
