import { listRoutes } from '#shared/router.ts'
import { contract } from '@powerpost/contract/routes'
import { z } from 'zod'
import type { Answer, DocumentedAnswer, Validate } from './documented-answer.ts'
import { findDocumentedAnswer } from './documented-answer.ts'

/** Headers that mean something to a caller of this API: an answer may carry none that the document does not know. */
const TOLD_HEADERS = /^(?:x-|retry-after$|www-authenticate$|idempotent-)/
/** These tell browsers and proxies what not to do with an answer. */
const BROWSER_HEADERS =
  /^x-(?:accel-buffering|content-type-options|dns-prefetch-control|download-options|frame-options|permitted-cross-domain-policies|xss-protection)$/

/** What of an answer to an operation is not as the document says: its status, a header, its body. Empty when all is. */
export function findFaults(answer: Answer): string[] {
  const documented = findDocumentedAnswer(answer)
  if (documented === 'no operation') return []
  if (documented === undefined) return [`the status ${answer.status} is not in the document`]
  return [...findHeaderFaults(answer, documented), ...findBodyFaults(answer, documented)]
}

function findHeaderFaults({ headers }: Answer, documented: DocumentedAnswer): string[] {
  const told = Object.keys(headers).filter((name) => TOLD_HEADERS.test(name) && !BROWSER_HEADERS.test(name))
  const unknown = told.filter((name) => !documented.headers.has(name))
  const wrong = [...documented.headers].flatMap(([name, { required, validate }]) => {
    const value = headers[name]
    if (value === undefined) return required ? [`the header ${name} is missing`] : []
    const { valid, errors } = validate(value)
    return valid ? [] : [`the header ${name}: ${errors}`]
  })
  return [...unknown.map((name) => `the header ${name} is not in the document`), ...wrong]
}

function findBodyFaults(answer: Answer, documented: DocumentedAnswer): string[] {
  if (documented.content.size === 0) return answer.body === '' ? [] : ['a body is not in the document']
  const type = answer.headers['content-type']?.split(';')[0] ?? ''
  const validate = documented.content.get(type)
  if (!validate) return [`the content type ${type} is not in the document`]
  if (type === 'text/event-stream') return findEventFaults(answer, validate)
  if (type === 'application/jsonl') return findLineFaults(answer, validate)
  if (type !== 'application/json') return []
  const body: unknown = JSON.parse(answer.body)
  const { valid, errors } = validate(body)
  if (!valid) return [`the body: ${errors}`]
  const code = answer.status === 200 ? undefined : errorCodeSchema.parse(body).error.code
  if (code !== undefined && !documented.errorCodes.includes(code)) return [`the code ${code} is not in the document`]
  const unknown = findUnknownField(body, parseByContract(answer, body))
  return unknown === undefined ? [] : [`the field ${unknown} is not in the document`]
}

/** Every event of a stream is what the document says, and what it says of itself. */
function findEventFaults(answer: Answer, validate: Validate): string[] {
  const { schema } = streamSchema.parse(routeOf(answer)?.metadata).otherAnswers[200]
  return [...answer.body.matchAll(/^id: (.*)\nevent: (.*)\ndata: (.*)$/gm)].flatMap(([, id, name, data = '']) => {
    const event: unknown = JSON.parse(data)
    const { valid, errors } = validate(event)
    if (!valid) return [`the event: ${errors}`]
    const named = namedSchema.parse(event)
    if (String(named.number) !== id || named.event !== name) return [`the event ${id} ${name} says ${data}`]
    const unknown = findUnknownField(event, schema.parse(event))
    return unknown === undefined ? [] : [`the field ${unknown} is not in the document`]
  })
}

function findLineFaults({ body }: Answer, validate: Validate): string[] {
  const lines = body.split('\n').filter((line) => line !== '')
  return lines
    .map((line) => validate(JSON.parse(line)))
    .flatMap(({ valid, errors }) => (valid ? [] : [`a line: ${errors}`]))
}

const streamSchema = z.object({ otherAnswers: z.object({ 200: z.object({ schema: z.instanceof(z.ZodType) }) }) })
const namedSchema = z.object({ number: z.int(), event: z.string() })

const errorCodeSchema = z.object({ error: z.object({ code: z.string() }) })

const routes = listRoutes(contract).map((route) => ({
  ...route,
  pattern: new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`),
}))

function routeOf({ method, path }: Answer) {
  return routes.find((candidate) => candidate.method === method && candidate.pattern.test(path))
}

/** The body without the fields that the contract does not know: the document lets answers gain fields. */
function parseByContract(answer: Answer, body: unknown): unknown {
  const schema = routeOf(answer)?.responses[answer.status]
  return schema instanceof z.ZodType ? schema.parse(body) : undefined
}

/** A field of the answer that its schema dropped, because it does not know it. */
function findUnknownField(answered: unknown, known: unknown, path = ''): string | undefined {
  if (typeof answered !== 'object' || answered === null) return undefined
  if (typeof known !== 'object' || known === null) return path
  for (const [key, value] of Object.entries(answered)) {
    if (!(key in known)) return `${path}.${key}`
    const deeper = findUnknownField(value, Reflect.get(known, key), `${path}.${key}`)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
