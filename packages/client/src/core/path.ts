import { invalidArgument } from '../errors/invalid-argument.ts'

/** A path with its ids, encoded, in their places. An id that would lead to another path is refused. */
export function fillPath(pattern: string, ids: readonly unknown[]): string {
  let index = 0
  return pattern.replaceAll(/:\w+/g, () => {
    const id = ids[index++]
    // URLs drop "." and "..", and an empty id would ask for the list.
    if (typeof id !== 'string' || /^\.{0,2}$/.test(id)) {
      throw invalidArgument(`An id must be a text, not ${JSON.stringify(id)}.`)
    }
    return encodeURIComponent(id)
  })
}

/** A query: what is undefined is left out, lists repeat their name. */
export function toQueryString(query: object = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().flatMap((item) => (item === undefined ? [] : [[name, String(item)]])),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : ''
}
