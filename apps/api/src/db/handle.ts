import { Kysely, PostgresDialect } from 'kysely'
import type { CustomTypesConfig, Pool, QueryResult } from 'pg'
import { types } from 'pg'
import type { Database, Db } from './types.ts'

/** An open database: ours to query, and what the job queue needs of it. */
export interface DatabaseHandle {
  readonly kind: 'embedded' | 'postgres'
  readonly db: Db
  /** Runs a statement of the job queue; several statements in one text when there are no values. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
  /** Subscribes to a channel of NOTIFY, on a connection that nobody else uses. Answers how to end that. */
  listen(channel: string, listener: Listener): Promise<() => Promise<void>>
  /**
   * Copies the database's files to a new directory as they are between two transactions, and runs `meanwhile` before the next
   * transaction begins. Only the embedded database.
   */
  readonly copyFiles?: (directory: string, meanwhile: (query: Query) => Promise<void>) => Promise<void>
  close(): Promise<void>
}

export interface Listener {
  readonly onNotification: (payload: string) => void
  /** Notifications may have been lost: the connection was away. */
  readonly onGap: () => void
}

/** Runs one statement and answers its rows. */
export type Query = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>

/** How values of the wire become values of ours. Beside node-postgres' own: int8 is a number, none of ours pass 2^53. */
export const wireTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === types.builtins.INT8) return Number
    return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text')
  },
}

/** Our query builder over a pool of connections, whatever is at their other end. */
export function createDb(pool: Pool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** Runs statements as the job queue sends them: several at once answer with the rows of all. */
export function executeSqlOn(pool: Pool): DatabaseHandle['executeSql'] {
  return async (text, values) => {
    const result: QueryResult | QueryResult[] = values?.length ? await pool.query(text, values) : await pool.query(text)
    return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows }
  }
}
