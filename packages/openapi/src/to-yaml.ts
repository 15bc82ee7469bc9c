/**
 * JSON as YAML 1.2: block style, each text in the double quotes of JSON, which are YAML's too. A text of several lines is a block
 * that people can read.
 */
export function toYaml(value: unknown): string {
  return `${writeNode(value, '').replace(/^\n/, '')}\n`
}

/** What stands behind a name or a dash: a value in the same line, or lines of their own. */
function writeNode(value: unknown, indent: string): string {
  if (typeof value === 'string' && BLOCK.test(value)) return writeBlock(value, indent)
  if (typeof value !== 'object' || value === null) return ` ${JSON.stringify(value)}`
  const lines = Array.isArray(value) ? writeList(value, indent) : writeObject(value, indent)
  if (lines.length === 0) return Array.isArray(value) ? ' []' : ' {}'
  return `\n${lines.join('\n')}`
}

function writeObject(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([name, child]: [string, unknown]) =>
    child === undefined ? [] : [`${indent}${writeName(name)}:${writeNode(child, `${indent}  `)}`],
  )
}

/** An item's first line stands behind the dash. */
function writeList(values: readonly unknown[], indent: string): string[] {
  return values.map((value) => `${indent}-${writeNode(value, `${indent}  `).replace(/^\n +/, ' ')}`)
}

/** Several lines that need no escape: no blanks at the ends of lines, none at the start, one newline or none at the end. */
const BLOCK = /^(?! )[\x20-\x7E\u00A0-\uD7FF]+(?:\n+[\x20-\x7E\u00A0-\uD7FF]+)+\n?$/

function writeBlock(text: string, indent: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  return ` |${text.endsWith('\n') ? '' : '-'}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`
}

/** Plain where it can be nothing else than a text. */
function writeName(name: string): string {
  return /^[A-Za-z$_/][\w$./{}-]*$/.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name)
    ? name
    : JSON.stringify(name)
}
