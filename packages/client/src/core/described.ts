/**
 * The methods of a resource by name, each described in words: a line of text weighs a quarter of the function it stands for.
 *
 * - `POST ./:id/retry body`: a request; `.` is the path of the resource. Its arguments are the ids, then `body` (or
 *   `file:FIELD`, a form with one file), then `query`, then the options. `list`: it answers pages. `account`: it is not about
 *   a workspace, as nothing below `/account` is.
 *   `once:FIELD`: only the first answer has this field. `events:NAMES`: it answers a stream, which ends with one of these.
 *   `starts:generations,generation_id` adds a method that waits, too: `waitFor` of that resource (the same if none is named), with
 *   that field of the answer. With `,regeneration,Generation` the job has also failed when this field of it has. `streams:` adds one that streams, too.
 * - `get completed,failed Generation`: calls `get` until the status is one of these; a failure is the error of that job.
 * - `_: 'list get'`: methods that are as `USUAL` describes them.
 */
export interface Operations {
  readonly [name: string]: string | Operations
}

export type Method = (...args: unknown[]) => unknown

export interface Resource {
  [name: string]: Method | Resource
}

/** What most resources do. */
export const USUAL: Readonly<Record<string, string>> = {
  list: 'GET . query list',
  create: 'POST . body',
  get: 'GET ./:id',
  update: 'PATCH ./:id body',
  delete: 'DELETE ./:id',
}

/** The path that the name of a resource stands for: `/account/api-keys` for ['account', 'apiKeys']. */
export function placeOf(resource: readonly string[]): string {
  return resource.map((part) => `/${part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`).join('')
}
