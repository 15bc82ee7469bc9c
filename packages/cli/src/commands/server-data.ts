import type { ServerData } from '@powerpost/api/operator'
import { resolve } from 'node:path'
import type { Session } from '../session.ts'

/** The options of the operator's commands, as they stand in the help. */
export const DATA_DIR = [
  '--data-dir <path>',
  "the server's data directory (POWERPOST_DATA_DIR; default: ./data)",
] as const
export const DATABASE_URL = [
  '--database-url <url>',
  "the server's PostgreSQL (DATABASE_URL; default: the embedded database)",
] as const

interface DataFlags {
  readonly dataDir?: string | undefined
  readonly databaseUrl?: string | undefined
}

/** Where the server keeps its data: a data directory named next to no database means the embedded one in it. */
export function readServerData({ settings }: Session, { dataDir, databaseUrl }: DataFlags): ServerData {
  return {
    dataDirectory: resolve(dataDir ?? settings.dataDirectory),
    databaseUrl: databaseUrl ?? (dataDir === undefined ? settings.databaseUrl : undefined),
  }
}
