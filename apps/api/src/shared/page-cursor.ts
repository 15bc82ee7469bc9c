import { createHash } from 'node:crypto'
import { invalidField } from './app-error.ts'
import { z } from 'zod'

/** The last item of a page: the next one goes on behind it. */
export interface PageCursor {
  /** To the microsecond. */
  readonly createdAt: string
  readonly id: string
}

/** PostgreSQL has no year 0. */
const createdAt = z.iso.datetime({ precision: 6 }).regex(/^(?!0000)/)

const cursorSchema = z.tuple([createdAt, z.uuid(), z.string()])

/** @param list what the list is of, and how it is filtered: the cursor is good for no other */
export function encodeCursor({ createdAt, id }: PageCursor, list: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([createdAt, id, nameList(list)])).toString('base64url')
}

/** Reads a cursor that a caller sent. Throws VALIDATION_ERROR for one of another list. */
export function decodeCursor(cursor: string, list: readonly unknown[]): PageCursor {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  const [createdAt, id, name] = parsed.data ?? []
  if (createdAt === undefined || id === undefined || name !== nameList(list)) {
    throw invalidField('cursor', 'is not a cursor of this list')
  }
  return { createdAt, id }
}

/** Keeps a cursor from the wrong list by mistake: there is nothing to gain by forging one. */
function nameList(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 8)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
