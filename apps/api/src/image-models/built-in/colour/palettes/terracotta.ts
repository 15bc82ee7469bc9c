import type { PaletteSource } from '../palette.ts'

/** Clay, sand and burnt earth. */
export const TERRACOTTA: PaletteSource = {
  name: 'terracotta',
  moods: ['warm', 'natural'],
  ground: '#f1dfca',
  ink: '#33180f',
  accent: '#bf4f2b',
  second: '#dfa878',
}
