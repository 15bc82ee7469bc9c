import { ListenError } from '#http/listen-error.ts'
import { ConfigError } from '#config/index.ts'
import { DatabaseUnopenableError } from '#db/embedded/database-thread.ts'
import { DirectoryLockedError } from '#db/embedded/lock.ts'
import { ImageModelSpecError } from '#image-models/ai-sdk/index.ts'
import { ModelSpecError } from '#models/ai-sdk/index.ts'
import { VideoModelSpecError } from '#video-models/vendors/index.ts'
import { EncryptionKeyError } from '#shared/keyring.ts'

/** What to do about a start that failed, in one line where the operator can fix it. */
export function explainStartFailure(error: unknown): string {
  return `PowerPost cannot start: ${explain(error)}`
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof ModelSpecError) return `POWERPOST_TEXT_MODEL: ${error.message}`
  if (error instanceof ImageModelSpecError) return `POWERPOST_IMAGE_MODELS: ${error.message}`
  if (error instanceof VideoModelSpecError) return `POWERPOST_VIDEO_MODELS: ${error.message}`
  if (error instanceof DirectoryLockedError) {
    return `${error.message}. Stop the other server, or give this one its own POWERPOST_DATA_DIR.`
  }
  if (error instanceof DatabaseUnopenableError) {
    return `${error.message}. Restore it from a backup, or move it away to start with an empty one.`
  }
  if (error instanceof EncryptionKeyError) {
    return `${error.message}. Use the key of its first start: a backup of the data directory contains it.`
  }
  if (error instanceof ListenError) return explainListening(error)
  const { code, path, message } = readSystemError(error)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `${path ?? 'the data directory'} is not writable. Change its permissions, or set POWERPOST_DATA_DIR.`
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path ?? 'the data directory'} is not a directory that can be written to. Set POWERPOST_DATA_DIR to another.`
    case 'ENOSPC':
      return `the disk is full. Free some space, or set POWERPOST_DATA_DIR to another disk.`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'EAI_AGAIN':
    case 'ECONNRESET':
    case 'ENETUNREACH':
    case '57P03':
      return `no PostgreSQL responds at DATABASE_URL (${code}). Check its host and port, and that it is running.`
    case '53300':
      return 'PostgreSQL accepts no more connections. Raise its max_connections, or run fewer processes.'
    case '28P01':
    case '28000':
      return 'PostgreSQL rejects the user or password of DATABASE_URL. Check them.'
    case '25006':
      return 'the database of DATABASE_URL is read-only. Use a writable one.'
    case '3D000':
      return 'the database of DATABASE_URL does not exist. Create it (createdb), or use another.'
    case '42501':
      return 'the user of DATABASE_URL is not allowed to create tables. Grant it CREATE on the database and its schema.'
    default:
      return explainByMessage(message)
  }
}

function explainListening({ address: { port, host, setting }, cause }: ListenError): string {
  switch (readSystemError(cause).code) {
    case 'EADDRINUSE':
      return `port ${port} is used by another program. Stop it, or choose another port with ${setting}.`
    case 'EACCES':
    case 'EPERM':
      return `port ${port} is not allowed for this user. Choose one above 1023 with ${setting}.`
    default:
      return `this machine has no address ${host}. Set HOST to one it has, e.g. 127.0.0.1 or 0.0.0.0.`
  }
}

// node-postgres says these in words only.
const CONNECTION_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|The server does not support SSL)/

function explainByMessage(message: string): string {
  const [firstLine = ''] = message.split('\n')
  return CONNECTION_MESSAGES.test(firstLine)
    ? `no PostgreSQL responds at DATABASE_URL (${firstLine}). Check its host and port, and that it is running.`
    : firstLine
}

function readSystemError(error: unknown) {
  const read = (key: string): string | undefined => {
    const value = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined
    return value === undefined ? undefined : String(value)
  }
  return {
    code: read('code'),
    path: read('path'),
    message: error instanceof Error ? error.message : String(error),
  }
}
