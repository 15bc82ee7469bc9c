import type { PaletteSource } from '../palette.ts'

/** Plum with a petal on it. */
export const PLUM: PaletteSource = {
  name: 'plum',
  moods: ['elegant', 'dark', 'playful'],
  ground: '#36123f',
  ink: '#fdebf3',
  accent: '#ff8fb1',
  second: '#6b2a78',
}
