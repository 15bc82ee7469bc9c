import { eventSchemaOf } from '@powerpost/contract'
import type { ClientName } from '@powerpost/contract/routes'
import { createClientNaming } from '@powerpost/contract/routes'
import { z } from 'zod'
import { camelCase, pascalCase } from './naming.ts'
import type { Route } from './routes.ts'
import type { Fallback, JsonSchema, Schemas } from './schemas.ts'
import { referenceOf } from './schemas.ts'

/** A method of the client, as the contract has it. */
export interface Method {
  readonly route: Route
  readonly name: ClientName
  readonly parameters: readonly PathParameter[]
  readonly body: Argument | undefined
  readonly query: Argument | undefined
  /** The field of a multipart body that is the file. */
  readonly fileField: string | undefined
  /** The type of an answer. */
  readonly answer: string
  /** The same; of a page, the type of its items. */
  readonly result: string
  readonly isPage: boolean
  /** The events with which a stream ends, where an answer is one. */
  readonly endEvents: readonly string[] | undefined
  /** The statuses that end a job, where an answer is one. */
  readonly ended: readonly string[] | undefined
  /** How to read the job that this starts. */
  readonly starts: Started | undefined
  /** The field that only the first answer has. */
  readonly once: string | undefined
}

export interface PathParameter {
  readonly name: string
  readonly wireName: string
  readonly description: string
}

export interface Argument {
  readonly type: string
  readonly optional: boolean
}

export interface Started {
  readonly name: ClientName
  readonly result: string
  /** The field of the first answer that is the job's id. */
  readonly idField: string
  /** The field of the job that tells how this ended, where a job that is there already does something more. */
  readonly part: string | undefined
  /** The type of its events, where it can be watched. */
  readonly event: string | undefined
}

const RUNNING = new Set(['queued', 'pending', 'processing', 'publishing', 'draft', 'scheduled', 'waiting'])
const ENDED = new Set(['completed', 'failed', 'published', 'connected'])
/** Statuses with which waiting ends, too, where one of those is possible: somebody has to do something. */
const ENDED_TOO = new Set(['choosing', 'expired'])

export function listMethods(routes: readonly Route[], schemas: Schemas): Method[] {
  const nameOf = createClientNaming(routes, {
    isPage: (route) => itemOf(route, schemas) !== undefined,
    isStream: ({ metadata }) => eventSchemaOf(metadata) !== undefined,
  })
  const methods = routes.map((route) => createMethod(route, nameOf(route), schemas))
  const names = methods.map(({ name }) => [...name.resource, name.method].join('.'))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new Error(`Two operations would be \`${twice}\`.`)
  return methods.map((method) => ({ ...method, starts: findStarted(method, methods, schemas) }))
}

function createMethod(route: Route, name: ClientName, schemas: Schemas): Method {
  const { operationId, multipartSchema } = route.metadata
  const eventSchema = eventSchemaOf(route.metadata)
  const typeName = pascalCase(operationId)
  const body = multipartSchema ?? (route.body instanceof z.ZodType ? route.body : undefined)
  const item = itemOf(route, schemas)
  const of = `\`${route.method} ${route.path}\``
  const fallback = { name: `${typeName}Response`, description: `What ${of} answers.` }
  const answer = schemas.name(route.responses[200], 'output', fallback)
  return {
    route,
    name,
    parameters: listPathParameters(route, schemas),
    body: body && toArgument(body, { name: `${typeName}Request`, description: `What ${of} sends.` }, schemas),
    query:
      route.query && toArgument(route.query, { name: `${typeName}Query`, description: `The query of ${of}.` }, schemas),
    fileField: multipartSchema && findFileField(multipartSchema, schemas),
    answer,
    result: item ?? answer,
    isPage: item !== undefined,
    endEvents: eventSchema && findEndEvents(eventSchema, schemas),
    ended: findEnded(route, schemas),
    starts: undefined,
    once: route.metadata.shownOnce,
  }
}

function toArgument(schema: z.ZodType, fallback: Fallback, schemas: Schemas): Argument {
  const type = schemas.name(schema, 'input', fallback)
  const { required = [], not } = schemas.get(type).schema
  // A `not` next to properties says which of them are needed.
  return { type, optional: required.length === 0 && not === undefined }
}

function listPathParameters({ path, pathParams }: Route, schemas: Schemas): PathParameter[] {
  const described = pathParams ? (schemas.read(pathParams, 'input').properties ?? {}) : {}
  return [...path.matchAll(/:(\w+)/g)].map(([, wireName = '']) => {
    const schema = described[wireName]
    return {
      name: camelCase(wireName),
      wireName,
      description: (typeof schema === 'object' && schema.description) || '',
    }
  })
}

function answerOf(route: Route, schemas: Schemas): JsonSchema {
  return schemas.resolve(schemas.read(route.responses[200], 'output'))
}

/** The type of a page's items, if an answer is a page. */
function itemOf(route: Route, schemas: Schemas): string | undefined {
  const { properties = {} } = answerOf(route, schemas)
  const { data } = properties
  if (!('next_cursor' in properties) || typeof data !== 'object') return undefined
  const name = typeof data.items === 'object' && !Array.isArray(data.items) ? referenceOf(data.items) : undefined
  if (name === undefined) throw new Error(`The items of ${route.path} have no name: give their schema an id.`)
  return name
}

function findFileField(schema: z.ZodType, schemas: Schemas): string {
  const { properties = {} } = schemas.resolve(schemas.read(schema, 'input'))
  const files = Object.entries(properties).flatMap(([name, value]) =>
    typeof value === 'object' && value.contentEncoding === 'binary' ? [name] : [],
  )
  const [file] = files
  if (file === undefined || files.length > 1) throw new Error('A multipart body has one file.')
  return file
}

/** The names of the events of a union that can be the last. */
function findEndEvents(schema: z.ZodType, schemas: Schemas): string[] {
  const { anyOf, oneOf } = schemas.resolve(schemas.read(schema, 'output'))
  const names = (anyOf ?? oneOf ?? []).map((event) => {
    const { event: name } = schemas.resolve(event).properties ?? {}
    return typeof name === 'object' ? String(name.const) : ''
  })
  return names.filter((name) => ENDED.has(name))
}

/** A job is what is read under its id, and has a status that can be the last. */
function findEnded(route: Route, schemas: Schemas): string[] | undefined {
  const { status } = answerOf(route, schemas).properties ?? {}
  if (route.method !== 'GET' || !route.path.includes(':') || typeof status !== 'object') return undefined
  const values = (schemas.resolve(status).enum ?? []).map(String)
  // What can only fail is no job of this API: a delivery is `delivered`.
  if (!values.some((value) => ENDED.has(value) && value !== 'failed')) return undefined
  const ended = values.filter((value) => ENDED.has(value) || ENDED_TOO.has(value))
  const unclear = values.find((value) => !ended.includes(value) && !RUNNING.has(value))
  if (unclear !== undefined) throw new Error(`${route.path}: is \`${unclear}\` the end?`)
  return ended
}

/** An operation starts a job when the `status_url` of its example leads to one. */
function findStarted({ route }: Method, methods: readonly Method[], schemas: Schemas): Started | undefined {
  const example = Object.entries(Object(route.metadata.responseExample) as Record<string, unknown>)
  const url = String(example.find(([field]) => field === 'status_url')?.[1] ?? '')
  for (const { route: candidate, ended, name, result } of methods) {
    const id = url.match(new RegExp(`${candidate.path.replaceAll(/:\w+/g, '([^/]+)')}$`))?.[1]
    const idField = example.find(([, value]) => value === id)?.[0]
    if (!ended || idField === undefined) continue
    const part = route.path.startsWith(`${candidate.path}/`) ? findPart(candidate, schemas) : undefined
    const stream = methods.find((one) => one.endEvents && String(one.name.resource) === String(name.resource))
    return { name, result, idField, part, event: stream?.result }
  }
  return undefined
}

/** The field of a job that has a status of its own, which can be `failed` while the job's is not. */
function findPart(job: Route, schemas: Schemas): string | undefined {
  const parts = Object.entries(answerOf(job, schemas).properties ?? {}).filter(([, field]) => {
    const { status } = typeof field === 'object' ? (schemas.resolve(field).properties ?? {}) : {}
    return typeof status === 'object' && schemas.resolve(status).enum?.includes('failed')
  })
  if (parts.length > 1) throw new Error(`${job.path} has several parts: which one is waited for?`)
  return parts[0]?.[0]
}
