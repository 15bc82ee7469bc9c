import type { PaletteSource } from '../palette.ts'

/** Deep green and cream, lit by amber. */
export const FOREST: PaletteSource = {
  name: 'forest',
  moods: ['natural', 'calm', 'elegant'],
  ground: '#12372a',
  ink: '#f6f0dd',
  accent: '#e9b44c',
  second: '#2f6b4f',
}
