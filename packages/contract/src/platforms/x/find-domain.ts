import { isName } from './characters.ts'
import { findTopLevelDomainEnd } from './top-level-domains.ts'

/** What stands between two dots. */
export interface Label {
  readonly start: number
  readonly end: number
  /** Whether a domain can go on behind it: a dot follows, and a letter stands before that. */
  readonly goesOn: boolean
  /** Where a top-level domain ends that begins behind its dot; -1 where there is none. */
  readonly topLevelEnd: number
  /** -1 where there is none. The label directly before a top-level domain has none. */
  readonly lastUnderscore: number
  /** Where the longest domain ends that goes on with the next label; -1 where there is none. */
  readonly endBehind: number
}

/** Reads the labels of a stretch from the last to the first, each once: so each knows where a domain through it ends. */
export function readLabels(text: string, start: number, run: string): readonly Label[] {
  const labels: Label[] = []
  let endBehind = -1
  for (let to = run.length; to >= 0;) {
    const from = to === 0 ? 0 : run.lastIndexOf('.', to - 1) + 1
    const underscore = run.slice(from, to).lastIndexOf('_')
    const goesOn = to > from && to < run.length && isName(run.charAt(to - 1))
    const label = {
      start: start + from,
      end: start + to,
      goesOn,
      topLevelEnd: goesOn ? findTopLevelDomainEnd(text, start + to + 1) : -1,
      lastUnderscore: underscore < 0 ? -1 : start + from + underscore,
      endBehind,
    }
    labels.push(label)
    endBehind = findDomainEnd(text, label, label.start)
    to = from - 1
  }
  return labels.toReversed()
}

/** Where the longest domain ends that begins at a place in a label; -1 where none begins there. */
export function findDomainEnd(text: string, label: Label, start: number): number {
  if (!label.goesOn || !isName(text.charAt(start))) return -1
  if (label.endBehind >= 0) return label.endBehind
  return label.lastUnderscore < start ? label.topLevelEnd : -1
}
