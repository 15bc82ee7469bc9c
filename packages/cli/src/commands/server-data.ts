import type { ServerData } from '@powerpost/api/operator'
import { resolve } from 'node:path'
import type { Session } from '../session.ts'

interface DataFlags {
  readonly dataDir?: string | undefined
  readonly databaseUrl?: string | undefined
}

/** Where the server keeps its data: a data directory named beside no database means the embedded one in it. */
export function readServerData({ settings }: Session, { dataDir, databaseUrl }: DataFlags): ServerData {
  return {
    dataDirectory: resolve(dataDir ?? settings.dataDirectory),
    databaseUrl: databaseUrl ?? (dataDir === undefined ? settings.databaseUrl : undefined),
  }
}
