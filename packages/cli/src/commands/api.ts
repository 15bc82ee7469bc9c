import { Argument } from '@commander-js/extra-typings'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { usageError } from '../errors/cli-error.ts'
import { examples } from '../help.ts'
import { printable } from '../output/printable.ts'
import { readTextFile } from '../read-text.ts'
import type { OpenSession } from '../session.ts'
import { repeated } from './options.ts'
import type { Program } from './program-type.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** `powerpost api`: what no other command does. */
export function addApiCommand(program: Program, open: OpenSession): void {
  program
    .command('api')
    .description('Send any request to the API, and print the response.')
    .addArgument(new Argument('<method>', 'the method').choices(METHODS))
    .argument('<path>', 'the path, with or without /api/v1')
    .option('--field <name=value>', 'a field of the body, or of the query of a GET; can be repeated', repeated)
    .option('--data <json>', 'the body as JSON; @FILE reads a file, - standard input')
    .option('--header <name:value>', 'a header; can be repeated', repeated)
    .option('--idempotency-key <key>', 'sending the same key again returns the first response')
    .option('--include', 'print the status and the headers too')
    .addHelpText(
      'after',
      `
A value of --field is a number, true, false, null, or a list or an object in JSON where it looks like one; otherwise a text.
` +
        examples(
          'api GET /account/credits',
          'api GET /content/generations --field limit=5',
          'api POST /account/workspaces --field name=Shop',
          'api POST /content/generate --data @request.json',
        ),
    )
    .action(async (method, path, { field = [], data, header = [], include = false, idempotencyKey }) => {
      const session = open()
      const place = toPath(path)
      const fields = Object.fromEntries(field.map(readField))
      const isQuery = method === 'GET' || method === 'DELETE'
      if (data !== undefined && !isQuery && field.length > 0)
        throw usageError('Both --data and --field were given.', 'Choose one.')
      const body = data === undefined ? (isQuery || field.length === 0 ? undefined : fields) : await readData(data)
      const isOfAccount = place.startsWith('/account/')
      const client = isOfAccount ? session.client() : await session.workspaceClient()
      const operation = { method, path: place, query: isQuery ? fields : undefined, body, workspace: !isOfAccount }
      const options = { signal: session.signal, headers: Object.fromEntries(header.map(readHeader)), idempotencyKey }
      const response = await client.request(operation, options).asResponse()
      if (include)
        process.stdout.write(`${response.status} ${response.statusText}\n${printable(listHeaders(response))}\n\n`)
      await print(response)
    })
}

function toPath(path: string): string {
  const [, rest = ''] = /^\/?(?:api\/v1\/)?(.*)$/s.exec(path) ?? []
  if (rest === '' || /^https?:/.test(path)) throw usageError(`"${path}" is no path.`, 'Write it like /account/credits.')
  return `/${rest}`
}

function readField(field: string): [name: string, value: unknown] {
  const [, name = '', text = ''] = /^([^=]+)=(.*)$/s.exec(field) ?? []
  if (name === '') throw usageError(`"${field}" is no field.`, 'Write it like --field name=value.')
  try {
    return [name, JSON.parse(text)]
  } catch {
    return [name, text]
  }
}

async function readData(data: string): Promise<unknown> {
  const text = data === '-' ? await readTextFile('-') : data.startsWith('@') ? await readTextFile(data.slice(1)) : data
  try {
    return JSON.parse(text)
  } catch {
    throw usageError('--data is not valid JSON.', 'Quote it for your shell, or read it from a file with @FILE.')
  }
}

function readHeader(header: string): [name: string, value: string] {
  const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/s.exec(header) ?? []
  if (name === '') throw usageError(`"${header}" is no header.`, "Write it like --header 'X-Request-Id: mine'.")
  return [name.toLowerCase(), value]
}

function listHeaders({ headers }: Response): string {
  return [...headers].map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** JSON is laid out; everything else, a stream of events or a file, is passed on as it comes. */
async function print(response: Response): Promise<void> {
  if (response.headers.get('content-type')?.includes('json')) {
    process.stdout.write(`${JSON.stringify(await response.json(), undefined, 2)}\n`)
  } else if (response.body) {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), process.stdout, {
      end: false,
    })
  }
}
