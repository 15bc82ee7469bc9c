import { Client, escapeIdentifier } from 'pg'
import type { Listener } from '../handle.ts'

interface ListenOptions extends Listener {
  readonly connectionString: string
  readonly channel: string
  readonly onError: (error: Error) => void
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 10_000

/** A connection that was cut without a word is found by the system's probes; until then whoever listens looks now and again. */
const KEEP_ALIVE_AFTER_MS = 10_000

/**
 * Listens on a connection of its own, and connects again when it is lost. Rejects when the first one fails. Answers how to stop.
 */
export async function listenOnPostgres(options: ListenOptions): Promise<() => Promise<void>> {
  const { connectionString, channel, onNotification, onGap, onError } = options
  let client: Client | undefined
  let retry: NodeJS.Timeout | undefined
  let failures = 0
  let stopped = false

  async function connect(): Promise<void> {
    const next = new Client({ connectionString, keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS })
    client = next
    next.on('notification', ({ payload }) => onNotification(payload ?? ''))
    // Both may come for one loss.
    next.once('error', (error) => lose(next, error))
    next.once('end', () => lose(next, new Error('the connection that listens was ended')))
    try {
      await next.connect()
      await next.query(`LISTEN ${escapeIdentifier(channel)}`)
      failures = 0
    } catch (error) {
      client = undefined
      await next.end().catch(() => {})
      throw error
    }
  }

  function lose(lost: Client, error: Error): void {
    if (stopped || client !== lost) return
    client = undefined
    lost.on('error', () => {})
    lost.end().catch(() => {})
    onError(error)
    connectLater()
  }

  function connectLater(): void {
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS)
    failures += 1
    retry = setTimeout(() => {
      if (!stopped) connect().then(onGap, connectLater)
    }, delay).unref()
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(retry)
    await client?.end().catch(() => {})
  }
}
