import { PowerPostError } from '../errors/powerpost-error.ts'

/** A path with its ids encoded: template strings only. An id that would lead to another path is refused. */
export function path(segments: TemplateStringsArray, ...ids: readonly string[]): string {
  return String.raw(
    { raw: segments },
    ...ids.map((id) => {
      // URLs drop "." and "..", and an empty id would ask for the list.
      if (typeof id !== 'string' || /^\.{0,2}$/.test(id)) {
        throw new PowerPostError({
          code: 'INVALID_ARGUMENT',
          message: `An id must be a text, not ${JSON.stringify(id)}.`,
        })
      }
      return encodeURIComponent(id)
    }),
  )
}

/** A query: what is undefined is left out, lists repeat their name. */
export function toQueryString(query: object = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().flatMap((item) => (item === undefined ? [] : [[name, String(item)]])),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : ''
}
