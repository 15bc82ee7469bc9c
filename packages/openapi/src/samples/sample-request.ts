import { API_BASE_PATH, API_KEY_HEADER, eventSchemaOf, WORKSPACE_HEADER } from '@powerpost/contract'
import { z } from 'zod'
import { headerName } from '../parameters.ts'
import type { Route } from '../routes.ts'

/** A request that shows an operation: its first example, with a key, a workspace and ids that the reader puts in. */
export interface SampleRequest {
  readonly method: Route['method']
  /** The address in pieces: plain text, and in between the names of ids the reader has (`GENERATION_ID`), or values (`x-post`). */
  readonly address: readonly AddressPiece[]
  /** Headers by name, each the name of an environment variable. */
  readonly headers: Readonly<Record<string, string>>
  /** Absent: it needs none. */
  readonly query?: Readonly<Record<string, string>>
  readonly body?: SampleBody
  /** Whether the answer is a stream of events. */
  readonly isStream: boolean
}

/** `isArgument`: a value of the address, which the client takes as an argument. */
export type AddressPiece = { readonly text: string; readonly isArgument?: true } | { readonly variable: string }

export type SampleBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'multipart'; readonly fields: Readonly<Record<string, string>>; readonly files: Files }

/** File names by field. */
type Files = Readonly<Record<string, string>>

export interface SamplesContext {
  readonly routes: readonly Route[]
  /** Where the server stands. */
  readonly origin: string
}

export function createSampleRequest(route: Route, context: SamplesContext): SampleRequest {
  const body = createBody(route)
  return {
    method: route.method,
    address: createAddress(route, context),
    headers: {
      [API_KEY_HEADER]: 'POWERPOST_API_KEY',
      ...(route.metadata.workspace && { [headerName(WORKSPACE_HEADER)]: 'POWERPOST_WORKSPACE_ID' }),
    },
    ...(route.metadata.queryExample && { query: route.metadata.queryExample }),
    ...(body && { body }),
    isStream: eventSchemaOf(route.metadata) !== undefined,
  }
}

function createAddress({ path, metadata }: Route, { routes, origin }: SamplesContext): AddressPiece[] {
  const pieces: AddressPiece[] = []
  let text = origin
  let collection = ''
  for (const segment of path.split('/').slice(1)) {
    if (segment.startsWith(':')) {
      const name = segment === ':id' ? nameId(collection, routes) : segment.slice(1)
      const value = name.endsWith('id') ? undefined : itemSchema.parse(metadata.responseExample)[name]
      pieces.push(
        { text: `${text}/` },
        typeof value === 'string' ? { text: value, isArgument: true } : { variable: name.toUpperCase() },
      )
      text = ''
    } else {
      text += `/${segment}`
    }
    collection += `/${segment}`
  }
  return text === '' ? pieces : [...pieces, { text }]
}

/** What the answers of a collection call the id of an item of it: `/api/v1/writing-styles` a `writing_style_id`. */
function nameId(collection: string, routes: readonly Route[]): string {
  for (const { path, metadata } of routes) {
    if (path !== collection && path !== `${collection}/:id`) continue
    const { data: [item] = [metadata.responseExample] } = pageSchema.parse(metadata.responseExample)
    const name = Object.keys(itemSchema.parse(item)).find((field) => field.endsWith('_id'))
    if (name !== undefined) return name
  }
  const known = NAMED[collection]
  if (known !== undefined) return known
  throw new Error(`No answer of ${collection} shows the id of an item`)
}

/** Collections that only their items' own parts are asked of: other answers show their ids. */
const NAMED: Readonly<Record<string, string>> = { [`${API_BASE_PATH}/post-items`]: 'item_id' }

const itemSchema = z.record(z.string(), z.unknown())
const pageSchema = z.looseObject({ data: z.array(z.unknown()).optional() })

function createBody({ metadata }: Route): SampleBody | undefined {
  const [example] = Object.values(metadata.requestExamples ?? {})
  if (example === undefined) return undefined
  if (!metadata.multipartSchema) return { kind: 'json', value: example }
  const parts = Object.entries(example as Record<string, unknown>)
  return {
    kind: 'multipart',
    fields: Object.fromEntries(
      parts.flatMap(([name, value]) => (value instanceof File ? [] : [[name, String(value)]])),
    ),
    files: Object.fromEntries(parts.flatMap(([name, value]) => (value instanceof File ? [[name, value.name]] : []))),
  }
}
