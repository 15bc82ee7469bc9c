import { isAppRoute } from '@ts-rest/core'
import type { AppRouter } from '@ts-rest/core'
import { expect, it } from 'vitest'
import type { Operation } from './common/operation.ts'
import { SCOPES } from './common/scopes.ts'
import { contract } from './contract.ts'

/** They are sent by POST for their body, and change nothing. */
const READING = ['estimateContent', 'estimateVideo', 'preflightPost', 'submitSandboxSignIn']

interface NamedOperation {
  readonly method: string
  readonly metadata: Operation
}

function listOperations(routes: AppRouter): NamedOperation[] {
  return Object.values(routes).flatMap((entry) =>
    isAppRoute(entry) ? [{ method: entry.method, metadata: entry.metadata as Operation }] : listOperations(entry),
  )
}

it('every operation that is not read-only names what it changes: without it nothing is in the audit log', () => {
  const silent = listOperations(contract).filter(({ method, metadata }) => method !== 'GET' && !metadata.changes)
  expect(silent.map(({ metadata }) => metadata.operationId).sort(), 'without `changes` in their metadata').toEqual(
    READING,
  )
})

it('every scope lets a key do something', () => {
  const needed = new Set(listOperations(contract).map(({ metadata }) => metadata.scope))
  expect(SCOPES.filter((scope) => !needed.has(scope))).toEqual([])
})
