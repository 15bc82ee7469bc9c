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

const cursorSchema = z.tuple([createdAt, z.uuid()])

export function encodeCursor({ createdAt, id }: PageCursor): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url')
}

/** Reads a cursor that a caller sent. Throws VALIDATION_ERROR for one that is not ours. */
export function decodeCursor(cursor: string): PageCursor {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) throw invalidField('cursor', 'is not a cursor of this list')
  const [createdAt, id] = parsed.data
  return { createdAt, id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
