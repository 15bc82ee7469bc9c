/** How a language writes what JSON has. */
export interface LiteralStyle {
  readonly constants: Readonly<Record<'null' | 'true' | 'false', string>>
  readonly text: (text: string) => string
  /** The name of a field. */
  readonly name: (name: string) => string
  readonly indent: string
  /** Whether what stands between braces has spaces next to them. */
  readonly spaced: boolean
}

const LINE_LENGTH = 60

/** A JSON value as a language writes it: on one line where that is short. */
export function toLiteral(value: unknown, style: LiteralStyle, depth = 0): string {
  if (value === null || value === true || value === false) return style.constants[`${value}`]
  if (typeof value === 'string') return style.text(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  const items = Array.isArray(value)
    ? value.map((item: unknown) => toLiteral(item, style, depth + 1))
    : Object.entries(value).map(([name, item]) => `${style.name(name)}: ${toLiteral(item, style, depth + 1)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const space = style.spaced && !Array.isArray(value) && items.length > 0 ? ' ' : ''
  const line = `${open}${space}${items.join(', ')}${space}${close}`
  if (line.length <= LINE_LENGTH && !line.includes('\n')) return line
  const indent = style.indent.repeat(depth)
  return `${open}\n${items.map((item) => `${indent}${style.indent}${item},\n`).join('')}${indent}${close}`
}
