import { once } from 'node:events'
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { DatabaseHandle } from '#db/handle.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { withBackup } from './backup/back-up.ts'
import { removeSnapshot } from './backup/snapshot.ts'
import { channelPathOf } from './channel-path.ts'
import { grant, readGrant } from './grant.ts'
import { OperatorError } from './operator-error.ts'

export interface ChannelOptions {
  readonly database: DatabaseHandle
  readonly dataDirectory: string
  readonly clock: Clock
  readonly logger: Logger
}

/** What listens to the operator. */
export interface OperatorChannel {
  close(): Promise<void>
}

/**
 * Listens to the operator of a server with the embedded database: nobody else can open that while it runs.
 *
 * HTTP over a socket that only the server's own user can reach. A process that can connect could as well read the data directory,
 * so there is no further authentication. Windows gives a pipe's creator and administrators the right to write to it.
 */
export async function openOperatorChannel(options: ChannelOptions): Promise<OperatorChannel> {
  const { socket, directory } = channelPathOf(options.dataDirectory)
  if (directory !== undefined) makePrivate(directory)
  // We hold the directory's lock: a process that listened there, or made a backup, is dead.
  await removeSnapshot(options.dataDirectory)
  if (directory !== undefined) rmSync(socket, { force: true })
  const server = createServer((request, response) => void answer(options, request, response))
  server.listen(socket)
  await once(server, 'listening')
  if (directory !== undefined) chmodSync(socket, 0o600)
  return {
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** In `/tmp` others may have made it first: then it is not ours to use. */
function makePrivate(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const found = lstatSync(directory)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(
      `${directory} belongs to somebody else: remove it, or give the server a POWERPOST_DATA_DIR with a shorter path`,
    )
  }
  chmodSync(directory, 0o700)
}

async function answer(options: ChannelOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await handle(options, request, response)
  } catch (error) {
    if (!(error instanceof OperatorError)) options.logger.error({ err: error }, 'operator channel')
    if (response.headersSent) return void response.destroy()
    response.writeHead(error instanceof OperatorError ? 409 : 500, { 'content-type': 'application/json' })
    response.end(JSON.stringify(error instanceof OperatorError ? error : fault()))
  }
}

async function handle(
  { database, dataDirectory, clock, logger }: ChannelOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (`${request.method} ${request.url}`) {
    case 'POST /grants': {
      const granted = await grant(database.db, readGrant(await json(request)), clock)
      logger.info(granted, 'credits were granted by the operator')
      response.end(JSON.stringify(granted))
      return
    }
    case 'POST /backups':
      await withBackup({ database, dataDirectory, clock }, (archive) => pipeline(archive, response))
      logger.info('a backup was made for the operator')
      return
    default:
      throw unknownRequest()
  }
}

function unknownRequest(): OperatorError {
  const message = 'The running server does not know this command.'
  return new OperatorError({
    code: 'OTHER_VERSION',
    outcome: 'usage',
    message,
    hint: 'Restart it: it runs another version.',
  })
}

function fault(): OperatorError {
  const message = 'The running server failed to do it.'
  return new OperatorError({
    code: 'SERVER_FAULT',
    outcome: 'fault',
    message,
    hint: "Its log says why: 'operator channel'.",
  })
}
