import type { SampleBody, SampleRequest } from './sample-request.ts'

/** The request as a line for a shell, with `curl`. */
export function toCurl({ method, address, query, headers, body, isStream }: SampleRequest): string {
  const path = address.map((piece) => ('text' in piece ? piece.text : `$${piece.variable}`)).join('')
  // A shell takes an ampersand for its own.
  const url = query ? `"${path}?${new URLSearchParams(query)}"` : path
  // A body makes it a POST.
  const isUsual = method === (body ? 'POST' : 'GET')
  return [
    `curl ${isStream ? '--no-buffer ' : ''}${isUsual ? '' : `-X ${method} `}${url}`,
    ...Object.entries(headers).map(([name, variable]) => `-H "${name}: $${variable}"`),
    ...(body ? listBodyArguments(body) : []),
  ].join(' \\\n  ')
}

function listBodyArguments(body: SampleBody): string[] {
  switch (body.kind) {
    case 'json':
      return [
        '-H "Content-Type: application/json"',
        `-d ${quote(JSON.stringify(body.value, null, 2).replaceAll('\n', '\n  '))}`,
      ]
    case 'multipart':
      return [
        ...Object.entries(body.files).map(([name, file]) => `-F ${quoteWhereNeeded(`${name}=@${file}`)}`),
        ...Object.entries(body.fields).map(([name, value]) => `-F ${quoteWhereNeeded(`${name}=${value}`)}`),
      ]
  }
}

function quoteWhereNeeded(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : quote(text)
}

/** Within single quotes a shell reads everything as it stands, but a single quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
