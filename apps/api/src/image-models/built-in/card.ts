import type { Hex } from './colour/hex.ts'

/** A place on a card. Pixels, from its top left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A text as it is drawn: outlines, not letters, so that nothing depends on the fonts of the machine. */
export interface PlacedText {
  readonly text: string
  /** What is black of it. */
  readonly box: Box
  readonly fill: Hex
  /** The colour it stands on. */
  readonly on: Hex
  /** How many glyphs its font did not have. Ever 0: what no font draws is taken out before. */
  readonly missing: number
  readonly svg: string
  /** Its lines, from the first to the last, for those who show one after the other. */
  readonly lines: readonly PlacedLine[]
}

/** One line of a text. */
export interface PlacedLine {
  /** What is black of it. */
  readonly box: Box
  /** In the colour of its text. */
  readonly svg: string
}

/** Where a logo goes, which is painted when the card is. */
export type LogoPlace = Box

/** A card, composed. */
export interface Card {
  readonly width: number
  readonly height: number
  readonly layout: string
  readonly palette: string
  /** Where texts may stand: inside the margins, and clear of what an app lays over a story. */
  readonly safe: Box
  readonly ground: Hex
  /** What is drawn behind the texts. SVG. */
  readonly shapes: string
  readonly texts: readonly PlacedText[]
  readonly logo?: LogoPlace
  /** Of a card that is laid over a picture: the ground of its texts, and all that hides the picture. */
  readonly panel?: Box
}

/** The whole card as one SVG. No text of the caller's is in it, only outlines: there is nothing to escape. */
export function svgOf({ width, height, ground, shapes, texts }: Card): string {
  const drawn = texts.map(({ svg }) => svg).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${ground}"/>${shapes}${drawn}</svg>`
}
