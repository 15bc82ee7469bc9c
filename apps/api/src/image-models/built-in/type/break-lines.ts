/** An atom, measured in ems. */
export interface MeasuredAtom {
  readonly text: string
  readonly width: number
  /** Of the space behind it; 0 where there is none. */
  readonly space: number
  readonly leans: boolean
}

interface Way {
  readonly cost: number
  /** Where each line begins. */
  readonly starts: readonly number[]
}

// What a bad line costs, beside the square of how far it is from the mean.
const LEANING_END = 0.12
// What a line gains that ends where one would breathe.
const BREATH = 0.06
const LONE_LAST_WORD = 0.5
const SHORT_LAST_LINE = 0.25

/**
 * Breaks atoms to so few lines as there can be, of lengths as even as can be, without a lone last word where that can be
 * had: a headline is read in shapes, not filled like a paragraph.
 *
 * @returns the atoms of each line; undefined where one is wider than a line or there would be too many lines
 */
export function breakLines<T extends MeasuredAtom>(
  atoms: readonly T[],
  maxWidth: number,
  maxLines: number,
): T[][] | undefined {
  const fewest = countGreedily(atoms, maxWidth)
  if (fewest === undefined || fewest > maxLines) return undefined
  const total = atoms.reduce((sum, { width, space }) => sum + width + space, 0)
  const way = bestWay(atoms, maxWidth, fewest, total / fewest)
  return way?.starts.map((start, line) => atoms.slice(start, way.starts[line + 1]))
}

function countGreedily(atoms: readonly MeasuredAtom[], maxWidth: number): number | undefined {
  let lines = 1
  let width = 0
  for (const atom of atoms) {
    if (atom.width > maxWidth) return undefined
    if (width + atom.width > maxWidth) {
      lines++
      width = 0
    }
    width += atom.width + atom.space
  }
  return lines
}

function bestWay(atoms: readonly MeasuredAtom[], maxWidth: number, lines: number, mean: number): Way | undefined {
  // The best ways to set the atoms up to each place in a number of lines.
  let ways: (Way | undefined)[] = [{ cost: 0, starts: [] }]
  for (let line = 1; line <= lines; line++) {
    const next: (Way | undefined)[] = []
    for (let start = 0; start < atoms.length; start++) {
      const before = ways[start]
      if (!before) continue
      let width = 0
      for (let end = start; end < atoms.length; end++) {
        const atom = atoms[end]
        if (!atom || width + atom.width > maxWidth) break
        width += atom.width
        const isLast = end === atoms.length - 1
        const cost = before.cost + costOf(atom, width, mean, isLast, end === start && lines > 1)
        if (cost < (next[end + 1]?.cost ?? Infinity)) next[end + 1] = { cost, starts: [...before.starts, start] }
        width += atom.space
      }
    }
    ways = next
  }
  return ways[atoms.length]
}

function costOf(last: MeasuredAtom, width: number, mean: number, isLast: boolean, isLone: boolean): number {
  const raggedness = ((width - mean) / mean) ** 2
  if (!isLast)
    return raggedness + (last.leans ? LEANING_END : 0) - (/[,;:.!?–—，、。：；]$/u.test(last.text) ? BREATH : 0)
  return raggedness + (isLone && width < mean * 0.6 ? LONE_LAST_WORD : 0) + (width < mean / 3 ? SHORT_LAST_LINE : 0)
}
