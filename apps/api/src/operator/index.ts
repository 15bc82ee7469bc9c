import { json } from 'node:stream/consumers'
import { systemClock } from '#shared/clock.ts'
import { askServer } from './channel-client.ts'
import type { Grant, Granted } from './grant.ts'
import { grant, grantedSchema, readGrant } from './grant.ts'
import { assertHasDatabase, withEmbedded, withPostgres } from './open-database.ts'

export { OperatorError } from './operator-error.ts'
export type { Grant, Granted } from './grant.ts'

/** Where a server keeps its data. */
export interface ServerData {
  readonly dataDirectory: string
  /** Absent: embedded, in the data directory. */
  readonly databaseUrl: string | undefined
}

/** Gives an account credits: by the running server where it alone has the database open, else in the database itself. */
export async function grantCredits({ dataDirectory, databaseUrl }: ServerData, asked: Grant): Promise<Granted> {
  const wanted = readGrant(asked)
  if (databaseUrl !== undefined) return withPostgres(databaseUrl, ({ db }) => grant(db, wanted, systemClock))
  assertHasDatabase(dataDirectory)
  const answer = await askServer(dataDirectory, '/grants', wanted)
  if (answer) return grantedSchema.parse(await json(answer))
  return withEmbedded(dataDirectory, ({ db }) => grant(db, wanted, systemClock))
}
