import type { PaletteSource } from '../palette.ts'

/** Pink on pink, held by burgundy. */
export const BLUSH: PaletteSource = {
  name: 'blush',
  moods: ['playful', 'warm', 'calm'],
  ground: '#fbdcd6',
  ink: '#4a0f2c',
  accent: '#d6336c',
  second: '#f7a399',
}
