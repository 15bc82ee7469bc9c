import { API_KEY_HEADER, WORKSPACE_HEADER } from '@powerpost/contract'
import { DEFAULT_ORIGIN } from '../origin.ts'
import { headerName } from '../parameters.ts'
import type { Route } from '../routes.ts'

/** A request that shows an operation: its first example, with a key, a workspace and ids that the reader puts in. */
export interface SampleRequest {
  readonly method: Route['method']
  /** The address in pieces: plain text, and in between the names of ids the reader has: `GENERATION_ID`. */
  readonly address: readonly AddressPiece[]
  /** Headers by name, each the name of an environment variable. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: SampleBody
}

export type AddressPiece = { readonly text: string } | { readonly variable: string }

export type SampleBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'multipart'; readonly fields: Readonly<Record<string, string>>; readonly files: Files }

/** File names by field. */
type Files = Readonly<Record<string, string>>

export function createSampleRequest(route: Route): SampleRequest {
  const body = createBody(route)
  return {
    method: route.method,
    address: createAddress(route.path),
    headers: {
      [API_KEY_HEADER]: 'POWERPOST_API_KEY',
      ...(route.metadata.workspace && { [headerName(WORKSPACE_HEADER)]: 'POWERPOST_WORKSPACE_ID' }),
    },
    ...(body && { body }),
  }
}

/** `/writing-styles/:id` holds a `WRITING_STYLE_ID`, `/posts/:id/items/:item_id` a `POST_ID` and an `ITEM_ID`. */
function createAddress(path: string): AddressPiece[] {
  const pieces: AddressPiece[] = []
  let text = DEFAULT_ORIGIN
  let collection = ''
  for (const segment of path.split('/').slice(1)) {
    text += '/'
    if (segment.startsWith(':')) {
      const name = segment === ':id' ? `${toSingular(collection)}_id` : segment.slice(1)
      pieces.push({ text }, { variable: name.replaceAll('-', '_').toUpperCase() })
      text = ''
    } else {
      text += segment
      collection = segment
    }
  }
  return text === '' ? pieces : [...pieces, { text }]
}

function toSingular(plural: string): string {
  return plural.replace(/ies$/, 'y').replace(/s$/, '')
}

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
