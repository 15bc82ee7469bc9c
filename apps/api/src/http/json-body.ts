import { AppError } from '#shared/app-error.ts'
import type { Request, RequestHandler } from 'express'
import express from 'express'
import { hasBody } from './has-body.ts'
import { operationOf } from './operation.ts'

/** What a JSON body may have, in bytes: 1 MiB. */
const MAX_JSON_BYTES = 1024 * 1024

const BODY_METHODS = new Set(['POST', 'PUT', 'PATCH'])

/** Reads JSON bodies, behind authentication: a stranger cannot make the server parse anything. */
export function readJsonBody(): RequestHandler {
  const parse = express.json({ limit: MAX_JSON_BYTES, type: 'application/json', strict: false })
  return (request, response, next) => {
    if (!BODY_METHODS.has(request.method) || operationOf(request).multipartSchema) return next()
    refuseOtherTypes(request)
    parse(request, response, next)
  }
}

function refuseOtherTypes(request: Request): void {
  const type = request.headers['content-type']
  // A request without a body has nothing to be of another type: its fields are missing, which validation says.
  if (!hasBody(request)) return
  if (request.is('application/json')) return
  const given =
    type === undefined ? 'There is no Content-Type' : `The Content-Type ${type.slice(0, 100)} is not supported`
  throw new AppError('UNSUPPORTED_MEDIA_TYPE', `${given}: send the body as application/json.`)
}
