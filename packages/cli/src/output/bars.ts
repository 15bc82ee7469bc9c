import stringWidth from 'string-width'
import { printableLine } from './printable.ts'

interface Bar {
  readonly label: string
  readonly value: number
}

const BLOCK = '█'
const PART_BLOCKS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const MOST_COLUMNS = 60

interface BarOptions {
  /** Columns of the terminal; undefined: it is none, and there are labels and numbers alone. */
  readonly columns?: number | undefined
}

/** Numbers with bars as long as they are large. Where nobody looks at a terminal, plain: a label, a tab, a number. */
export function formatBars(bars: readonly Bar[], { columns = columnsOf(process.stdout) }: BarOptions = {}): string {
  const rows = bars.map(({ label, value }) => ({ label: printableLine(label), value, number: String(value) }))
  if (columns === undefined) return rows.map(({ label, number }) => `${label}\t${number}`).join('\n')
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0)
  const labels = widest(rows.map(({ label }) => label))
  const numbers = widest(rows.map(({ number }) => number))
  const room = Math.max(0, Math.min(MOST_COLUMNS, columns - labels - numbers - 4))
  const most = Math.max(1, ...rows.map(({ value }) => value))
  return rows
    .map(({ label, value, number }) => {
      const padded = label + ' '.repeat(labels - stringWidth(label))
      return `${padded}  ${number.padStart(numbers)}  ${toBar((value / most) * room)}`.trimEnd()
    })
    .join('\n')
}

function columnsOf(stream: NodeJS.WriteStream): number | undefined {
  return stream.isTTY ? stream.columns : undefined
}

function toBar(length: number): string {
  const eighths = Math.round(length * 8)
  return BLOCK.repeat(Math.floor(eighths / 8)) + (PART_BLOCKS[eighths % 8] ?? '')
}
