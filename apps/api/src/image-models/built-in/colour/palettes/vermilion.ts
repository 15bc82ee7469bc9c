import type { PaletteSource } from '../palette.ts'

/** A printed poster: warm paper, black, one loud red. */
export const VERMILION: PaletteSource = {
  name: 'vermilion',
  moods: ['bold', 'warm', 'playful'],
  ground: '#f4efe6',
  ink: '#171513',
  accent: '#e8441f',
  second: '#f2b8a0',
}
