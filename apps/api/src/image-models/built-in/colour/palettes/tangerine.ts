import type { PaletteSource } from '../palette.ts'

/** Orange all over, cream on it. */
export const TANGERINE: PaletteSource = {
  name: 'tangerine',
  moods: ['warm', 'bold', 'playful'],
  ground: '#ff6b2c',
  ink: '#1d0f08',
  accent: '#fff0dc',
  second: '#c93c06',
}
