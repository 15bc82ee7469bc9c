import type { SampleBody, SampleRequest } from './sample-request.ts'

/** The request in Python, with `requests`. */
export function toPython({ method, address, headers, body }: SampleRequest): string {
  const hasVariables = address.some((piece) => 'variable' in piece)
  const url = address.map((piece) => ('text' in piece ? piece.text : `{os.environ['${piece.variable}']}`)).join('')
  const lines = Object.entries(headers).map(([name, variable]) => `        "${name}": os.environ["${variable}"],`)
  return `import os

import requests

response = requests.${method.toLowerCase()}(
    ${hasVariables ? 'f' : ''}"${url}",
    headers={
${lines.join('\n')}
    },
${body ? listBodyArguments(body) : ''})
response.raise_for_status()
print(response.json())`
}

function listBodyArguments(body: SampleBody): string {
  switch (body.kind) {
    case 'json':
      return `    json=${toLiteral(body.value, 1)},\n`
    case 'multipart': {
      const files = Object.entries(body.files).map(([name, file]) => `"${name}": open(${JSON.stringify(file)}, "rb")`)
      return `    files={${files.join(', ')}},\n    data=${toLiteral(body.fields, 1)},\n`
    }
  }
}

/** A JSON value as Python writes it. JSON's escapes of a text are Python's as well. */
function toLiteral(value: unknown, depth: number): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value !== 'object') return JSON.stringify(value)
  const items = Array.isArray(value)
    ? value.map((item: unknown) => toLiteral(item, depth + 1))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${toLiteral(item, depth + 1)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const line = `${open}${items.join(', ')}${close}`
  if (line.length <= 60 && !line.includes('\n')) return line
  const indent = '    '.repeat(depth)
  return `${open}\n${items.map((item) => `${indent}    ${item},\n`).join('')}${indent}${close}`
}
