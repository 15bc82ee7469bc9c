import { eventSchemaOf } from '@powerpost/contract'
import { clientAnswerOf, createClientNaming } from '@powerpost/contract/routes'
import type { Route } from '../routes.ts'
import { toClient } from './client.ts'
import { toCurl } from './curl.ts'
import { toPython } from './python.ts'
import type { SamplesContext } from './sample-request.ts'
import { createSampleRequest } from './sample-request.ts'

/** A piece of code that makes a request, as `x-codeSamples` has them. */
export interface CodeSample {
  /** What highlights it. */
  readonly lang: string
  readonly label: string
  readonly source: string
}

/**
 * An operation's first example in every language we show. What is neither JSON nor events only by `curl`; a public operation not at all:
 * its address is one that the server gave, or that others come back to.
 */
export function createCodeSamples(route: Route, { routes, origin }: SamplesContext): CodeSample[] {
  if (route.metadata.scope === null) return []
  const methods = routes.filter(clientAnswerOf)
  const request = createSampleRequest(route, { routes: methods, origin })
  const curl = { lang: 'shell', label: 'curl', source: toCurl(request) }
  if (!clientAnswerOf(route)) return [curl]
  const nameOf = createClientNaming(methods, {
    isPage: ({ metadata }) => Object.hasOwn(Object(metadata.responseExample), 'next_cursor'),
    isStream: ({ metadata }) => eventSchemaOf(metadata) !== undefined,
  })
  return [
    curl,
    { lang: 'typescript', label: '@powerpost/client', source: toClient(request, nameOf(route)) },
    { lang: 'python', label: 'Python', source: toPython(request) },
  ]
}
