import type { Operation } from '@powerpost/contract'
import type { AppRoute } from '@ts-rest/core'
import type { Request } from 'express'

/** What the contract says of the operation that a request asks for. */
export function operationOf(request: Request): Operation {
  const { tsRestRoute } = request as Request & { tsRestRoute?: AppRoute & { metadata: Operation } }
  if (!tsRestRoute) throw new Error('Not an operation of the contract')
  return tsRestRoute.metadata
}
