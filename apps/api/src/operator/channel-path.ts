import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'

/** Where the operator's channel of a running server is. */
export interface ChannelPath {
  /** To listen at and connect to. */
  readonly socket: string
  /** The directory of the socket, for its user alone. Absent on Windows, where pipes have none. */
  readonly directory: string | undefined
}

/** `sun_path` has 104 bytes on macOS, the least of all, with a zero at the end. */
const LONGEST_SOCKET_PATH = 103

/** Short, and the same for the server and the command line, however their environments differ. */
const SHORT_DIRECTORY = '/tmp'

/**
 * The channel of the server that has this data directory: in it, or, where that path is too long for a socket, in a
 * directory of `/tmp` that is named after it.
 */
export function channelPathOf(dataDirectory: string, platform: NodeJS.Platform = process.platform): ChannelPath {
  const root = realpathSync(dataDirectory)
  const id = createHash('sha256').update(root).digest('hex').slice(0, 20)
  if (platform === 'win32') return { socket: `\\\\.\\pipe\\powerpost-${id}`, directory: undefined }
  const inside = join(root, 'operator')
  const directory = Buffer.byteLength(join(inside, 'socket')) <= LONGEST_SOCKET_PATH ? inside : shortDirectory(id)
  return { socket: join(directory, 'socket'), directory }
}

function shortDirectory(id: string): string {
  return join(SHORT_DIRECTORY, `powerpost-${process.getuid?.() ?? 0}-${id}`)
}
