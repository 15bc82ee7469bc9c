import type { RequestHandler } from 'express'
import { operationOf } from './operation.ts'

/** A guard that lets public operations pass: they are asked without a key. */
export function unlessPublic(guard: RequestHandler): RequestHandler {
  return (request, response, next) => (operationOf(request).scope === null ? next() : guard(request, response, next))
}
