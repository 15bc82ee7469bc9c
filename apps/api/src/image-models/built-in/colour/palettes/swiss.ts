import type { PaletteSource } from '../palette.ts'

/** White, black and the red of the cross. */
export const SWISS: PaletteSource = {
  name: 'swiss',
  moods: ['sober', 'technical', 'elegant'],
  ground: '#f5f5f2',
  ink: '#111111',
  accent: '#d40d12',
  second: '#d9d9d4',
}
