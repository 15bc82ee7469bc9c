import { once } from 'node:events'
import { lstatSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import type { ChannelPath } from './channel-path.ts'
import { channelPathOf } from './channel-path.ts'
import { OperatorError } from './operator-error.ts'

const refusalSchema = z.object({
  code: z.string(),
  outcome: z.enum(['usage', 'missing', 'conflict', 'unavailable', 'fault']),
  message: z.string(),
  hint: z.string(),
})

/**
 * Asks the server that runs on a data directory, and answers its answer, to be read; undefined when none runs.
 *
 * @throws OperatorError when it refuses
 */
export async function askServer(
  dataDirectory: string,
  path: string,
  body: unknown = {},
): Promise<IncomingMessage | undefined> {
  const channel = channelPathOf(dataDirectory)
  if (!isOurs(channel)) return undefined
  const asked = request({ socketPath: channel.socket, path, method: 'POST', agent: false })
  asked.end(JSON.stringify(body))
  try {
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    if (response.statusCode === 200) return response
    throw new OperatorError(refusalSchema.parse(await json(response)))
  } catch (error) {
    if (isNotListening(error)) return undefined
    throw error
  }
}

/** A directory in `/tmp` that another user made is not the server's channel. */
function isOurs({ directory }: ChannelPath): boolean {
  if (directory === undefined) return true
  const found = lstatSync(directory, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.()
}

function isNotListening(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ECONNREFUSED'
}
