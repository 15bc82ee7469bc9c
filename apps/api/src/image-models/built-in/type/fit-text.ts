import { atomsOf } from './atoms.ts'
import type { Breaking } from './atoms.ts'
import { breakLines } from './break-lines.ts'
import type { MeasuredAtom } from './break-lines.ts'
import { graphemesOf } from './graphemes.ts'
import { shapeLine } from './shape-line.ts'
import type { ShapedLine, TextStyle } from './shape-line.ts'

/** How much room a text has. Pixels. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly maxSize: number
  readonly minSize: number
  readonly maxLines: number
  /** The least from one base line to the next, in ems. Scripts with tall marks get more by themselves. */
  readonly leading: number
}

/** A text at the size that fills its room best. */
export interface FittedText {
  /** Pixels of an em. */
  readonly size: number
  readonly lines: readonly ShapedLine[]
  /** From one base line to the next, in ems. */
  readonly leading: number
}

/** Between what hangs from one line and what stands up from the next. Ems. */
const LEAST_GAP = 0.07
// Signs that fill their square need more air between lines than between each other.
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const SQUARE_LEADING = 1.17

/** Finds the largest size at which a text fits. Undefined: it does not even at the smallest. */
export function fitText(
  text: string,
  style: TextStyle,
  room: Room,
  breaking: Breaking = 'strict',
): FittedText | undefined {
  const atoms = measure(atomsOf(text, style.language, breaking), style)
  return fitAtoms(atoms, style, room)
}

/** As `fitText`, of a text whose words may be cut at last: what is one endless word cannot be set otherwise. */
export function fitByForce(text: string, style: TextStyle, room: Room): FittedText | undefined {
  const pieces = graphemesOf(text).map((grapheme) => ({ text: grapheme.trim() || ' ', hasSpace: false, leans: false }))
  return fitAtoms(measure(pieces, style), style, room)
}

function measure(atoms: ReturnType<typeof atomsOf>, style: TextStyle): MeasuredAtom[] {
  const space = shapeLine('n n', style).advance - shapeLine('nn', style).advance || 0.25
  return atoms.map(({ text, hasSpace, leans }) => ({
    text,
    width: shapeLine(text, style).advance,
    space: hasSpace ? space : 0,
    leans,
  }))
}

function fitAtoms(atoms: readonly MeasuredAtom[], style: TextStyle, room: Room): FittedText | undefined {
  const text = atoms.map(({ text }) => text).join(' ')
  const whole = shapeLine(text, style)
  const least = SQUARE.test(text) ? SQUARE_LEADING : room.leading
  const leading = Math.max(room.leading, least, whole.ink.top - whole.ink.bottom + LEAST_GAP)
  const fitAt = (size: number) => {
    const lines = breakLines(atoms, room.width / size, room.maxLines)
    const height = lines && (whole.ink.top - whole.ink.bottom + (lines.length - 1) * leading) * size
    return height !== undefined && height <= room.height ? lines : undefined
  }
  const fewer = (count: number) => (size: number) => {
    const lines = fitAt(size)
    return lines !== undefined && lines.length <= count ? lines : undefined
  }
  const largest = largestFit(fitAt, room)
  if (!largest) return undefined
  // A size a little smaller may save a line or two, and with them the stumps beside their neighbours.
  const calmer = [1, 2].flatMap((saved) => largestFit(fewer(largest.lines.length - saved), room) ?? [])
  const best = calmer.reduce((one, other) => (quality(other) > quality(one) ? other : one), largest)
  const lines = best.lines.map((line) => shapeLine(join(line), style))
  // Kerning across spaces and letters that lean over their advance: a measured line may be a trifle wider than its atoms.
  const widest = Math.max(...lines.map(({ ink }) => ink.right - ink.left))
  return { size: Math.min(best.size, room.width / widest), lines, leading }
}

interface Fit {
  readonly size: number
  readonly lines: readonly (readonly MeasuredAtom[])[]
}

function largestFit(fitAt: (size: number) => Fit['lines'] | undefined, room: Room): Fit | undefined {
  let low = room.minSize
  let high = room.maxSize
  if (!fitAt(low)) return undefined
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (fitAt(middle)) low = middle
    else high = middle
  }
  return { size: low, lines: fitAt(low) ?? [] }
}

/** Large is good, ragged is bad, and so is a line that ends on `our`. */
function quality({ size, lines }: Fit): number {
  const widths = lines.map((line) => line.reduce((sum, { width, space }) => sum + width + space, 0))
  const widest = Math.max(...widths)
  const ragged = widths.reduce((sum, width) => sum + (1 - width / widest) ** 2, 0) / widths.length
  const leaning = lines.slice(0, -1).filter((line) => line.at(-1)?.leans).length
  return size / (1 + 2.2 * ragged + 0.15 * leaning)
}

function join(line: readonly MeasuredAtom[]): string {
  return line.map(({ text, space }, index) => (space > 0 && index < line.length - 1 ? `${text} ` : text)).join('')
}
