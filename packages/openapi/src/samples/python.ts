import type { LiteralStyle } from './literal.ts'
import { toLiteral } from './literal.ts'
import type { SampleBody, SampleRequest } from './sample-request.ts'

// JSON's escapes of a text are Python's as well.
const PYTHON: LiteralStyle = {
  constants: { null: 'None', true: 'True', false: 'False' },
  text: JSON.stringify,
  name: JSON.stringify,
  indent: '    ',
  spaced: false,
}

/** The request in Python, with `requests`. */
export function toPython({ method, address, query, headers, body, isStream }: SampleRequest): string {
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
${query ? `    params=${toLiteral(query, PYTHON, 1)},\n` : ''}${body ? listBodyArguments(body) : ''}${isStream ? '    stream=True,\n' : ''})
response.raise_for_status()
${isStream ? READ_EVENTS : 'print(response.json())'}`
}

const READ_EVENTS = `for line in response.iter_lines(chunk_size=1):
    if line.startswith(b"data:"):
        print(line.removeprefix(b"data:").decode())`

function listBodyArguments(body: SampleBody): string {
  switch (body.kind) {
    case 'json':
      return `    json=${toLiteral(body.value, PYTHON, 1)},\n`
    case 'multipart': {
      const files = Object.entries(body.files).map(([name, file]) => `"${name}": open(${JSON.stringify(file)}, "rb")`)
      return `    files={${files.join(', ')}},\n    data=${toLiteral(body.fields, PYTHON, 1)},\n`
    }
  }
}
