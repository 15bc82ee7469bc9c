import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { Pool, escapeIdentifier } from 'pg'
import type { DatabaseHandle, Query } from '../handle.ts'
import { createDb, executeSqlOn, wireTypes } from '../handle.ts'
import { NamedClient } from '../named-client.ts'
import { ConnectionStream } from './connection-stream.ts'
import { DatabaseThread } from './database-thread.ts'
import { lockDirectory } from './lock.ts'
import { startTidying } from './tidy.ts'

interface EmbeddedOptions {
  /** Where its files live. It is taken for this process alone. Absent: in memory, for tests. */
  readonly directory?: string
  /** Whether a commit waits for the disk. @default true */
  readonly durable?: boolean
  /** The database ended by itself: the process cannot go on. */
  readonly onCrash: (error: Error) => void
  /** Told of what goes wrong while nobody waits for an answer. */
  readonly onError: (error: Error) => void
}

/** A caller that waits longer for the session gets the error that the database is unavailable. */
const LONGEST_WAIT_MS = 30_000

/** Opens the embedded database. Throws `DirectoryLockedError` when another process has it open. */
export async function openEmbedded(options: EmbeddedOptions): Promise<DatabaseHandle> {
  const { directory, onCrash } = options
  const unlock = directory === undefined ? () => {} : lockDirectory(directory)
  try {
    const thread = await DatabaseThread.start({
      ...(directory !== undefined && { directory: makePrivate(join(directory, 'postgres')) }),
      durable: directory !== undefined && (options.durable ?? true),
      onCrash,
    })
    return createHandle(thread, unlock, options.onError)
  } catch (error) {
    unlock()
    throw error
  }
}

function makePrivate(directory: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  return directory
}

function createHandle(thread: DatabaseThread, unlock: () => void, onError: (error: Error) => void): DatabaseHandle {
  // One session, so one connection: the pool's queue is the lock that keeps a statement of the job queue out of an
  // open transaction of ours, and the other way round.
  const pool = new Pool({
    Client: NamedClient,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: LONGEST_WAIT_MS,
    user: 'postgres',
    database: 'postgres',
    stream: () => new ConnectionStream(thread),
    types: wireTypes,
  })
  pool.on('error', onError)
  // The pool itself listens to idle clients only.
  pool.on('connect', (client) => client.on('error', onError))
  const db = createDb(pool)
  const executeSql = executeSqlOn(pool)
  const isBusy = () => pool.totalCount > pool.idleCount || pool.waitingCount > 0
  const stopTidying = startTidying({ query: queryOn(pool), isBusy, onError })
  return {
    kind: 'embedded',
    db,
    executeSql,
    async listen(channel, { onNotification }) {
      const stop = thread.onNotification((notification) => {
        if (notification.channel === channel) onNotification(notification.payload)
      })
      await pool.query(`LISTEN ${escapeIdentifier(channel)}`)
      return async () => stop()
    },
    async copyFiles(directory, meanwhile) {
      // As long as we hold the only connection nobody has a transaction open.
      const client = await pool.connect()
      try {
        await client.query('CHECKPOINT')
        await thread.copyFiles(directory)
        await meanwhile(queryOn(client))
      } finally {
        client.release()
      }
    },
    async close() {
      stopTidying()
      await db.destroy()
      await thread.close()
      unlock()
    },
  }
}

function queryOn(client: Pool | ClientBase): Query {
  return async <Row extends object>(text: string, values?: unknown[]) => {
    const { rows } = await client.query<Row>(text, values)
    return rows
  }
}
