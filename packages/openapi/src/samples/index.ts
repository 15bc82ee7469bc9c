import { createClientNaming } from '@powerpost/contract/routes'
import type { Route } from '../routes.ts'
import { toClient } from './client.ts'
import { toCurl } from './curl.ts'
import { toPython } from './python.ts'
import { createSampleRequest } from './sample-request.ts'

/** A piece of code that makes a request, as `x-codeSamples` has them. */
export interface CodeSample {
  /** What highlights it. */
  readonly lang: string
  readonly label: string
  readonly source: string
}

/** An operation's first example in every language we show. */
export function createCodeSamples(route: Route, routes: readonly Route[]): CodeSample[] {
  const request = createSampleRequest(route, routes)
  const nameOf = createClientNaming(routes, {
    isPage: ({ metadata }) => Object.hasOwn(Object(metadata.responseExample), 'next_cursor'),
    isStream: ({ metadata }) => metadata.eventSchema !== undefined,
  })
  return [
    { lang: 'shell', label: 'curl', source: toCurl(request) },
    { lang: 'typescript', label: '@powerpost/client', source: toClient(request, nameOf(route)) },
    { lang: 'python', label: 'Python', source: toPython(request) },
  ]
}
