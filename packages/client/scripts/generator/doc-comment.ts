import type { JsonSchema } from './schemas.ts'

const WIDTH = 110

/** A doc comment of some paragraphs and tags, or nothing when there is nothing to say. */
export function docComment(lines: readonly (string | undefined)[], indent = ''): string {
  const said = lines.flatMap((line, index) => {
    if (!line) return []
    const startsParagraph = index > 0 && !line.startsWith('@') && !line.startsWith('- ')
    return [...(startsParagraph ? [''] : []), ...wrap(line, WIDTH)]
  })
  if (said.length === 0) return ''
  const safe = said.map((line) => line.replaceAll('*/', '*\\/'))
  const [only = ''] = safe
  if (safe.length === 1) return `${indent}/** ${only} */\n`
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}

/** What a schema says of a value besides its type: description, limits, default, examples. */
export function describeSchema(schema: JsonSchema): string[] {
  return [
    schema.description ?? '',
    ...LIMITS.flatMap((limit) => (schema[limit] === undefined ? [] : [`@${limit} ${String(schema[limit])}`])),
    ...(schema.format === undefined || schema.contentEncoding !== undefined ? [] : [`@format ${schema.format}`]),
    ...(schema.default === undefined ? [] : [`@default ${JSON.stringify(schema.default)}`]),
    ...(schema.examples ?? []).map((example) => `@example ${JSON.stringify(example)}`),
  ]
}

const LIMITS = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
] as const

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
