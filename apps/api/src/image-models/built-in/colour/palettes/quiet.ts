import type { PaletteSource } from '../palette.ts'

/** Greys with a breath of colour, for news at which nothing may be loud. */
export const QUIET: readonly PaletteSource[] = [
  { name: 'linen', moods: ['sober'], ground: '#f2f0ec', ink: '#26272a', accent: '#8d8880', second: '#c9c4bb' },
  { name: 'slate', moods: ['sober'], ground: '#23282e', ink: '#eceae5', accent: '#7e8a96', second: '#4a545e' },
  { name: 'mist', moods: ['sober'], ground: '#e3e8ea', ink: '#1f2a30', accent: '#7b8c94', second: '#b5c1c6' },
  { name: 'dusk', moods: ['sober'], ground: '#2b2730', ink: '#ece8ec', accent: '#8f8496', second: '#544c5c' },
]
