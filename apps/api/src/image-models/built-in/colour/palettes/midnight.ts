import type { PaletteSource } from '../palette.ts'

/** Night blue with a coral light. */
export const MIDNIGHT: PaletteSource = {
  name: 'midnight',
  moods: ['dark', 'elegant', 'technical'],
  ground: '#0d1226',
  ink: '#eef1ff',
  accent: '#ff7a59',
  second: '#2b3670',
}
