import { AppError } from '#shared/app-error.ts'
import { operationOf } from '#shared/router.ts'
import type { Request, RequestHandler } from 'express'
import { findJsonExcess } from './bound-json.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { hasBody } from './has-body.ts'
import { refuseLoneSurrogates } from './refuse-lone-surrogates.ts'

/** What a JSON body may have, in bytes: 1 MiB. */
const MAX_JSON_BYTES = 1024 * 1024
/** A mebibyte at 17 kB/s; a slower sender keeps a connection and nothing else. */
const LONGEST_BODY_MS = 60_000

const BODY_METHODS = new Set(['POST', 'PUT', 'PATCH'])

/**
 * Reads JSON bodies, behind authentication: a stranger cannot make the server parse anything.
 *
 * Not by body-parser: over its limit it takes in all that still comes before it says so, for as long as it comes.
 */
export function readJsonBody(): RequestHandler {
  return async (request, _response, next) => {
    if (!BODY_METHODS.has(request.method) || operationOf(request).multipartSchema) return next()
    // A request without a body has nothing to be of another type: its fields are missing, which validation says.
    if (!hasBody(request)) return next()
    refuseOtherTypes(request)
    request.body = parseJson(await readText(request))
    next()
  }
}

function refuseOtherTypes(request: Request): void {
  const type = request.headers['content-type']
  if (!request.is('application/json')) {
    const given =
      type === undefined ? 'There is no Content-Type' : `The Content-Type ${type.slice(0, 100)} is not supported`
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `${given}: send the body as application/json.`)
  }
  const charset = /;\s*charset="?([^\s;"]+)/i.exec(type ?? '')?.[1] ?? 'utf-8'
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (!/^utf-?8$/i.test(charset) || encoding !== 'identity') {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json in UTF-8, not compressed.')
  }
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_JSON_BYTES) throw tooLarge()
  const chunks: Buffer[] = []
  let bytes = 0
  const late = setTimeout(() => request.destroy(), LONGEST_BODY_MS)
  try {
    // Left open on a refusal: the answer goes over the same connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length
      if (bytes > MAX_JSON_BYTES) throw tooLarge()
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    throw error instanceof AppError ? error : invalidBody('did not arrive whole')
  } finally {
    clearTimeout(late)
  }
  return decodeUtf8(Buffer.concat(chunks))
}

function parseJson(text: string): unknown {
  const excess = findJsonExcess(text)
  if (excess !== undefined) throw invalidBody(excess)
  const value = parse(text.replace(/^\uFEFF/, ''))
  refuseLoneSurrogates(value)
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidBody('is not valid JSON')
  }
}

function tooLarge(): AppError {
  return new AppError('PAYLOAD_TOO_LARGE', 'The JSON body is larger than 1 MiB.')
}

function invalidBody(message: string): AppError {
  return new AppError('VALIDATION_ERROR', `The body ${message}.`, { details: [{ path: 'body', message }] })
}
