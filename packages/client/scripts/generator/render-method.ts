import { docComment } from './doc-comment.ts'
import { errorClassName } from './errors.ts'
import type { Argument, Method } from './methods.ts'

/** A method, and those that wait for what it reads or starts. */
export function renderMethods(method: Method): string[] {
  return [
    method.endEvents ? renderStream(method, method.endEvents) : renderMethod(method),
    ...(method.ended ? [renderWaitFor(method, method.ended)] : []),
    ...(method.starts && isWithinReach(method, method.starts) ? [renderAndWait(method, method.starts)] : []),
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
  return optional ? `${name}: ${type} = {}` : `${name}: ${type}`
}

export function resultType({ isPage, endEvents, result }: Method): string {
  if (endEvents) return `AsyncGenerator<${result}, void, undefined>`
  return isPage ? `PagePromise<${result}>` : `APIPromise<${result}>`
}

function renderMethod(method: Method): string {
  const { route, name, isPage, fileField, query, result } = method
  const parameters = [...renderParameters(method), `options?: ${fileField === undefined ? 'Request' : 'Upload'}Options`]
  const operation = [
    `method: '${route.method}'`,
    `path: ${renderPath(method)}`,
    ...(method.body ? [fileField === undefined ? 'body' : `multipart: { form: body, file: '${fileField}' }`] : []),
    ...(query ? ['query'] : []),
    ...(route.metadata.workspace ? [] : ['workspace: false']),
  ].join(', ')
  return `${describe(method)}  ${name.method}(${parameters.join(', ')}): ${resultType(method)} {
    return this.#transport.${isPage ? 'list' : 'request'}<${result}>({ ${operation} }, options)
  }
`
}

function renderStream(method: Method, endEvents: readonly string[]): string {
  const parameters = [...renderParameters(method), 'options?: StreamOptions']
  const ended = endEvents.map((name) => `'${name}'`).join(', ')
  const stream = `{ transport: this.#transport, operation, ended: [${ended}] }`
  return `${describe(method)}  ${method.name.method}(${parameters.join(', ')}): ${resultType(method)} {
    const operation = { method: '${method.route.method}', path: ${renderPath(method)} } as const
    return streamEvents<${method.result}>(${stream}, options)
  }
`
}

function renderPath({ route, parameters }: Method): string {
  if (parameters.length === 0) return `'${route.path}'`
  const filled = parameters.reduce(
    (text, { name, wireName }) => text.replace(`:${wireName}`, `\${${name}}`),
    route.path,
  )
  return `path\`${filled}\``
}

function describe({ route, parameters }: Method): string {
  const errors = Object.keys(route.responses)
    .map(Number)
    .filter((status) => status !== 200)
    .map(errorClassName)
  return docComment(
    [
      `${route.description}`,
      `Scope of the key: \`${route.metadata.scope}\`.`,
      ...parameters.map(({ name, description }) => `@param ${name} ${description}`),
      `@throws ${errors.join(', ')}`,
    ],
    '  ',
  )
}

function renderWaitFor({ parameters, name, result }: Method, ended: readonly string[]): string {
  const ids = parameters.map((parameter) => parameter.name)
  const comment = docComment(
    [
      `Reads it until it is ${ended.map((status) => `\`${status}\``).join(' or ')}.`,
      '@throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.',
    ],
    '  ',
  )
  const signature = [...ids.map((id) => `${id}: string`), `options?: WaitOptions<${result}>`].join(', ')
  const read = `read: () => this.${name.method}(${[...ids, 'options'].join(', ')})`
  return `${comment}  waitFor(${signature}): Promise<${result}> {
    const ended = [${ended.map((status) => `'${status}'`).join(', ')}]
    return waitFor({ runtime: this.#transport.runtime, ended, ${read} }, options)
  }
`
}

/** Whether the resource that starts a job holds the one that reads it, or is it: else a caller waits for it by itself. */
function isWithinReach({ name: { resource } }: Method, started: NonNullable<Method['starts']>): boolean {
  return resource.every((part, index) => started.name.resource[index] === part)
}

function renderAndWait(method: Method, { name, result, idField, part }: NonNullable<Method['starts']>): string {
  const resource = method.name.resource
  const target = name.resource.slice(resource.length)
  const parameters = [...renderParameters(method), `options?: WaitOptions<${result}>`]
  const names = [...method.parameters.map((parameter) => parameter.name), ...(method.body ? ['body'] : []), 'options']
  const wait = `this.${[...target, 'waitFor'].join('.')}(started.${idField}, options)`
  const comment = docComment(
    [
      `\`${method.name.method}\`, and \`${[...target, 'waitFor'].join('.')}\` what it started.`,
      '@throws JobFailedError when it ended `failed`; APITimeoutError when it has not ended within `maxWait`.',
    ],
    '  ',
  )
  return `${comment}  async ${method.name.method}AndWait(${parameters.join(', ')}): Promise<${result}> {
    const started = await this.${method.name.method}(${names.join(', ')})
    ${part === undefined ? `return ${wait}` : `const job = await ${wait}\n    return unlessFailed(job, job.${part})`}
  }
`
}
