import { contrast, luminance } from './contrast.ts'
import { isHex } from './hex.ts'
import type { Hex } from './hex.ts'
import { hexOfOklch, oklchOf } from './oklch.ts'
import { completePalette } from './palette.ts'
import type { Palette } from './palette.ts'

/** Colours nearer than this look like one. In OKLab. */
const NEAR = 0.06
/** The least contrast by which a shape stands out from its ground. */
const SEEN = 1.6
/** Chroma below which a colour is a grey. */
const GREY = 0.03

/**
 * Four palettes made of the colours of style pictures: on their light, their dark, their loudest and the next. Contrast is
 * repaired; hues are kept. Empty where there are no colours.
 */
export function palettesOfStyle(colours: readonly string[]): Palette[] {
  const own = distinct(colours.filter((colour) => isHex(colour)))
  if (own.length === 0) return []
  const byLight = own.toSorted((a, b) => luminance(b) - luminance(a))
  const byChroma = own.toSorted((a, b) => oklchOf(b).c - oklchOf(a).c)
  const loud = byChroma[0] ?? '#808080'
  const light = paler(byLight[0] ?? loud)
  const dark = darker(byLight.at(-1) ?? loud)
  const others = (ground: Hex) => byChroma.filter((colour) => contrast(colour, ground) > SEEN)
  const make = (name: string, ground: Hex, ink: Hex): Palette => {
    const [accent = shifted(ground, 0.42), second = shifted(ground, 0.2)] = others(ground)
    return completePalette({ name: `style-${name}`, moods: [], ground, ink, accent, second })
  }
  // A middle grey all over is nobody's favourite colour.
  if (oklchOf(loud).c < GREY) return greys(light, dark, make)
  const other = byChroma[1] ?? shifted(loud, 0.25)
  const inkOn = (ground: Hex) => (contrast(ground, dark) > contrast(ground, light) ? dark : light)
  return [
    make('light', light, dark),
    make('dark', dark, light),
    make('loud', loud, inkOn(loud)),
    make('other', other, inkOn(other)),
  ]
}

/** As `palettesOfStyle`, with the brand's own colour to be seen on the first: one that is as light as paper becomes the ground. */
export function palettesOfBrand(colours: readonly string[]): Palette[] {
  const palettes = palettesOfStyle(colours)
  const [first = ''] = colours
  const [light, dark, loud, ...others] = palettes
  if (!light || !dark || !loud || !isHex(first) || contrast(first, light.ground) > SEEN) return palettes
  return [loud, dark, light, ...others]
}

function distinct(colours: readonly Hex[]): Hex[] {
  const kept: Hex[] = []
  for (const colour of colours) if (kept.every((other) => distance(colour, other) > NEAR)) kept.push(colour)
  return kept
}

function distance(one: Hex, other: Hex): number {
  const [a, b] = [oklchOf(one), oklchOf(other)]
  const turn = ((a.h - b.h) * Math.PI) / 180
  return Math.hypot(a.l - b.l, Math.sqrt(Math.max(0, a.c ** 2 + b.c ** 2 - 2 * a.c * b.c * Math.cos(turn))))
}

/** Light enough for a ground: a middle tone with text on it looks like a mistake. */
function paler(colour: Hex): Hex {
  const { l, c, h } = oklchOf(colour)
  return l >= 0.86 ? colour : hexOfOklch({ l: 0.93, c: Math.min(c, 0.035), h })
}

function darker(colour: Hex): Hex {
  const { l, c, h } = oklchOf(colour)
  return l <= 0.3 ? colour : hexOfOklch({ l: 0.24, c: Math.min(c, 0.06), h })
}

/** A tone of the same hue, for pictures of one colour alone. */
function shifted(colour: Hex, by: number): Hex {
  const { l, c, h } = oklchOf(colour)
  return hexOfOklch({ l: l > 0.6 ? l - by : l + by, c: Math.max(c, 0.02), h })
}

function greys(light: Hex, dark: Hex, make: (name: string, ground: Hex, ink: Hex) => Palette): Palette[] {
  return [
    make('light', light, dark),
    make('dark', dark, light),
    make('paper', '#f7f6f3', dark),
    make('ink', '#141414', light),
  ]
}
