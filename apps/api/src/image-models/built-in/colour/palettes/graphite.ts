import type { PaletteSource } from '../palette.ts'

/** Charcoal and one line of lime. */
export const GRAPHITE: PaletteSource = {
  name: 'graphite',
  moods: ['sober', 'dark', 'technical'],
  ground: '#1b1c1f',
  ink: '#f3f3f0',
  accent: '#c6f24e',
  second: '#3a3c42',
}
