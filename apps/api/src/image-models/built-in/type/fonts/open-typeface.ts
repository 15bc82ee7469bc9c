import { readFile } from 'node:fs/promises'
import { Blob, Face, Font, Variation } from 'harfbuzzjs'
import decompress from 'woff2-encoder/decompress'

/** One file of a family, ready to shape and draw. */
export interface Typeface {
  readonly file: string
  /** Units of its em. */
  readonly unitsPerEm: number
  has(codePoint: number): boolean
  /** @param weight 100 to 900; a face that ends earlier is taken at its end */
  at(weight: number): Font
}

/** Of decoded fonts that are kept from one card to the next. Bytes. */
const MAX_KEPT = 48_000_000

let kept = 0
const typefaces = new Map<string, Promise<Typeface>>()

/** Opens a file once; later cards find it open. */
export function openTypeface(file: string): Promise<Typeface> {
  const open = typefaces.get(file) ?? load(file)
  typefaces.set(file, open)
  return open
}

/** Forgets what is open if that has grown too much. Between two cards only: harfbuzz frees what nothing points at. */
export function forgetTypefaces(): void {
  if (kept < MAX_KEPT) return
  typefaces.clear()
  kept = 0
}

async function load(file: string): Promise<Typeface> {
  const data = await decompress(await readFile(file))
  kept += data.byteLength
  const face = new Face(new Blob(data))
  const axes = face.getAxisInfos()
  const plain = new Font(face)
  const fonts = new Map<number, Font>()
  const make = (weight: number) => {
    const font = new Font(face)
    const range = axes['wght']
    const variations = range ? [new Variation('wght', Math.min(Math.max(weight, range.min), range.max))] : []
    // What is set is large: the cut for display.
    if (axes['opsz']) variations.push(new Variation('opsz', axes['opsz'].max))
    font.setVariations(variations)
    fonts.set(weight, font)
    return font
  }
  return {
    file,
    unitsPerEm: face.upem,
    has: (codePoint) => plain.nominalGlyph(codePoint) !== undefined && plain.nominalGlyph(codePoint) !== 0,
    at: (weight) => fonts.get(weight) ?? make(weight),
  }
}
