import { OPERATIONS } from '../generated/operations.ts'
import type { API } from '../generated/resources.ts'
import { createFollowing, createWait } from './combined.ts'
import type { Method, Operations, Resource } from './described.ts'
import { placeOf, USUAL } from './described.ts'
import type { Operation, Transport } from './operation.ts'
import { fillPath } from './path.ts'
import { streamEvents } from './stream.ts'

/** Everything the API does, by resource. A function: what it constructs has methods that no class of this code declares. */
export const Resources = function (this: object, transport: Transport) {
  Object.assign(this, createResource(OPERATIONS, transport))
} as unknown as new (transport: Transport) => API

function createResource(operations: Operations, transport: Transport, parts: readonly string[] = []): Resource {
  const resource: Resource = {}
  const add = (name: string, description: string) => {
    resource[name] = /^[A-Z]/.test(description)
      ? createRequest(description.replace(' .', ` ${placeOf(parts)}`), transport)
      : createWait(description, resource, transport.runtime)
    const [, kind, start] = / (starts|streams):(.*)/.exec(description) ?? []
    if (!start) return
    const optionsAt = description.split(/\/:| body/).length - 1
    const { AndWait, AndStream } = createFollowing({ resource, method: resource[name], optionsAt, description: start })
    resource[`${name}AndWait`] = AndWait
    if (kind === 'streams') resource[`${name}AndStream`] = AndStream
  }
  for (const [name, entry] of Object.entries(operations)) {
    if (typeof entry !== 'string') resource[name] = createResource(entry, transport, [...parts, name])
    else if (name === '_') for (const usual of entry.split(' ')) add(usual, USUAL[usual] ?? '')
    else add(name, entry)
  }
  return resource
}

function createRequest(description: string, transport: Transport): Method {
  const [method, path = '', ...words] = description.split(' ')
  const is = (word: string) => words.includes(word)
  const find = (word: string) => words.find((one) => one.startsWith(word))?.slice(word.length)
  return (...args) => {
    const rest = args.splice(path.split('/:').length - 1)
    const file = find('file:')
    const operation = {
      method: method as Operation['method'],
      path: fillPath(path, args),
      multipart: file && { form: rest.shift() as object, file },
      body: is('body') ? (rest.shift() ?? {}) : undefined,
      query: is('query') ? (rest.shift() as object) : undefined,
      workspace: !is('account') && !path.startsWith('/account/'),
      once: find('once:'),
    } as Operation
    const options = rest[0] as object | undefined
    const ended = find('events:')?.split(',')
    return ended
      ? streamEvents({ transport, operation, ended }, options)
      : transport[is('list') ? 'list' : 'request'](operation, options)
  }
}
