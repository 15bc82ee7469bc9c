import { operationOf } from '#shared/router.ts'
import type { RequestHandler } from 'express'

/** A guard of public operations only: they are asked without a key. */
export function onlyPublic(guard: RequestHandler): RequestHandler {
  return (request, response, next) => (operationOf(request).scope === null ? guard(request, response, next) : next())
}

/** A guard that lets public operations pass: they are asked without a key. */
export function unlessPublic(guard: RequestHandler): RequestHandler {
  return (request, response, next) => (operationOf(request).scope === null ? next() : guard(request, response, next))
}
