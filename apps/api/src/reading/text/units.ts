import { splitSentences } from './sentences.ts'

/** The smallest piece of the caller's text that is moved or left out as a whole. */
export interface Unit {
  readonly text: string
  /** `lines`: a list or verse, whose line breaks are the caller's own and stay. */
  readonly kind: 'sentence' | 'lines'
  /** Which of the caller's paragraphs it stands in. */
  readonly paragraph: number
}

const LIST_MARK = /^(?:[-*•–·▪✓✔→]|\d{1,2}[.)]|\p{Extended_Pictographic}\ufe0f?)\s+\S/u
const ENDED = /[.!?…。！？।؟:]["'”’»)]*$/u

/** Splits a cleaned text to units, in order. */
export function splitUnits(text: string, locale: string): Unit[] {
  const units: Unit[] = []
  for (const [paragraph, block] of breakInlineList(text).split('\n\n').entries()) {
    for (const unit of unitsOfBlock(block, paragraph, locale)) units.push(unit)
  }
  return units
}

function unitsOfBlock(block: string, paragraph: number, locale: string): Unit[] {
  const lines = block.split('\n').filter((line) => line.trim() !== '')
  const units: Unit[] = []
  let kept: string[] = []
  const closeLines = () => {
    if (kept.length > 0) units.push({ text: kept.join('\n'), kind: 'lines', paragraph })
    kept = []
  }
  for (const [index, line] of lines.entries()) {
    // A line that ends without a full stop was broken on purpose; the first may still serve as the hook.
    const isVerse = lines.length > 1 && !ENDED.test(line) && !(index === 0 && paragraph === 0)
    if (LIST_MARK.test(line) || isVerse) {
      kept.push(line)
      continue
    }
    closeLines()
    for (const sentence of splitSentences(line, locale)) units.push({ text: sentence, kind: 'sentence', paragraph })
  }
  closeLines()
  return units
}

/** Puts `1. ... 2. ... 3. ...` written in one line onto lines of its own. */
function breakInlineList(text: string): string {
  for (const mark of [(n: number) => `${n}. `, (n: number) => `${n}) `]) {
    const starts: number[] = []
    let from = 0
    for (let number = 1; number <= 20; number++) {
      const start = text.indexOf(mark(number), from)
      if (start === -1 || (start > 0 && !/\s/u.test(text.charAt(start - 1)))) break
      starts.push(start)
      from = start + 3
    }
    if (starts.length < 2) continue
    const pieces = starts.map((start, index) => text.slice(start, starts[index + 1]).trim())
    const before = text.slice(0, starts[0]).trim()
    return [before, ...pieces.map((piece) => piece.replace(/[,;]$/u, ''))].filter(Boolean).join('\n')
  }
  return text
}
