import type { PaletteSource } from '../palette.ts'

/** Yellow in full sun. */
export const CITRUS: PaletteSource = {
  name: 'citrus',
  moods: ['fresh', 'bold', 'playful'],
  ground: '#ffd23f',
  ink: '#1c1a10',
  accent: '#ee4266',
  second: '#fff3c4',
}
