import { READABLE, contrast, readableOn } from './contrast.ts'
import type { Hex } from './hex.ts'
import { oklchOf } from './oklch.ts'

/** What a palette is good for, as prompts say it. */
export type Mood =
  | 'bold'
  | 'calm'
  | 'warm'
  | 'fresh'
  | 'dark'
  | 'elegant'
  | 'playful'
  | 'sober'
  | 'natural'
  | 'technical'

/** A few colours that go together, as their file gives them. */
export interface PaletteSource {
  readonly name: string
  readonly moods: readonly Mood[]
  readonly ground: Hex
  /** The text. */
  readonly ink: Hex
  /** The loudest colour: shapes, and the one word that stands out. */
  readonly accent: Hex
  /** A second shape beside the accent. */
  readonly second: Hex
}

/** A palette with every text colour readable on every ground that a layout may put it on. */
export interface Palette extends PaletteSource {
  /** The accent as a text on the ground. */
  readonly accentInk: Hex
  readonly onAccent: Hex
  readonly onSecond: Hex
  readonly onInk: Hex
}

/** Completes a palette, repairing what could not be read. */
export function completePalette(source: PaletteSource): Palette {
  const ink = readableOn(source.ground, source.ink, 7)
  const best = (on: Hex) =>
    [source.ground, ink].toSorted((a, b) => contrast(on, b) - contrast(on, a)).map((one) => readableOn(on, one))[0] ??
    ink
  return {
    ...source,
    ink,
    accentInk: asText(source.accent, source.ground, ink),
    onAccent: best(source.accent),
    onSecond: best(source.second),
    onInk: readableOn(ink, source.ground),
  }
}

/** The accent as a text; where it would have to change so much that it is another colour, the ink. */
function asText(accent: Hex, ground: Hex, ink: Hex): Hex {
  const text = readableOn(ground, accent, READABLE)
  return Math.abs(oklchOf(text).l - oklchOf(accent).l) > 0.3 ? ink : text
}
