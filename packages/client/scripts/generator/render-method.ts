import { docComment } from './doc-comment.ts'
import { errorClassName } from './errors.ts'
import type { Argument, Method, Started } from './methods.ts'

/** What any request may end with. A method says what it may end with besides these. */
const COMMON_STATUSES = new Set([400, 401, 403, 429, 500, 503])

/** The signatures of a method, and of those that wait for what it reads or starts. */
export function renderMethods(method: Method): string[] {
  const { name, starts } = method
  const started = starts && isWithinReach(method, starts) ? starts : undefined
  return [
    ...(method.once === undefined ? [] : [renderOnce(method, method.once)]),
    `${describe(method)}  ${name.method}${renderSignature(method, optionsType(method), resultType(method))}`,
    ...(method.ended ? [renderWaitFor(method, method.ended)] : []),
    ...(started ? [renderAndWait(method, started)] : []),
    ...(started?.event === undefined ? [] : [renderAndStream(method, started.event)]),
  ]
}

/** The parameters of a method before its options: `id: string, body: UpdateWritingStyleRequest`. */
export function renderParameters({ parameters, body, query }: Method): string[] {
  return [
    ...parameters.map(({ name }) => `${name}: string`),
    ...(body ? [renderArgument('body', body)] : []),
    ...(query ? [renderArgument('query', query)] : []),
  ]
}

function renderArgument(name: string, { type, optional }: Argument): string {
  return `${name}${optional ? '?' : ''}: ${type}`
}

export function resultType({ isPage, endEvents, result }: Method): string {
  if (endEvents) return streamOf(result)
  return isPage ? `PagePromise<${result}>` : `APIPromise<${result}>`
}

export function streamOf(event: string): string {
  return `AsyncGenerator<${event}, void, undefined>`
}

function optionsType({ endEvents, fileField }: Method): string {
  if (endEvents) return 'StreamOptions'
  return fileField === undefined ? 'RequestOptions' : 'UploadOptions'
}

function renderSignature(method: Method, options: string, result: string): string {
  return `(${[...renderParameters(method), `options?: ${options}`].join(', ')}): ${result}\n`
}

function describe({ route, parameters }: Method): string {
  const errors = Object.keys(route.responses)
    .map(Number)
    .filter((status) => status >= 400 && !COMMON_STATUSES.has(status))
    .map(errorClassName)
  return docComment(
    [
      route.description,
      `Scope of the key: \`${route.metadata.scope}\`.`,
      ...parameters.map(({ name, description }) => `@param ${name} ${description}`),
      ...(errors.length > 0 ? [`@throws ${errors.join(', ')}`] : []),
    ],
    '  ',
  )
}

/** Without a key of the caller's own no request is an earlier one, so that the field is there. */
function renderOnce(method: Method, field: string): string {
  const options = `${optionsType(method)} & { readonly idempotencyKey?: undefined }`
  const result = `APIPromise<${method.result} & { ${field}: string }>`
  return `${describe(method)}  ${method.name.method}${renderSignature(method, options, result)}`
}

function renderWaitFor({ parameters, result }: Method, ended: readonly string[]): string {
  const ids = parameters.map((parameter) => parameter.name)
  const statuses = ended.map((status) => `\`${status}\``).join(' or ')
  const comment = docComment([`Waits until it is ${statuses}, and returns it.`, ...throwsOf(result)], '  ')
  const signature = [...ids.map((id) => `${id}: string`), `options?: WaitOptions<${result}>`].join(', ')
  return `${comment}  waitFor(${signature}): Promise<${result}>\n`
}

/** Whether the resource that starts a job holds the one that reads it, or is it: else a caller waits for it by itself. */
export function isWithinReach({ name: { resource } }: Method, started: Started): boolean {
  return resource.every((part, index) => started.name.resource[index] === part)
}

function renderAndWait(method: Method, { result }: Started): string {
  const comment = docComment(
    [`${firstSentence(method)} Waits until it has ended, and returns the \`${result}\`.`, ...throwsOf(result)],
    '  ',
  )
  return `${comment}  ${method.name.method}AndWait${renderSignature(method, `WaitOptions<${result}>`, `Promise<${result}>`)}`
}

function renderAndStream(method: Method, event: string): string {
  const comment = docComment(
    [`${firstSentence(method)} Yields its events until it has ended. A failure is an event, not an exception.`],
    '  ',
  )
  return `${comment}  ${method.name.method}AndStream${renderSignature(method, 'StreamOptions', streamOf(event))}`
}

function firstSentence({ route }: Method): string {
  return /^.*?\.(?= |$)/s.exec(route.description)?.[0] ?? route.description
}

function throwsOf(result: string): string[] {
  return [
    `@throws ${result}FailedError when it ended \`failed\`; APITimeoutError when it has not ended within \`maxWait\`.`,
  ]
}
