import { expect } from 'vitest'
import { PublishError } from '../port.ts'

/** What an adapter must throw where surely nothing was posted. */
export function expectPublishError(error: unknown): PublishError {
  expect(error).toBeInstanceOf(PublishError)
  return error as PublishError
}

export function firstOf<T>(record: Readonly<Record<string, T>>): T {
  const [first] = Object.values(record)
  if (first === undefined) throw new Error('The rig has no items')
  return first
}

/** The one with most steps. */
export function lastOf<T>(record: Readonly<Record<string, T>>): T {
  const last = Object.values(record).at(-1)
  if (last === undefined) throw new Error('The rig has no items')
  return last
}
