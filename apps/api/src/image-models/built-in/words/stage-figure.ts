/** A headline around its figure, in the order in which it is read: every word of it once. */
export interface StagedFigure {
  readonly figure: string
  /** What stands before it; empty where it opens the headline. */
  readonly before: string
  readonly after: string
}

/** The most letters on either side of a figure that is still what the sentence is about. */
const LONGEST_SIDE = 84

/** Takes a headline apart at its figure. Undefined: one side is so long that the figure is only part of it. */
export function stageFigure(headline: string, figure: string): StagedFigure | undefined {
  const start = headline.indexOf(figure)
  if (start === -1) return undefined
  const before = headline
    .slice(0, start)
    .replace(/[\s,:;–—-]+$/u, '')
    .trim()
  const after = headline
    .slice(start + figure.length)
    .replace(/^[\s,:;–—，、]+/u, '')
    .trim()
  if (before.length > LONGEST_SIDE || after.length > LONGEST_SIDE || hasOpenBracket(before)) return undefined
  return { figure, before, after }
}

function hasOpenBracket(text: string): boolean {
  return /[([（«“„「][^)\]）»”」]*$/u.test(text)
}
