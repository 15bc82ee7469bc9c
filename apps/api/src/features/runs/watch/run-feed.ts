import type { Db } from '#db/types.ts'
import { findUsableKeys } from '#features/account/index.ts'
import type { AppError } from '#shared/app-error.ts'
import { tooManyRequests, unavailable } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { findLastNumbers } from '../run-events.repository.ts'
import type { Watched } from './watch.ts'
import { Watch } from './watch.ts'

/** How many streams may be open at once, in one process. Whatever keys an account makes, it leaves room for others. */
export const STREAM_LIMITS = { perKey: 20, perAccount: 500, perProcess: 1_000 }

/** What another process wrote is seen this soon. */
const LOOK_EVERY_MS = 250

const RETRY_AFTER_MS = 5_000

/** Who watches runs in this process. */
export interface RunFeed {
  /** Begins to watch, until the signal is aborted. Refuses one too many. */
  open(watched: Watched, signal: AbortSignal): Watch
  /** Something that happened to a subject was committed. */
  announce(subjectId: string): void
  /** Ends all watching: watchers ask another process. */
  stop(): void
}

interface FeedDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Makes a feed. While there are watchers, one query at intervals asks the database for all of them what is new, and
 * who may no longer see it.
 */
export function createRunFeed({ db, clock, logger }: FeedDependencies): RunFeed {
  const watches = new Set<Watch>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function look(): Promise<void> {
    // Those who come meanwhile are not among what is found.
    const looking = [...watches]
    if (looking.length === 0) return
    const numbers = await findLastNumbers(db, [...new Set(looking.map(({ subjectId }) => subjectId))])
    const keyIds = [...new Set(looking.map(({ keyId }) => keyId))]
    const usable = await findUsableKeys(db, { keyIds, now: clock.now() })
    for (const watch of looking) {
      const number = numbers.get(watch.subjectId)
      if (number === undefined || !usable.has(watch.keyId)) watch.end()
      else if (number > watch.position) watch.wake()
    }
  }

  function lookLater(): void {
    if (watches.size === 0 || stopped) return
    timer ??= setTimeout(() => {
      look()
        .catch((err: unknown) => logger.warn({ err }, 'polling for the progress of runs failed'))
        .finally(() => {
          timer = undefined
          lookLater()
        })
    }, LOOK_EVERY_MS).unref()
  }

  function refuseOneTooMany({ keyId, accountId }: Watched): void {
    if (stopped) throw unavailable('The server is stopping.')
    if (watches.size >= STREAM_LIMITS.perProcess) throw unavailable('The server has too many streams open.')
    const ofAccount = [...watches].filter((watch) => watch.accountId === accountId)
    const ofKey = ofAccount.filter((watch) => watch.keyId === keyId)
    if (ofKey.length >= STREAM_LIMITS.perKey) throw tooMany('key', STREAM_LIMITS.perKey)
    if (ofAccount.length >= STREAM_LIMITS.perAccount) throw tooMany('account', STREAM_LIMITS.perAccount)
  }

  return {
    open(watched, signal) {
      refuseOneTooMany(watched)
      const watch = new Watch(watched)
      const close = () => {
        watches.delete(watch)
        watch.end()
      }
      watches.add(watch)
      if (signal.aborted) close()
      else signal.addEventListener('abort', close, { once: true })
      lookLater()
      return watch
    },
    announce(subjectId) {
      for (const watch of watches) if (watch.subjectId === subjectId) watch.wake()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      for (const watch of watches) watch.end()
    },
  }
}

function tooMany(whose: 'key' | 'account', most: number): AppError {
  return tooManyRequests(`This ${whose} can have ${most} streams open at once.`, RETRY_AFTER_MS)
}
